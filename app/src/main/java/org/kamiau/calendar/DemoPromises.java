package org.kamiau.calendar;

import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.BusinessClock.Outcome;
import org.kamiau.platform.Bulk;
import org.kamiau.platform.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the promises of the demonstration's past, kept and broken, and those that still run, all at once. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DemoPromises {

    /**
     * A promise of the past.
     *
     * @param stoppedAt null while it runs
     * @param outcome null when the due moment tells
     */
    public record Past(NewClock promise, @Nullable Instant stoppedAt, @Nullable Outcome outcome) {
        public static Past running(NewClock promise) {
            return new Past(promise, null, null);
        }
    }

    private record Row(UUID id, Past past, Moments moments) {
        @Nullable String outcome() {
            var stopped = past.stoppedAt();
            if (stopped == null) {
                return null;
            }
            return (past.outcome() == null ? BusinessClock.outcome(stopped, moments.dueAt()) : past.outcome()).code();
        }

        /** As when a clock is stopped: a moment before the start counts as the start. */
        @Nullable Instant stoppedAt() {
            var stopped = past.stoppedAt();
            return stopped != null && stopped.isBefore(moments.startedAt()) ? moments.startedAt() : stopped;
        }
    }

    private final DSLContext sql;
    private final Calendars calendars;

    DemoPromises(DSLContext sql, Calendars calendars) {
        this.sql = sql;
        this.calendars = calendars;
    }

    /** A clock that runs waits for its first mark, whatever the time is: the sweep tells it. */
    public void tell(List<Past> promises) {
        var calendar = calendars.current();
        var rows = new Bulk<>(promises.stream()
                .map(past -> new Row(Ids.next(), past, Moments.of(past.promise().startedAt(), past.promise().allowed(), calendar)))
                .toList());
        sql.execute(
                """
                insert into calendar.clock (id, about_kind, about_id, promise, turn, holder, started_at, allowance,
                    amber_at, due_at, doubled_at, stopped_at, outcome, next_moment, next_at)
                select c.*, case when c.stopped_at is null then 80 end, case when c.stopped_at is null then c.amber_at end
                from unnest({0}::uuid[], {1}::text[], {2}::uuid[], {3}::text[], {4}::text[], {5}::uuid[], {6}::timestamptz[],
                    {7}::bigint[], {8}::timestamptz[], {9}::timestamptz[], {10}::timestamptz[], {11}::timestamptz[], {12}::text[])
                    as c (id, about_kind, about_id, promise, turn, holder, started_at, allowance, amber_at, due_at, doubled_at,
                        stopped_at, outcome)
                """,
                rows.uuids(Row::id),
                rows.texts(row -> row.past().promise().about().kind()),
                rows.uuids(row -> row.past().promise().about().id()),
                rows.texts(row -> row.past().promise().promise()),
                rows.texts(row -> row.past().promise().turn().code()),
                rows.members(row -> row.past().promise().holder()),
                rows.moments(row -> row.moments().startedAt()),
                val(rows.rows().stream().map(row -> row.moments().allowance()).toArray(Long[]::new)),
                rows.moments(row -> row.moments().amberAt()),
                rows.moments(row -> row.moments().dueAt()),
                rows.moments(row -> row.moments().doubledAt()),
                rows.moments(Row::stoppedAt),
                rows.texts(Row::outcome));
    }
}
