package org.kamiau.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** How much business time is left until a due moment, in the form in which people say it. */
public sealed interface TimeLeft {

    /** The clock runs: 3 hours 20 minutes, or 4 days; zeros throughout mean less than a minute. */
    record Remaining(long days, long hours, long minutes) implements TimeLeft {}

    /**
     * The office is closed and will have opened only for the last stretch: 9:22 tomorrow morning.
     */
    record Until(LocalDateTime due, Day day) implements TimeLeft {}

    /** The due moment has passed, by so much business time. */
    record Overrun(long days, long hours, long minutes) implements TimeLeft {}

    /** How far away a due moment is for someone who looks at it while the office is closed. */
    enum Day {
        TODAY,
        TOMORROW_MORNING,
        TOMORROW,
        LATER
    }

    /** What to say at this moment about something due at that one. */
    static TimeLeft at(Instant now, Instant due, BusinessCalendar calendar) {
        if (!now.isBefore(due)) {
            var over = Stretch.between(due, now, calendar);
            return new Overrun(over.days(), over.hours(), over.minutes());
        }
        if (!calendar.open(now) && dueOnNextOpenDay(now, due, calendar)) {
            var local = calendar.toLocal(due);
            return new Until(local, day(calendar.toLocal(now), local));
        }
        var left = Stretch.between(now, due, calendar);
        return new Remaining(left.days(), left.hours(), left.minutes());
    }

    private static boolean dueOnNextOpenDay(Instant now, Instant due, BusinessCalendar calendar) {
        var opening = calendar.toLocal(calendar.nextOpening(now)).toLocalDate();
        return !calendar.toLocal(due).toLocalDate().isAfter(opening);
    }

    private static Day day(LocalDateTime now, LocalDateTime due) {
        if (due.toLocalDate().equals(now.toLocalDate())) {
            return Day.TODAY;
        }
        if (!due.toLocalDate().equals(now.toLocalDate().plusDays(1))) {
            return Day.LATER;
        }
        return due.toLocalTime().isBefore(LocalTime.NOON) ? Day.TOMORROW_MORNING : Day.TOMORROW;
    }
}
