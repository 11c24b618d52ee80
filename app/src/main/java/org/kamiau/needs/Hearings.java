package org.kamiau.needs;

import static db.needs.Tables.HEARING;

import db.needs.tables.records.HearingRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.BusinessTime;
import org.kamiau.calendar.Calendars;
import org.kamiau.calendar.ClockEvent;
import org.kamiau.calendar.Clocks;
import org.kamiau.calendar.NewClock;
import org.kamiau.customers.Account;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Directory;
import org.kamiau.platform.Function;
import org.kamiau.platform.Ids;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Verification hearings: a hypothesis is checked with three customers that spoke first. */
@Component
@Transactional
public class Hearings {

    /** The kind under which clocks, history and notices know hearings. */
    public static final String KIND = "hearing";

    /** How many customers are asked about a hypothesis. */
    public static final int NUMBER = 3;

    static final String PROMISE = "needs.radar_hearing";

    private static final BusinessTime TIME_TO_ASK = BusinessTime.days(5);
    private static final int LOOKED_AT = 50;
    private static final int LONGEST_WORDS = 4000;

    private final DSLContext sql;
    private final Trends trends;
    private final Needs needs;
    private final Clocks clocks;
    private final Calendars calendars;
    private final RadarNotices notices;
    private final Directory directory;
    private final Audit audit;
    private final InstantSource clock;

    Hearings(
            DSLContext sql, Trends trends, Needs needs, Clocks clocks, Calendars calendars, RadarNotices notices, Directory directory, Audit audit,
            InstantSource clock) {
        this.sql = sql;
        this.trends = trends;
        this.needs = needs;
        this.clocks = clocks;
        this.calendars = calendars;
        this.notices = notices;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    static RecordRef ref(Hearing.Id id) {
        return new RecordRef(KIND, id.value());
    }

    /** A need that somebody begins to verify has a hypothesis: the sellers of leading accounts are asked at once. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void moved(NeedEvent.Moved moved) {
        if (moved.to() == Need.State.VERIFYING && moved.from() != Need.State.CONFIRMED) {
            ask(needs.find(moved.need()), Actor.SYSTEM);
        }
    }

    private List<Hearing> ask(Need need, Actor by) {
        var now = clock.instant();
        var asked = new HashSet<UUID>(sql.select(HEARING.ACCOUNT_ID).from(HEARING).where(HEARING.NEED_ID.eq(need.id().value()), HEARING.FINDING.isNull()).fetch(HEARING.ACCOUNT_ID));
        var due = calendars.current().due(now, TIME_TO_ASK);
        var hearings = chosen(need.id(), asked).stream()
                .map(one -> new Hearing(
                        new Hearing.Id(Ids.next()), need.id(), one.account(), Objects.requireNonNull(one.owner()),
                        Objects.requireNonNullElse(need.hypothesis(), need.title().ja()), by.member(), now, due, null))
                .toList();
        hearings.forEach(this::insert);
        clocks.start(hearings.stream()
                .map(hearing -> new NewClock(ref(hearing.id()), PROMISE, Function.FIELD_SALES, hearing.seller(), now, TIME_TO_ASK))
                .toList());
        hearings.forEach(hearing -> notices.asked(hearing, by));
        return hearings;
    }

    /** Those that lead first, another seller each while there are others. */
    private List<Trends.Leading> chosen(Need.Id need, Set<UUID> asked) {
        var could = trends.leading(need, LOOKED_AT).stream().filter(one -> one.owner() != null && !asked.contains(one.account().value())).toList();
        var active = directory.people(could.stream().map(Trends.Leading::owner).filter(Objects::nonNull).toList()).keySet();
        var bySeller = new LinkedHashMap<MemberId, Trends.Leading>();
        could.stream().filter(one -> active.contains(one.owner())).forEach(one -> bySeller.putIfAbsent(Objects.requireNonNull(one.owner()), one));
        var chosen = new ArrayList<>(bySeller.values());
        could.stream().filter(one -> active.contains(one.owner()) && !chosen.contains(one)).forEach(chosen::add);
        return chosen.stream().limit(Math.max(0, NUMBER - asked.size())).toList();
    }

    private void insert(Hearing hearing) {
        sql.insertInto(HEARING)
                .set(HEARING.ID, hearing.id().value())
                .set(HEARING.NEED_ID, hearing.need().value())
                .set(HEARING.ACCOUNT_ID, hearing.account().value())
                .set(HEARING.SELLER_ID, hearing.seller().value())
                .set(HEARING.HYPOTHESIS, hearing.hypothesis())
                .set(HEARING.ASKED_BY, hearing.askedBy() == null ? null : hearing.askedBy().value())
                .set(HEARING.ASKED_AT, hearing.askedAt())
                .set(HEARING.DUE_AT, hearing.dueAt())
                .execute();
    }

    /** What the customer said; refuses who neither sells there nor leads those who do, and a second answer (409). */
    public Hearing answer(Hearing.Id id, Hearing.Finding finding, String words, Actor by) {
        var said = words.strip();
        if (said.isEmpty() || said.length() > LONGEST_WORDS) {
            throw new Invalid("words", said.isEmpty() ? "platform.invalid.not-blank" : "platform.invalid.size");
        }
        var now = clock.instant();
        var before = sql.selectFrom(HEARING).where(HEARING.ID.eq(id.value())).forUpdate().fetchOptional(Hearings::hearing).orElseThrow(Refusal.NotFound::new);
        var after = before.answered(finding, said, by, now);
        sql.update(HEARING)
                .set(HEARING.FINDING, finding.code())
                .set(HEARING.WORDS, said)
                .set(HEARING.ANSWERED_BY, by.id().value())
                .set(HEARING.ANSWERED_AT, now)
                .where(HEARING.ID.eq(id.value()))
                .execute();
        clocks.stop(ref(id), PROMISE, now);
        audit.record(by, new Change(ref(id), "hearing_answered", null, Map.of("finding", finding.code()), said));
        notices.answered(after, waiting(after), by);
        return after;
    }

    private List<MemberId> waiting(Hearing hearing) {
        var owner = needs.find(hearing.need()).owner();
        var waiting = Stream.of(owner, hearing.askedBy()).filter(Objects::nonNull).distinct().toList();
        return waiting.isEmpty() ? directory.withRole(Role.MKT_HEAD).stream().map(Directory.Person::id).toList() : waiting;
    }

    /** At 80 % the seller, at 100 % their head too, after twice the time both heads. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void reached(ClockEvent.Reached reached) {
        reached.of(Set.of(PROMISE)).forEach(one -> {
            var seller = Optional.ofNullable(one.clock().holder()).stream();
            var told = switch (one.mark()) {
                case AMBER -> seller;
                case DUE -> Stream.concat(seller, with(Role.FS_MGR));
                case DOUBLED -> Stream.concat(seller, with(Role.SALES_HEAD, Role.MKT_HEAD));
            };
            notices.late(new RadarNotices.RecordDue(one.clock().about(), told.distinct().toList(), one.mark().percent(), one.clock().moments().dueAt()));
        });
    }

    private Stream<MemberId> with(Role... roles) {
        return directory.withRole(roles).stream().map(Directory.Person::id);
    }

    @Transactional(readOnly = true)
    public Hearing find(Hearing.Id id) {
        return fetch(HEARING.ID.eq(id.value())).stream().findFirst().orElseThrow(Refusal.NotFound::new);
    }

    /** Of a need, those that wait first. */
    @Transactional(readOnly = true)
    public List<Hearing> of(Need.Id need) {
        return fetch(HEARING.NEED_ID.eq(need.value()));
    }

    /** What a seller has been asked and has not answered, the most urgent first. */
    @Transactional(readOnly = true)
    public List<Hearing> waitingFor(MemberId seller) {
        return fetch(HEARING.SELLER_ID.eq(seller.value()).and(HEARING.FINDING.isNull()));
    }

    List<Hearing> among(Collection<UUID> ids) {
        return fetch(HEARING.ID.in(ids));
    }

    private List<Hearing> fetch(Condition which) {
        return sql.selectFrom(HEARING).where(which).orderBy(HEARING.FINDING.isNotNull(), HEARING.DUE_AT, HEARING.ID).limit(200).fetch(Hearings::hearing);
    }

    private static Hearing hearing(HearingRecord row) {
        return new Hearing(
                new Hearing.Id(row.getId()), new Need.Id(row.getNeedId()), new Account.Id(row.getAccountId()), new MemberId(row.getSellerId()),
                row.getHypothesis(), member(row.getAskedBy()), row.getAskedAt(), row.getDueAt(), answer(row));
    }

    private static @Nullable MemberId member(@Nullable UUID id) {
        return id == null ? null : new MemberId(id);
    }

    private static Hearing.@Nullable Answer answer(HearingRecord row) {
        Instant at = row.getAnsweredAt();
        return at == null ? null : new Hearing.Answer(Hearing.Finding.of(row.getFinding()), row.getWords(), new MemberId(row.getAnsweredBy()), at);
    }

    /** The findings there are, for forms. */
    static List<Hearing.Finding> findings() {
        return Arrays.asList(Hearing.Finding.values());
    }
}
