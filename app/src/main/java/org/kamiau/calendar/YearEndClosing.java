package org.kamiau.calendar;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.time.MonthDay;

/** The days around New Year on which the company is closed, both ends included (年末年始). */
public record YearEndClosing(MonthDay from, MonthDay to) {
    /** A closing that left no open day would leave every clock without a due moment. */
    public static final int LONGEST_DAYS = 31;

    public YearEndClosing {
        if (!from.isAfter(to)) {
            throw new IllegalArgumentException(
                    "The closing spans the turn of the year: " + from + " to " + to);
        }
        if (DAYS.between(from.atYear(2025), to.atYear(2026)) >= LONGEST_DAYS) {
            throw new IllegalArgumentException("Nobody closes that long: " + from + " to " + to);
        }
    }

    /** 29 December to 3 January, as government offices close by law. */
    public static YearEndClosing customary() {
        return new YearEndClosing(MonthDay.of(12, 29), MonthDay.of(1, 3));
    }

    public boolean covers(LocalDate date) {
        var day = MonthDay.from(date);
        return !day.isBefore(from) || !day.isAfter(to);
    }

    /** Such as {@code 12-29/01-03}. */
    @Override
    public String toString() {
        return written(from) + "/" + written(to);
    }

    static MonthDay read(String written) {
        return MonthDay.parse("--" + written);
    }

    static String written(MonthDay day) {
        return day.toString().substring(2);
    }
}
