package org.kamiau.leads;

import static org.jooq.impl.DSL.val;

import java.time.Duration;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.kamiau.calendar.Calendars;
import org.kamiau.handoffs.Deliveries;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The months' MQLs and what became of them, for the agreement's monthly result. */
@Component
@Transactional(readOnly = true)
class LeadDeliveries implements Deliveries {

    /** From MQL to SAL and SQL, in days of 24 hours, as in the funnel. */
    private static final Duration WINDOW = Duration.ofDays(21);

    private final DSLContext sql;
    private final Scoring scoring;
    private final Calendars calendars;
    private final InstantSource clock;

    LeadDeliveries(DSLContext sql, Scoring scoring, Calendars calendars, InstantSource clock) {
        this.sql = sql;
        this.scoring = scoring;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public Map<YearMonth, Delivered> months(YearMonth from, YearMonth to) {
        var zone = calendars.current().zone();
        var now = clock.instant();
        var months = new TreeMap<YearMonth, Delivered>();
        for (var month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            months.put(month, new Delivered(0, 0, 0, 0, true));
        }
        sql.resultQuery(
                        """
                        select to_char(qualified_at at time zone {2}, 'YYYY-MM'), count(*), count(*) filter (where target),
                            count(*) filter (where accepted_at <= qualified_at + {3}::interval),
                            count(*) filter (where sql_at <= qualified_at + {3}::interval)
                        from leads.lead where qualified_at >= {0} and qualified_at < {1} group by 1
                        """,
                        val(from.atDay(1).atStartOfDay(zone).toInstant()),
                        val(to.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant()),
                        val(zone.getId()),
                        val(WINDOW.toHours() + " hours"))
                .forEach(row -> months.put(
                        YearMonth.parse(row.get(0, String.class)),
                        new Delivered(row.get(1, Long.class), row.get(2, Long.class), row.get(3, Long.class), row.get(4, Long.class), true)));
        months.replaceAll((month, counted) -> new Delivered(
                counted.mql(), counted.target(), counted.accepted(), counted.sql(),
                !month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant().plus(WINDOW).isAfter(now)));
        return months;
    }

    @Override
    public String path(YearMonth month, Figure figure) {
        var mqls = "/leads?f=qualified.between." + month.atDay(1) + "," + month.atEndOfMonth();
        return switch (figure) {
            case MQL -> mqls;
            case TARGET -> mqls + "&f=target.is.true";
            case ACCEPTED -> mqls + "&f=sal.is.true";
            case SQL -> mqls + "&f=sql.is.true";
        };
    }

    @Override
    public int scoring() {
        return scoring.current().version();
    }
}
