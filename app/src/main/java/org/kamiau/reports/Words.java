package org.kamiau.reports;

import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Text;

/** How figures of reports are said. */
public final class Words {

    private static final int DAY = 540;

    private Words() {}

    /** Percentage points with their sign. */
    public static String points(double points, Text t) {
        return (points < 0 ? "−" : points > 0 ? "+" : "±") + t.number(Math.abs(points), 1);
    }

    public static String percent(double percent, Text t) {
        return t.number(percent, 1) + "%";
    }

    /** Business minutes as people say them: 22 minutes, 3 hours 40; a business day has nine hours. */
    public static String duration(@Nullable Double minutes, Text t) {
        if (minutes == null) {
            return "–";
        }
        long whole = Math.round(minutes);
        if (whole >= DAY) {
            return t.get("reports.days", whole / DAY, whole % DAY / 60);
        }
        return whole < 60 ? t.get("reports.minutes", whole) : t.get("reports.hours", whole / 60, whole % 60);
    }

    public static String period(Period period, Text t) {
        var months = period.months();
        boolean whole = months.stream().allMatch(Period::wholeMonth);
        if (!whole) {
            return t.get("reports.period", t.date(period.from()), t.date(period.to()));
        }
        var first = Names.month(period.month(), t);
        var last = Names.month(months.getLast().month(), t);
        return months.size() == 1 ? first : t.get("reports.period", first, last);
    }

    /** For the axis of a chart. */
    public static String shortMonth(Period period, Text t) {
        return Names.shortMonth(period.month(), t);
    }
}
