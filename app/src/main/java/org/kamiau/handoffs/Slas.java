package org.kamiau.handoffs;

import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.kamiau.calendar.Calendars;
import org.kamiau.handoffs.Promise.Direction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How both sides kept their promises; a promise counts in the month in which it fell due. */
@Component
@Transactional(readOnly = true)
public class Slas {

    /** How often a promise was broken. */
    record Broken(Promise promise, long count) {}

    private final DSLContext sql;
    private final Calendars calendars;
    private final InstantSource clock;

    Slas(DSLContext sql, Calendars calendars, InstantSource clock) {
        this.sql = sql;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** @param to inclusive */
    public Sla between(LocalDate from, LocalDate to) {
        return new Sla(counted(from, to, false).values().stream().flatMap(List::stream).toList());
    }

    /** Month by month, the empty ones too. */
    public Map<YearMonth, Sla> months(YearMonth from, YearMonth to) {
        var counted = counted(from.atDay(1), to.atEndOfMonth(), true);
        var months = new TreeMap<YearMonth, Sla>();
        for (var month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            months.put(month, new Sla(counted.getOrDefault(month, List.of())));
        }
        return months;
    }

    /** Promises that were kept too late, the most frequent first; what is still owed is not among them. */
    List<Broken> broken(LocalDate from, LocalDate to) {
        var zone = calendars.current().zone();
        return sql.resultQuery(
                        """
                        select code, count(*) from handoffs.promise_view
                        where outcome = 'breached' and due_at >= {0} and due_at < {1} group by code order by 2 desc, 1
                        """,
                        val(start(from, zone)),
                        val(start(to.plusDays(1), zone)))
                .fetch(row -> new Broken(Promise.valueOf(row.get(0, String.class).toUpperCase(Locale.ROOT)), row.get(1, Long.class)));
    }

    private Map<YearMonth, List<Sla.Line>> counted(LocalDate from, LocalDate to, boolean byMonth) {
        var zone = calendars.current().zone();
        var lines = new TreeMap<YearMonth, List<Sla.Line>>();
        sql.resultQuery(
                        """
                        select case when {3} then to_char(due_at at time zone {4}, 'YYYY-MM') else {5} end as month, code, direction,
                            count(*) filter (where outcome = 'met'),
                            count(*) filter (where outcome = 'breached' or stopped_at is null and due_at <= {2}),
                            count(*) filter (where outcome = 'waived'),
                            count(*) filter (where stopped_at is null and due_at > {2})
                        from handoffs.promise_view where due_at >= {0} and due_at < {1}
                        group by 1, 2, 3
                        """,
                        val(start(from, zone)),
                        val(start(to.plusDays(1), zone)),
                        val(clock.instant()),
                        val(byMonth),
                        val(zone.getId()),
                        val(YearMonth.from(from).toString()))
                .forEach(row -> lines.computeIfAbsent(YearMonth.parse(row.get(0, String.class)), _ -> new ArrayList<>())
                        .add(new Sla.Line(
                                Promise.valueOf(row.get(1, String.class).toUpperCase(Locale.ROOT)),
                                Direction.valueOf(row.get(2, String.class).toUpperCase(Locale.ROOT)),
                                new Sla.Counts(row.get(3, Long.class), row.get(4, Long.class), row.get(5, Long.class), row.get(6, Long.class)))));
        return lines;
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
