package org.kamiau.calendar;

import static db.calendar.Tables.CLOCK;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.jooq.impl.DSL.all;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.val;

import db.calendar.tables.records.ClockRecord;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.BusinessClock.Outcome;
import org.kamiau.calendar.BusinessClock.Stop;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.RecordRef;
import org.springframework.stereotype.Component;

/** The SQL of the clocks. */
@Component
class ClockRows {
    private final DSLContext sql;

    ClockRows(DSLContext sql) {
        this.sql = sql;
    }

    /** One statement for all of them, the same for one as for ten thousand. */
    void insert(List<BusinessClock> clocks) {
        sql.execute(
                """
                insert into calendar.clock (id, about_kind, about_id, promise, turn, holder,
                    started_at, allowance, amber_at, due_at, doubled_at, next_moment, next_at)
                select c.id, c.kind, c.about, c.promise, c.turn, c.holder,
                    c.started_at, c.allowance, c.amber_at, c.due_at, c.doubled_at, 80, c.amber_at
                from unnest({0}::uuid[], {1}::text[], {2}::uuid[], {3}::text[], {4}::text[], {5}::uuid[],
                    {6}::timestamptz[], {7}::bigint[], {8}::timestamptz[], {9}::timestamptz[], {10}::timestamptz[])
                    as c (id, kind, about, promise, turn, holder, started_at, allowance, amber_at, due_at, doubled_at)
                """,
                val(column(clocks, BusinessClock::id).toArray(UUID[]::new)),
                val(column(clocks, clock -> clock.about().kind()).toArray(String[]::new)),
                val(column(clocks, clock -> clock.about().id()).toArray(UUID[]::new)),
                val(column(clocks, BusinessClock::promise).toArray(String[]::new)),
                val(column(clocks, clock -> clock.turn().code()).toArray(String[]::new)),
                val(holders(clocks)),
                val(moments(clocks, Moments::startedAt)),
                val(column(clocks, clock -> clock.moments().allowance()).toArray(Long[]::new)),
                val(moments(clocks, Moments::amberAt)),
                val(moments(clocks, Moments::dueAt)),
                val(moments(clocks, Moments::doubledAt)));
    }

    private static <T> Stream<T> column(List<BusinessClock> clocks, Function<BusinessClock, T> part) {
        return clocks.stream().map(part);
    }

    private static @Nullable UUID[] holders(List<BusinessClock> clocks) {
        var holders = new @Nullable UUID[clocks.size()];
        for (var i = 0; i < holders.length; i++) {
            var holder = clocks.get(i).holder();
            holders[i] = holder == null ? null : holder.value();
        }
        return holders;
    }

    private static OffsetDateTime[] moments(List<BusinessClock> clocks, Function<Moments, Instant> moment) {
        return clocks.stream()
                .map(clock -> moment.apply(clock.moments()).atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }

    List<BusinessClock> find(String kind, Collection<UUID> ids) {
        return sql.selectFrom(CLOCK)
                .where(CLOCK.ABOUT_ID.in(ids), CLOCK.ABOUT_KIND.eq(kind))
                .orderBy(CLOCK.STARTED_AT, CLOCK.ID)
                .fetch(ClockRows::clock);
    }

    List<BusinessClock> waitingFor(
            MemberId member, Collection<org.kamiau.platform.Function> functions, Collection<String> except, int limit) {
        var running = CLOCK.STOPPED_AT.isNull().and(CLOCK.PROMISE.notIn(except));
        var turns = functions.stream().map(org.kamiau.platform.Function::code).toList();
        return sql.selectFrom(CLOCK)
                .where(running, CLOCK.HOLDER.eq(member.value()))
                .orderBy(CLOCK.DUE_AT)
                .limit(limit)
                .unionAll(sql.selectFrom(CLOCK)
                        .where(running, CLOCK.HOLDER.isNull(), CLOCK.TURN.in(turns))
                        .orderBy(CLOCK.DUE_AT)
                        .limit(limit))
                .orderBy(DSL.field(DSL.name("due_at")))
                .limit(limit)
                .fetch(ClockRows::clock);
    }

    List<Clocks.Running> running(Instant now) {
        return sql.resultQuery(
                        """
                        select promise, turn, count(*), count(*) filter (where due_at < {0}) from calendar.clock
                        where stopped_at is null group by promise, turn order by promise, turn
                        """,
                        val(now))
                .fetch(row -> new Clocks.Running(
                        row.get(0, String.class), org.kamiau.platform.Function.of(row.get(1, String.class)), row.get(2, Integer.class),
                        row.get(3, Integer.class)));
    }

    static Condition about(RecordRef about) {
        return CLOCK.ABOUT_ID.eq(about.id()).and(CLOCK.ABOUT_KIND.eq(about.kind()));
    }

    /** Stops the running clocks among these; a moment before the start counts as the start. */
    List<BusinessClock> stop(Condition which, Instant at) {
        return sql.update(CLOCK)
                .set(CLOCK.STOPPED_AT, DSL.greatest(val(at), CLOCK.STARTED_AT))
                .set(CLOCK.OUTCOME, DSL.when(val(at).gt(CLOCK.DUE_AT), Outcome.BREACHED.code())
                        .otherwise(Outcome.MET.code()))
                .setNull(CLOCK.NEXT_AT)
                .setNull(CLOCK.NEXT_MOMENT)
                .where(which, CLOCK.STOPPED_AT.isNull())
                .returning()
                .fetch(ClockRows::clock);
    }

    List<BusinessClock> waive(Condition which, Instant at) {
        return end(which, at, Outcome.WAIVED);
    }

    List<BusinessClock> breach(Condition which, Instant at) {
        return end(which, at, Outcome.BREACHED);
    }

    private List<BusinessClock> end(Condition which, Instant at, Outcome outcome) {
        return sql.update(CLOCK)
                .set(CLOCK.STOPPED_AT, DSL.greatest(val(at), CLOCK.STARTED_AT))
                .set(CLOCK.OUTCOME, outcome.code())
                .setNull(CLOCK.NEXT_AT)
                .setNull(CLOCK.NEXT_MOMENT)
                .where(which, CLOCK.STOPPED_AT.isNull())
                .returning()
                .fetch(ClockRows::clock);
    }

    void pass(RecordRef about, org.kamiau.platform.Function turn, Optional<MemberId> holder) {
        sql.update(CLOCK)
                .set(CLOCK.TURN, turn.code())
                .set(CLOCK.HOLDER, holder.map(MemberId::value).orElse(null))
                .where(about(about), CLOCK.STOPPED_AT.isNull())
                .execute();
    }

    void release(MemberId member) {
        sql.update(CLOCK).setNull(CLOCK.HOLDER).where(CLOCK.HOLDER.eq(member.value()), CLOCK.STOPPED_AT.isNull()).execute();
    }

    /**
     * In this transaction, rather fail than wait for a lock: whoever answers a promise holds its record and then
     * stops its clock, the sweep goes the other way round. PostgreSQL looks for such deadlocks after 1 s.
     */
    void giveWay() {
        sql.execute("set local lock_timeout = '500ms'");
    }

    /** The earliest marks that are due, held for this transaction; what another node holds is left to it. */
    List<ReachedMark> lockDue(Instant until, Collection<UUID> except, int limit) {
        return sql.selectFrom(CLOCK)
                .where(CLOCK.NEXT_AT.le(until), CLOCK.ID.ne(all(except.toArray(UUID[]::new))))
                .orderBy(CLOCK.NEXT_AT, CLOCK.ID)
                .limit(limit)
                .forUpdate()
                .skipLocked()
                .fetch(row -> new ReachedMark(clock(row), Mark.of(row.getNextMoment()), row.getNextAt()));
    }

    /** Moves clocks past their marks; those that do not wait for them any more are left out of what is returned. */
    List<ReachedMark> pass(List<ReachedMark> marks) {
        var passed = new HashMap<UUID, BusinessClock>();
        marks.stream()
                .collect(groupingBy(ReachedMark::mark, mapping(reached -> reached.clock().id(), toList())))
                .forEach((mark, ids) -> pass(mark, ids).forEach(clock -> passed.put(clock.id(), clock)));
        return marks.stream()
                .flatMap(reached -> Optional.ofNullable(passed.get(reached.clock().id()))
                        .map(clock -> new ReachedMark(clock, reached.mark(), reached.at()))
                        .stream())
                .toList();
    }

    private List<BusinessClock> pass(Mark mark, List<UUID> ids) {
        var next = Moments.after(mark);
        var nextAt = next.map(ClockRows::column);
        return sql.update(CLOCK)
                .set(CLOCK.NEXT_MOMENT, next.map(following -> (short) following.percent()).orElse(null))
                .set(CLOCK.NEXT_AT, nextAt.orElse(DSL.castNull(CLOCK.NEXT_AT)))
                .where(CLOCK.ID.eq(any(ids.toArray(UUID[]::new))), CLOCK.NEXT_MOMENT.eq((short) mark.percent()))
                .returning()
                .fetch(ClockRows::clock);
    }

    private static Field<Instant> column(Mark mark) {
        return switch (mark) {
            case AMBER -> CLOCK.AMBER_AT;
            case DUE -> CLOCK.DUE_AT;
            case DOUBLED -> CLOCK.DOUBLED_AT;
        };
    }

    Optional<Instant> next(Instant until) {
        return sql.select(CLOCK.NEXT_AT)
                .from(CLOCK)
                .where(CLOCK.NEXT_AT.le(until))
                .orderBy(CLOCK.NEXT_AT, CLOCK.ID)
                .limit(1)
                .fetchOptional(CLOCK.NEXT_AT);
    }

    static BusinessClock clock(ClockRecord row) {
        return new BusinessClock(
                row.getId(),
                new RecordRef(row.getAboutKind(), row.getAboutId()),
                row.getPromise(),
                org.kamiau.platform.Function.of(row.getTurn()),
                row.getHolder() == null ? null : new MemberId(row.getHolder()),
                new Moments(
                        row.getStartedAt(),
                        row.getAmberAt(),
                        row.getDueAt(),
                        row.getDoubledAt(),
                        row.getAllowance()),
                row.getStoppedAt() == null
                        ? null
                        : new Stop(row.getStoppedAt(), Outcome.of(row.getOutcome())));
    }
}
