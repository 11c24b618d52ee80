package org.kamiau.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.kamiau.platform.Text;

/** How much business time is left until a due moment, in the form in which people say it. */
public sealed interface TimeLeft {

    /** The clock runs: 3 hours 20 minutes, or 4 days; zeros throughout mean less than a minute. */
    record Remaining(long days, long hours, long minutes) implements TimeLeft {}

    /**
     * The office is closed and will have opened only for the last stretch: 9:22 tomorrow morning.
     */
    record Until(Instant due, Day day) implements TimeLeft {
        @Override
        public String in(Text t) {
            return switch (day) {
                case TODAY -> t.get("calendar.until.today", t.time(due));
                case TOMORROW_MORNING -> t.get("calendar.until.tomorrow-morning", t.time(due));
                case TOMORROW -> t.get("calendar.until.tomorrow", t.time(due));
                case LATER -> t.get("calendar.until.later", t.day(due), t.time(due));
            };
        }
    }

    /** The due moment has passed, by so much business time. */
    record Overrun(long days, long hours, long minutes) implements TimeLeft {}

    /** How far away a due moment is for someone who looks at it while the office is closed. */
    enum Day {
        TODAY,
        TOMORROW_MORNING,
        TOMORROW,
        LATER
    }

    /** "残り 3時間20分", "明朝 9:22 まで", "2営業日 超過". */
    default String in(Text t) {
        return switch (this) {
            case Remaining left -> stretch("left", left.days, left.hours, left.minutes, t);
            case Overrun over -> stretch("over", over.days, over.hours, over.minutes, t);
            case Until until -> until.in(t);
        };
    }

    private static String stretch(String form, long days, long hours, long minutes, Text t) {
        var key = "calendar." + form;
        if (days > 0) {
            return hours > 0 ? t.get(key + ".day-hours", days, hours) : t.get(key + ".days", days);
        }
        if (hours > 0) {
            return minutes > 0 ? t.get(key + ".hours-minutes", hours, minutes) : t.get(key + ".hours", hours);
        }
        return minutes > 0 ? t.get(key + ".minutes", minutes) : t.get(key + ".moment");
    }

    /** What to say at this moment about something due at that one. */
    static TimeLeft at(Instant now, Instant due, BusinessCalendar calendar) {
        if (!now.isBefore(due)) {
            var over = Stretch.between(due, now, calendar);
            return new Overrun(over.days(), over.hours(), over.minutes());
        }
        if (!calendar.open(now) && dueOnNextOpenDay(now, due, calendar)) {
            return new Until(due, day(calendar.toLocal(now), calendar.toLocal(due)));
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
