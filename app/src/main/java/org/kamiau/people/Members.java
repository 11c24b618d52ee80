package org.kamiau.people;

import static db.people.Tables.FUNCTION_HISTORY;
import static db.people.Tables.MEMBER;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static org.kamiau.people.MemberRows.MEMBER_FIELDS;

import java.text.Normalizer;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Directory;
import org.kamiau.platform.Function;
import org.kamiau.platform.Ids;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everybody who works here: who they are, what they do, and who can be asked. */
@Component
@Transactional
public class Members implements Directory {

    private static final Condition ACTIVE = MEMBER.ACTIVE.isTrue();
    private final DSLContext sql;
    private final InstantSource clock;
    private final Audit audit;

    Members(DSLContext sql, InstantSource clock, Audit audit) {
        this.sql = sql;
        this.clock = clock;
        this.audit = audit;
    }

    /** Addresses are compared without regard to case and width. */
    static String normalised(String mail) {
        return Normalizer.normalize(mail.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Refuses an address that somebody has already, former members included. */
    public MemberId add(Actor by, NewMember joining) {
        var id = new MemberId(Ids.next());
        var functions = Member.functions(joining.roles(), joining.besides());
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
        functions.forEach(function -> sql.insertInto(FUNCTION_HISTORY)
                .set(FUNCTION_HISTORY.MEMBER_ID, id.value())
                .set(FUNCTION_HISTORY.FUNCTION, function.code())
                .set(FUNCTION_HISTORY.SINCE, clock.instant())
                .execute());
        audit.record(by, Change.made("member", id.value(), "member_added", Map.of(
                "email", normalised(joining.mail()), "name", joining.name(), "roles", MemberRows.roleCodes(joining.roles()))));
        return id;
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
        return people(ids).values().stream().collect(Collectors.toMap(Person::id, Person::name));
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
                .orderBy(MEMBER.NAME_KANA.collate("ja-x-icu"), MEMBER.NAME.collate("ja-x-icu"), MEMBER.ID)
                .fetch(MemberRows::member);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<MemberId, Person> people(Collection<MemberId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return select(MEMBER.ID.in(ids.stream().map(MemberId::value).toList())).stream()
                .collect(Collectors.toMap(Member::id, Members::person));
    }

    private static Person person(Member member) {
        return new Person(member.id(), member.name(), member.kana(), member.mail(), member.function(), member.roles());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Person> search(String words) {
        var pattern = words.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        var found = ACTIVE;
        for (var word : pattern.split("\\s+")) {
            found = found.and(MEMBER.NAME.likeIgnoreCase("%" + word + "%")
                    .or(MEMBER.NAME_KANA.likeIgnoreCase("%" + word + "%"))
                    .or(MEMBER.EMAIL.likeIgnoreCase("%" + word + "%")));
        }
        var begins = MEMBER.NAME.likeIgnoreCase(pattern + "%").or(MEMBER.NAME_KANA.likeIgnoreCase(pattern + "%"));
        return sql.select(MEMBER_FIELDS)
                .from(MEMBER)
                .where(found)
                .orderBy(when(begins, 0).otherwise(1), MEMBER.NAME_KANA.collate("ja-x-icu"), MEMBER.NAME.collate("ja-x-icu"))
                .limit(10)
                .fetch(row -> person(MemberRows.member(row)));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Person> withRole(Role... roles) {
        var any = val(MemberRows.roleCodes(List.of(roles)), MEMBER.ROLES.getDataType());
        return select(ACTIVE.and(condition("{0} && {1}", MEMBER.ROLES, any))).stream()
                .map(Members::person)
                .toList();
    }
}
