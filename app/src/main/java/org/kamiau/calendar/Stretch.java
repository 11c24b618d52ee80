package org.kamiau.calendar;

import java.time.Instant;

/**
 * A length of business time as people say it: whole days, and the small parts only where they still
 * matter.
 */
record Stretch(long days, long hours, long minutes) {

    static Stretch between(Instant from, Instant to, BusinessCalendar calendar) {
        var days = wholeDays(from, to, calendar);
        if (days >= 2) {
            return new Stretch(days, 0, 0);
        }
        var rest = calendar.minutesBetween(calendar.due(from, BusinessTime.days(days)), to);
        return days == 1 ? new Stretch(1, rest / 60, 0) : new Stretch(0, rest / 60, rest % 60);
    }

    /** As many days as fit: counted by dates, because a day need not have 540 minutes. */
    private static long wholeDays(Instant from, Instant to, BusinessCalendar calendar) {
        var start = calendar.toLocal(calendar.nextOpening(from)).toLocalDate();
        var end = calendar.toLocal(to).toLocalDate();
        var days = Math.max(0, calendar.businessDaysBetween(start, end));
        return days > 0 && calendar.due(from, BusinessTime.days(days)).isAfter(to)
                ? days - 1
                : days;
    }
}
