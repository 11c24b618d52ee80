package org.kamiau.reports;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sql;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.kamiau.calendar.Calendars;
import org.kamiau.platform.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the funnel from the counts that leads keep. */
@Component
@Transactional(readOnly = true)
public class Funnels {

    /** Days that are counted together: whole months, or the days at either end. */
    private record Stretch(String grain, LocalDate from, LocalDate to) {}

    private final DSLContext sql;
    private final Calendars calendars;
    private final InstantSource clock;

    Funnels(DSLContext sql, Calendars calendars, InstantSource clock) {
        this.sql = sql;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** The company's day. */
    public LocalDate today() {
        return day(clock.instant());
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(calendars.current().zone()).toLocalDate();
    }

    /** As this member may see it: see {@link Individuals}. */
    public Funnel read(Period period, Dimension by, Actor actor) {
        return Individuals.as(actor, new Funnel(period, by, today(), cells(period, by), false));
    }

    private List<Funnel.Cell> cells(Period period, Dimension by) {
        var stretches = stretches(period);
        var parts = stretches.stream()
                .map(stretch -> sql(
                        "select * from leads.funnel_view where dimension = {0} and grain = {1} and day between {2} and {3}",
                        val(by.counted()), val(stretch.grain()), val(stretch.from()), val(stretch.to())))
                .toList();
        var all = parts.stream().reduce((one, other) -> sql("{0} union all {1}", one, other)).orElseThrow();
        var young = young(period);
        return sql.resultQuery(
                        """
                        select case when {1} then date_trunc('month', day)::date when day < {2} then {3} else {2} end, key,
                            sum(inquiries), sum(converted), sum(mqls), sum(sals), sum(sqls), sum(sqos), sum(returns), sum(waiting),
                            sum(working), sum(sent_back), sum(confirmed), sum(nurture), sum(recycled), sum(disqualified), sum(closed)
                        from ({0}) as parts group by 1, 2 having sum(inquiries) > 0 or sum(mqls) > 0 order by 1, 2
                        """,
                        all, inline(by == Dimension.MONTH), inline(young), inline(period.from()))
                .fetch(row -> new Funnel.Cell(stretch(period, by, young, row.get(0, LocalDate.class)), row.get(1, String.class), counts(row)));
    }

    /** The first day that is too young to be judged by; the day after the period when all of it is old enough. */
    private LocalDate young(Period period) {
        var today = today();
        return period.months().stream()
                .filter(month -> !month.mature(Window.SALES, today))
                .findFirst()
                .map(Period::from)
                .orElse(period.to().plusDays(1));
    }

    /** Months when they are asked for, else the mature part and the young one: two lines a key instead of one a month. */
    private static Period stretch(Period period, Dimension by, LocalDate young, LocalDate first) {
        if (by == Dimension.MONTH) {
            return period.in(YearMonth.from(first));
        }
        return first.isBefore(young) ? new Period(first, young.minusDays(1)) : new Period(young, period.to());
    }

    private static Counts counts(Record row) {
        return new Counts(
                row.get(2, Long.class), row.get(3, Long.class), row.get(4, Long.class), row.get(5, Long.class), row.get(6, Long.class),
                row.get(7, Long.class), row.get(8, Long.class),
                new Counts.Fates(
                        row.get(9, Long.class), row.get(10, Long.class), row.get(11, Long.class), row.get(12, Long.class),
                        row.get(13, Long.class), row.get(14, Long.class), row.get(15, Long.class), row.get(16, Long.class)));
    }

    /** Whole months from their own counts, so that two years by person are hundreds of rows and not tens of thousands. */
    private static List<Stretch> stretches(Period period) {
        var stretches = new ArrayList<Stretch>();
        var whole = period.months().stream().filter(Period::wholeMonth).toList();
        if (!whole.isEmpty()) {
            stretches.add(new Stretch("month", whole.getFirst().from(), whole.getLast().from()));
        }
        period.months().stream()
                .filter(month -> !month.wholeMonth())
                .forEach(part -> stretches.add(new Stretch("day", part.from(), part.to())));
        return stretches;
    }
}
