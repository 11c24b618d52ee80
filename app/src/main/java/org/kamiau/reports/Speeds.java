package org.kamiau.reports;

import static org.jooq.impl.DSL.val;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.kamiau.calendar.Calendars;
import org.kamiau.handoffs.Agreements;
import org.kamiau.handoffs.Promise;
import org.kamiau.leads.ResponseKind;
import org.kamiau.platform.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads how fast sales was. */
@Component
@Transactional(readOnly = true)
public class Speeds {

    private static final List<String> BUCKETS = List.of("5", "30", "60", "240", "540", "more", "");

    private final DSLContext sql;
    private final Funnels funnels;
    private final Calendars calendars;
    private final Agreements agreements;

    Speeds(DSLContext sql, Funnels funnels, Calendars calendars, Agreements agreements) {
        this.sql = sql;
        this.funnels = funnels;
        this.calendars = calendars;
        this.agreements = agreements;
    }

    public Speed read(Period period) {
        var months = new HashMap<LocalDate, Speed.Stretch>();
        var whole = new ArrayList<Speed.Stretch>();
        measured(period).forEach(row -> {
            var month = row.get(0, LocalDate.class);
            if (month == null) {
                whole.add(stretch(period, row));
            } else {
                months.put(month, stretch(period.in(YearMonth.from(month)), row));
            }
        });
        return new Speed(
                whole.isEmpty() ? none(period) : whole.getFirst(),
                period.months().stream().map(month -> months.getOrDefault(month.month().atDay(1), none(month))).toList(),
                curve(period));
    }

    /** Of the period alone, without months and curve. */
    public Speed.Stretch whole(Period period) {
        return measured(period).stream()
                .filter(row -> row.get(0) == null)
                .findFirst()
                .map(row -> stretch(period, row))
                .orElse(none(period));
    }

    private List<Record> measured(Period period) {
        var zone = calendars.current().zone();
        return List.copyOf(sql.resultQuery(
                        """
                        select date_trunc('month', qualified_at at time zone {2})::date, count(first_attempt_minutes),
                            count(*) - count(first_attempt_minutes),
                            percentile_cont(0.5) within group (order by first_attempt_minutes),
                            percentile_cont(0.9) within group (order by first_attempt_minutes),
                            count(*) filter (where first_attempt_minutes <= case when kind = any({3}) then {4} else {5} end)
                        from leads.lead_view where qualified_at >= {0} and qualified_at < {1}
                        group by grouping sets ((1), ())
                        """,
                        val(period.from().atStartOfDay(zone).toInstant()),
                        val(period.to().plusDays(1).atStartOfDay(zone).toInstant()),
                        val(zone.getId()),
                        val(Arrays.stream(ResponseKind.values()).filter(ResponseKind::handRaise).map(ResponseKind::code).toArray(String[]::new)),
                        val(minutes(Promise.HAND_RAISE)),
                        val(minutes(Promise.FOLLOW_UP)))
                .fetch());
    }

    private long minutes(Promise promise) {
        return agreements.current().time(promise).toMinutes();
    }

    private static Speed.Stretch stretch(Period period, Record row) {
        return new Speed.Stretch(
                period, row.get(1, Long.class), row.get(2, Long.class), row.get(3, Double.class), row.get(4, Double.class), row.get(5, Long.class));
    }

    private static Speed.Stretch none(Period period) {
        return new Speed.Stretch(period, 0, 0, null, null, 0);
    }

    private List<Speed.Bucket> curve(Period period) {
        var lines = new HashMap<String, Counts>();
        funnels.read(period, Dimension.SPEED, Actor.SYSTEM).matureLines().forEach(line -> lines.put(line.key(), line.counts()));
        return BUCKETS.stream()
                .map(key -> bucket(key, lines.getOrDefault(key, Counts.NONE)))
                .toList();
    }

    private static Speed.Bucket bucket(String key, Counts counts) {
        return new Speed.Bucket(key, counts.mqls(), counts.sqls());
    }
}
