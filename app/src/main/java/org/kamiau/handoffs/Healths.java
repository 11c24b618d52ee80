package org.kamiau.handoffs;

import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.kamiau.calendar.Calendars;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The health of every boundary; a hand-over counts in the time in which it was offered. */
@Component
@Transactional(readOnly = true)
public class Healths {

    /** A field of a boundary: in how many packets it was missing, at how many meetings it was asked again. */
    public record FieldCount(String field, long missing, long packets, long reasked, long held) {}

    private final DSLContext sql;
    private final Calendars calendars;
    private final InstantSource clock;

    Healths(DSLContext sql, Calendars calendars, InstantSource clock) {
        this.sql = sql;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** @param to inclusive; a boundary without hand-overs is there with n = 0 */
    public Map<Boundary, Health> between(LocalDate from, LocalDate to) {
        return monthly(from, to, false).getOrDefault(YearMonth.from(from), byBoundary(List.of()));
    }

    /** Month by month, the empty ones too. */
    public Map<YearMonth, Map<Boundary, Health>> months(YearMonth from, YearMonth to) {
        var counted = monthly(from.atDay(1), to.atEndOfMonth(), true);
        var months = new TreeMap<YearMonth, Map<Boundary, Health>>();
        for (var month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            months.put(month, counted.getOrDefault(month, byBoundary(List.of())));
        }
        return months;
    }

    private Map<YearMonth, Map<Boundary, Health>> monthly(LocalDate from, LocalDate to, boolean byMonth) {
        var zone = calendars.current().zone();
        var rows = sql.resultQuery(
                        """
                        select case when {3} then to_char(h.offered_at at time zone {4}, 'YYYY-MM') else {5} end as month, h.boundary,
                            count(*) as n,
                            count(*) filter (where h.due_at is not null and (h.state <> 'offered' or h.due_at < {2})) as answerable,
                            count(*) filter (where h.due_at is not null and h.state <> 'offered' and not h.late) as in_time,
                            count(*) filter (where cardinality(h.fields) > 0) as with_fields,
                            coalesce(sum(1 - cardinality(h.missing)::numeric / nullif(cardinality(h.fields), 0)), 0) as presence,
                            count(*) filter (where h.completion = 'held') as held,
                            count(*) filter (where h.completion = 'held' and cardinality(h.reasked) > 0) as reasked,
                            coalesce(sum(r.n), 0) as ratings,
                            coalesce(sum(r.total), 0) as rating_sum,
                            count(*) filter (where h.completion = 'no_show') as no_show
                        from handoffs.handoff h
                        left join lateral (
                            select count(*) as n, sum(score) as total from handoffs.rating where handoff_id = h.id) r on true
                        where h.offered_at >= {0} and h.offered_at < {1} and h.state <> 'withdrawn'
                        group by 1, 2
                        """,
                        val(start(from, zone)),
                        val(start(to.plusDays(1), zone)),
                        val(clock.instant()),
                        val(byMonth),
                        val(zone.getId()),
                        val(YearMonth.from(from).toString()))
                .fetchGroups(row -> YearMonth.parse(row.get("month", String.class)));
        var months = new TreeMap<YearMonth, Map<Boundary, Health>>();
        rows.forEach((month, records) -> months.put(month, byBoundary(records)));
        return months;
    }

    private static Map<Boundary, Health> byBoundary(List<? extends Record> records) {
        var health = new EnumMap<Boundary, Health>(Boundary.class);
        for (var boundary : Boundary.values()) {
            health.put(boundary, new Health.Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0).health());
        }
        records.forEach(row -> health.put(Boundary.of(row.get("boundary", String.class)), counts(row).health()));
        return health;
    }

    private static Health.Counts counts(Record row) {
        return new Health.Counts(
                row.get("n", Long.class), row.get("answerable", Long.class), row.get("in_time", Long.class), row.get("with_fields", Long.class),
                row.get("presence", Double.class), row.get("held", Long.class), row.get("reasked", Long.class), row.get("ratings", Long.class),
                row.get("rating_sum", Double.class), row.get("no_show", Long.class));
    }

    /** Which agreed fields are missing and asked again, by boundary, the worst first. */
    public Map<Boundary, List<FieldCount>> fields(LocalDate from, LocalDate to) {
        var zone = calendars.current().zone();
        var fields = new EnumMap<Boundary, List<FieldCount>>(Boundary.class);
        sql.resultQuery(
                        """
                        select h.boundary, f.field, count(*) filter (where f.field = any(h.missing)), count(*),
                            count(*) filter (where h.completion = 'held' and f.field = any(h.reasked)), count(*) filter (where h.completion = 'held')
                        from handoffs.handoff h cross join lateral unnest(h.fields) as f (field)
                        where h.offered_at >= {0} and h.offered_at < {1} and h.state <> 'withdrawn'
                        group by 1, 2
                        having count(*) filter (where f.field = any(h.missing) or f.field = any(h.reasked)) > 0
                        order by 1, 3 desc, 5 desc, 2
                        """,
                        val(start(from, zone)),
                        val(start(to.plusDays(1), zone)))
                .forEach(row -> fields.computeIfAbsent(Boundary.of(row.get(0, String.class)), _ -> new java.util.ArrayList<>())
                        .add(new FieldCount(
                                row.get(1, String.class), row.get(2, Long.class), row.get(3, Long.class), row.get(4, Long.class), row.get(5, Long.class))));
        return fields;
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
