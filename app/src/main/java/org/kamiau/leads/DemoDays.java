package org.kamiau.leads;

import java.time.Instant;
import java.time.LocalTime;
import java.util.random.RandomGenerator;
import org.kamiau.calendar.BusinessCalendar;
import org.kamiau.calendar.BusinessTime;

/** Business time for the story: people act in office hours only. */
record DemoDays(BusinessCalendar calendar, RandomGenerator chance) {

    /** Nobody has done anything since, when the story begins. */
    static final Instant WEEKEND = DemoYear.at(DemoYear.FRIDAY, 18, 0);

    private static final int FIRST_MINUTE = 5;
    private static final int MINUTES = 500;

    /** So many business minutes later. */
    Instant after(Instant from, long minutes) {
        return calendar.nextOpening(calendar.due(from, BusinessTime.minutes(minutes)));
    }

    /** Some business minutes later, from and to inclusive. */
    Instant after(Instant from, int least, int most) {
        return after(from, chance.nextInt(least, most + 1));
    }

    Instant due(Instant from, BusinessTime allowed) {
        return calendar.due(from, allowed);
    }

    /** Some time on the business day so many business days later; never before. */
    Instant on(Instant from, int days) {
        var day = calendar.plusBusinessDays(calendar.toLocal(calendar.nextOpening(from)).toLocalDate(), days);
        var moment = day.atTime(LocalTime.of(9, FIRST_MINUTE)).plusMinutes(chance.nextInt(MINUTES)).atZone(calendar.zone()).toInstant();
        return moment.isAfter(from) ? moment : after(from, 10, 60);
    }

    /** A meeting: at full or half hours between ten and half past four. */
    Instant meeting(Instant from, int days) {
        var day = calendar.plusBusinessDays(calendar.toLocal(calendar.nextOpening(from)).toLocalDate(), days);
        return day.atTime(LocalTime.of(10, 0)).plusMinutes(30L * chance.nextInt(14)).atZone(calendar.zone()).toInstant();
    }

    long minutes(Instant from, Instant to) {
        return calendar.minutesBetween(from, to);
    }

    boolean hit(int percent) {
        return chance.nextInt(100) < percent;
    }
}
