package org.kamiau.people;

import static db.people.Tables.MEMBER;
import static db.people.Tables.TEAM;
import static org.jooq.impl.DSL.noCondition;
import static org.kamiau.people.MemberRows.MEMBER_FIELDS;

import java.text.Normalizer;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Function;
import org.kamiau.platform.Ids;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everybody who works here: who they are, what they do, and who can be asked. */
@Component
@Transactional
public class Members {

    private static final Condition ACTIVE = MEMBER.ACTIVE.isTrue();
    private final DSLContext sql;
    private final InstantSource clock;
    private final Audit audit;
    private final FunctionHistory history;
    private final ApplicationEventPublisher events;

    Members(DSLContext sql, InstantSource clock, Audit audit, FunctionHistory history, ApplicationEventPublisher events) {
        this.sql = sql;
        this.clock = clock;
        this.audit = audit;
        this.history = history;
        this.events = events;
    }

    /** Addresses are compared without regard to case and width. */
    static String normalised(String mail) {
        return Normalizer.normalize(mail.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Refuses an address that somebody has already, former members included. */
    public MemberId add(Actor by, NewMember joining) {
        var id = new MemberId(Ids.next());
        add(by, id, joining);
        return id;
    }

    /** With an id that is known beforehand: the demonstration tells the same story every time. */
    void add(Actor by, MemberId id, NewMember joining) {
        var functions = Member.functions(joining.roles(), joining.besides());
        checkTeam(joining.team());
        int added = sql.insertInto(MEMBER)
                .set(MEMBER.ID, id.value())
                .set(MEMBER.EMAIL, normalised(joining.mail()))
                .set(MEMBER.NAME, joining.name())
                .set(MEMBER.NAME_KANA, joining.kana())
                .set(MEMBER.ROLES, MemberRows.roleCodes(joining.roles()))
                .set(MEMBER.FUNCTIONS, MemberRows.functionCodes(functions))
                .set(MEMBER.TEAM_ID, joining.team() == null ? null : joining.team().value())
                .set(MEMBER.LANGUAGE, joining.language().getLanguage())
                .set(MEMBER.CODE, joining.code())
                .set(MEMBER.JOINED_AT, clock.instant())
                .onConflict(MEMBER.EMAIL)
                .doNothing()
                .execute();
        if (added == 0) {
            throw new Invalid("mail", "people.invalid.mail-taken");
        }
        history.now(id, functions);
        audit.record(by, Change.made(MemberKind.KIND, id.value(), "member_added", values(get(id))));
    }

    private static Map<String, @Nullable Object> values(Member member) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("email", member.mail());
        values.put("name", member.name());
        values.put("kana", member.kana());
        values.put("roles", member.roles().stream().sorted().toList());
        values.put("functions", member.functions().stream().sorted().toList());
        values.put("team", member.team());
        values.put("active", member.active());
        return values;
    }

    /** Refuses an address that somebody else has, and to leave the installation without an administrator. */
    public void change(Actor by, MemberId id, NewMember wanted) {
        var before = locked(id);
        var after = new Member(
                id,
                normalised(wanted.mail()),
                wanted.name(),
                wanted.kana(),
                wanted.roles(),
                Member.functions(wanted.roles(), wanted.besides()),
                wanted.team(),
                before.active());
        keepAnAdministrator(before, after);
        checkTeam(wanted.team());
        if (sql.fetchExists(MEMBER, MEMBER.EMAIL.eq(after.mail()), MEMBER.ID.ne(id.value()))) {
            throw new Invalid("mail", "people.invalid.mail-taken");
        }
        write(by, before, after, "member_changed");
    }

    private void checkTeam(@Nullable TeamId team) {
        if (team != null && !sql.fetchExists(TEAM, TEAM.ID.eq(team.value()))) {
            throw new Invalid("team", "people.invalid.team");
        }
    }

    /** They keep their records and their history; their devices and tokens end at once. */
    public void leave(Actor by, MemberId id) {
        var before = locked(id);
        if (by.is(id)) {
            throw new OwnLeaving();
        }
        var after = before.working(false);
        keepAnAdministrator(before, after);
        write(by, before, after, "member_left");
        events.publishEvent(new MemberEvent.Left(id));
    }

    public void comeBack(Actor by, MemberId id) {
        var before = locked(id);
        write(by, before, before.working(true), "member_came_back");
    }

    private void write(Actor by, Member before, Member after, String action) {
        sql.update(MEMBER)
                .set(MEMBER.EMAIL, after.mail())
                .set(MEMBER.NAME, after.name())
                .set(MEMBER.NAME_KANA, after.kana())
                .set(MEMBER.ROLES, MemberRows.roleCodes(after.roles()))
                .set(MEMBER.FUNCTIONS, MemberRows.functionCodes(after.functions()))
                .set(MEMBER.TEAM_ID, after.team() == null ? null : after.team().value())
                .set(MEMBER.ACTIVE, after.active())
                .set(MEMBER.LEFT_AT, after.active() ? null : clock.instant())
                .where(MEMBER.ID.eq(after.id().value()))
                .execute();
        history.now(after.id(), after.active() ? after.functions() : Set.of());
        if (!before.equals(after)) {
            audit.record(by, Change.of(MemberKind.KIND, after.id().value(), action, values(before), values(after), null));
        }
    }

    private Member locked(MemberId id) {
        return sql.select(MEMBER_FIELDS)
                .from(MEMBER)
                .where(MEMBER.ID.eq(id.value()))
                .forUpdate()
                .fetchOptional(MemberRows::member)
                .orElseThrow(Refusal.NotFound::new);
    }

    /** Two administrators who remove each other at the same moment wait for each other here. */
    private void keepAnAdministrator(Member before, Member after) {
        if (before.active() && before.is(Role.ADMIN) && !(after.active() && after.is(Role.ADMIN))) {
            sql.execute("select pg_advisory_xact_lock(hashtext('people.administrator'))");
            if (!sql.fetchExists(MEMBER, ACTIVE, MEMBER.ROLES.contains(new String[] {Role.ADMIN.code()}), MEMBER.ID.ne(after.id().value()))) {
                throw new LastAdministrator();
            }
        }
    }

    @Transactional(readOnly = true)
    public Optional<Member> find(MemberId id) {
        return select(MEMBER.ID.eq(id.value())).stream().findFirst();
    }

    /** Refuses an id that nobody has. */
    @Transactional(readOnly = true)
    public Member get(MemberId id) {
        return find(id).orElseThrow(Refusal.NotFound::new);
    }

    @Transactional(readOnly = true)
    public Optional<Member> withMail(String mail) {
        return select(MEMBER.EMAIL.eq(normalised(mail))).stream().findFirst();
    }

    /** Names of those among the ids that there are, former members included. */
    @Transactional(readOnly = true)
    public Map<MemberId, String> names(Collection<MemberId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : sql.select(MEMBER.ID, MEMBER.NAME)
                        .from(MEMBER)
                        .where(MEMBER.ID.in(ids.stream().map(MemberId::value).toList()))
                        .stream()
                        .collect(Collectors.toMap(row -> new MemberId(row.get(MEMBER.ID)), row -> row.get(MEMBER.NAME)));
    }

    /** Active members who do this work, by name; heads included. */
    @Transactional(readOnly = true)
    public List<Member> withFunction(Function function) {
        return select(ACTIVE.and(MEMBER.FUNCTIONS.contains(new String[] {function.code()})));
    }

    /** Active members by name. */
    @Transactional(readOnly = true)
    public List<Member> active() {
        return select(ACTIVE);
    }

    /** By name, former members included. */
    @Transactional(readOnly = true)
    List<Member> all() {
        return select(noCondition());
    }

    /** Who was invited and has not come in yet. */
    @Transactional(readOnly = true)
    Set<MemberId> invited() {
        return sql.select(MEMBER.ID)
                .from(MEMBER)
                .where(ACTIVE, MEMBER.PASSWORD_HASH.isNull(), MEMBER.CODE.isNull())
                .fetchSet(row -> new MemberId(row.value1()));
    }

    /** Everybody in the order of joining, from after a member on. */
    @Transactional(readOnly = true)
    List<Member> since(@Nullable MemberId after, int limit) {
        return sql.select(MEMBER_FIELDS)
                .from(MEMBER)
                .where(after == null ? noCondition() : MEMBER.ID.gt(after.value()))
                .orderBy(MEMBER.ID)
                .limit(limit)
                .fetch(MemberRows::member);
    }

    private List<Member> select(Condition condition) {
        return sql.select(MEMBER_FIELDS)
                .from(MEMBER)
                .where(condition)
                .orderBy(MemberRows.BY_NAME)
                .fetch(MemberRows::member);
    }
}
