package org.kamiau.handoffs;

import static db.handoffs.Tables.DIGEST;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.val;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kamiau.calendar.Calendars;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Directory;
import org.kamiau.platform.Ids;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Role;
import org.kamiau.platform.notices.Notice;
import org.kamiau.platform.notices.Notices;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The last step of every escalation: once a week, on the morning of its first business day, the executives hear which
 * promises were broken three business days ago and are still not kept, of both sides in one sentence.
 */
@Component
@Transactional
public class Digests {

    /** The kind under which notices know digests. */
    static final String KIND = "digest";

    static final String NOTICE = "handoffs.digest";

    private static final int BUSINESS_DAYS = 3;

    private final DSLContext sql;
    private final Calendars calendars;
    private final Directory directory;
    private final Notices notices;
    private final InstantSource clock;

    Digests(DSLContext sql, Calendars calendars, Directory directory, Notices notices, InstantSource clock) {
        this.sql = sql;
        this.calendars = calendars;
        this.directory = directory;
        this.notices = notices;
        this.clock = clock;
    }

    /** When the next one is written. */
    @Transactional(readOnly = true)
    public Instant next() {
        var calendar = calendars.current();
        var week = monday(calendar.toLocal(clock.instant()).toLocalDate());
        var last = sql.select(max(DIGEST.WEEK)).from(DIGEST).fetchSingle().value1();
        var day = last == null || last.isBefore(week) ? week : last.plusWeeks(1);
        return calendar.nextOpening(day.atStartOfDay(calendar.zone()).toInstant());
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Writes this week's, once; a week in which everything is kept tells nobody. */
    public void write(Instant now) {
        var calendar = calendars.current();
        var today = calendar.toLocal(now).toLocalDate();
        var before = daysBack(today);
        var week = monday(today);
        if (calendar.nextOpening(week.atStartOfDay(calendar.zone()).toInstant()).isAfter(now)) {
            return;
        }
        var id = Ids.next();
        var written = sql.resultQuery(
                        """
                        insert into handoffs.digest (id, week, written_at, broken_before, sales, marketing)
                        select {0}, {1}, {2}, {3}, count(*) filter (where direction <> 'marketing_to_sales'),
                            count(*) filter (where direction = 'marketing_to_sales')
                        from handoffs.promise_view where stopped_at is null and due_at < {4}
                        on conflict (week) do nothing returning sales, marketing
                        """,
                        val(id), val(week), val(now), val(before), val(before.atStartOfDay(calendar.zone()).toInstant()))
                .fetchOptional();
        written.ifPresent(counts -> tell(id, counts.get(0, Integer.class), counts.get(1, Integer.class)));
    }

    private LocalDate daysBack(LocalDate today) {
        var calendar = calendars.current();
        var day = today;
        while (calendar.businessDaysBetween(day, today) < BUSINESS_DAYS) {
            day = day.minusDays(1);
        }
        return day;
    }

    private void tell(UUID id, int sales, int marketing) {
        if (sales + marketing > 0) {
            notices.send(
                    directory.withRole(Role.EXEC).stream().map(Directory.Person::id).toList(),
                    Notice.of(NOTICE, new RecordRef(KIND, id), Actor.SYSTEM, "handoffs.digest.told", sales + marketing, sales, marketing));
        }
    }

    /** The weeks of some digests. */
    @Transactional(readOnly = true)
    Map<UUID, LocalDate> weeks(Collection<UUID> ids) {
        return sql.select(DIGEST.ID, DIGEST.WEEK).from(DIGEST).where(DIGEST.ID.in(ids)).fetchMap(DIGEST.ID, DIGEST.WEEK);
    }

    /** Before which day the promises it counts fell due. */
    @Transactional(readOnly = true)
    Optional<LocalDate> brokenBefore(UUID id) {
        return sql.select(DIGEST.BROKEN_BEFORE).from(DIGEST).where(DIGEST.ID.eq(id)).fetchOptional(DIGEST.BROKEN_BEFORE);
    }
}
