package org.kamiau.leads;

import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.kamiau.handoffs.ReturnReason;
import org.kamiau.platform.pieces.Rate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Scores against fate: what {@link Calibration} needs, and the returns by grade that stand beside it. */
@Component
@Transactional(readOnly = true)
class Calibrations {

    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
    private static final int MONTHS = 12;

    /**
     * MQLs of a fit (A–D, when they qualified) and how many of them sales returned first for what reason.
     *
     * @param returned reason → how many
     */
    public record Returned(String fit, long mqls, Map<ReturnReason, Long> returned) {
        public Returned {
            returned = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(returned));
        }

        public long of(ReturnReason reason) {
            return returned.getOrDefault(reason, 0L);
        }

        public Rate outside() {
            return new Rate(of(ReturnReason.OUTSIDE_DEFINITION), mqls, true);
        }
    }

    /**
     * @param from first day of the cohorts
     * @param to last day of the last cohort that had its time
     * @param unscored MQLs among them that no rule made, or whose score was not kept
     */
    public record Quality(LocalDate from, LocalDate to, Calibration calibration, long unscored, List<Returned> returns) {}

    private final DSLContext sql;
    private final InstantSource clock;

    Calibrations(DSLContext sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Of the last twelve cohorts that had their time. */
    Quality quality() {
        var now = clock.instant();
        var last = YearMonth.from(RulesOutcome.Period.before(now).fateTo());
        var first = last.minusMonths(MONTHS - 1);
        var lastFull = YearMonth.from(now.atZone(ZONE)).minusMonths(1);
        var mature = bins(start(first), start(last.plusMonths(1)));
        var recent = bins(start(lastFull.minusMonths(5)), start(lastFull.plusMonths(1)));
        var calibration = Calibration.of(mature, last, recent, lastFull);
        long all = Objects.requireNonNull(sql.resultQuery(
                        "select count(*) from leads.lead where qualified_at >= {0} and qualified_at < {1}", val(start(first)), val(start(last.plusMonths(1))))
                .fetchSingleInto(Long.class));
        return new Quality(first.atDay(1), last.atEndOfMonth(), calibration, all - calibration.n(), returns(start(last.minusMonths(2)), start(last.plusMonths(1))));
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZONE).toInstant();
    }

    private List<Calibration.Bin> bins(Instant from, Instant to) {
        return sql.resultQuery(
                        """
                        select date_trunc('month', l.qualified_at at time zone 'Asia/Tokyo')::date, q.fit + q.engagement, count(*),
                            count(*) filter (where l.sql_at <= l.qualified_at + interval '504 hours')
                        from leads.lead l join leads.qualified_score q on q.lead_id = l.id
                        where l.qualified_at >= {0} and l.qualified_at < {1}
                        group by 1, 2
                        """,
                        val(from),
                        val(to))
                .fetch(row -> new Calibration.Bin(
                        YearMonth.from(row.get(0, LocalDate.class)), row.get(1, Integer.class), row.get(2, Long.class), row.get(3, Long.class)));
    }

    private List<Returned> returns(Instant from, Instant to) {
        var byFit = new LinkedHashMap<String, Map<ReturnReason, Long>>();
        var mqls = new LinkedHashMap<String, Long>();
        sql.resultQuery(
                        """
                        select left(q.grade, 1), h.reason, count(*)
                        from leads.lead l
                        join leads.qualified_score q on q.lead_id = l.id
                        left join lateral (
                            select reason from handoffs.handoff_view
                            where about_id = l.id and about_kind = 'lead' and state = 'returned' and boundary in ('mkt_is', 'mkt_fs')
                            order by offered_at desc limit 1) h on true
                        where l.qualified_at >= {0} and l.qualified_at < {1}
                        group by 1, 2 order by 1, 2
                        """,
                        val(from),
                        val(to))
                .forEach(row -> {
                    var fit = row.get(0, String.class);
                    mqls.merge(fit, row.get(2, Long.class), Long::sum);
                    var reasons = byFit.computeIfAbsent(fit, _ -> new LinkedHashMap<>());
                    if (row.get(1) != null) {
                        reasons.put(ReturnReason.valueOf(row.get(1, String.class).toUpperCase(java.util.Locale.ROOT)), row.get(2, Long.class));
                    }
                });
        return mqls.entrySet().stream()
                .map(entry -> new Returned(entry.getKey(), entry.getValue(), byFit.getOrDefault(entry.getKey(), Map.of())))
                .toList();
    }
}
