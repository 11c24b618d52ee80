package org.kamiau.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The open time and the business days of one year as running sums, so that a due moment years away
 * is a few binary searches and never a walk.
 */
final class BusinessYear {
    private final int year;
    private final Function<LocalDate, List<Span>> spans;

    /** Open nanoseconds before day n of the year (from 0), with the whole year at the end. */
    private final long[] openBefore;

    /** The ordinals (from 0) of the business days. */
    private final int[] businessDays;

    BusinessYear(int year, Function<LocalDate, List<Span>> spans) {
        this.year = year;
        this.spans = spans;
        var length = Year.of(year).length();
        openBefore = new long[length + 1];
        var open = new int[length];
        var count = 0;
        for (var day = 0; day < length; day++) {
            var nanos = spans.apply(date(day)).stream().mapToLong(Span::nanos).sum();
            openBefore[day + 1] = openBefore[day] + nanos;
            if (nanos > 0) {
                open[count++] = day;
            }
        }
        businessDays = Arrays.copyOf(open, count);
    }

    /** All open time of the year. */
    long openNanos() {
        return openBefore[openBefore.length - 1];
    }

    long openNanosBefore(LocalDateTime moment) {
        return openBefore[moment.getDayOfYear() - 1]
                + spans.apply(moment.toLocalDate()).stream()
                        .mapToLong(span -> span.nanosBefore(moment.toLocalTime()))
                        .sum();
    }

    /**
     * The earliest moment at which this much of the year's open time, more than none, has passed.
     */
    LocalDateTime whenOpenFor(long nanos) {
        var found = Arrays.binarySearch(openBefore, nanos);
        // On an exact hit any of several equal sums may be found; the first of them ends the open
        // day before it.
        var end = found >= 0 ? found : -found - 1;
        while (openBefore[end - 1] >= nanos) {
            end--;
        }
        var date = date(end - 1);
        var left = nanos - openBefore[end - 1];
        for (var span : spans.apply(date)) {
            if (left <= span.nanos()) {
                return date.atTime(LocalTime.ofNanoOfDay(span.from().toNanoOfDay() + left));
            }
            left -= span.nanos();
        }
        throw new IllegalStateException("The sums and the hours of " + date + " disagree");
    }

    int businessDayCount() {
        return businessDays.length;
    }

    int businessDaysBefore(LocalDate date) {
        var found = Arrays.binarySearch(businessDays, date.getDayOfYear() - 1);
        return found >= 0 ? found : -found - 1;
    }

    LocalDate businessDay(int ordinal) {
        return date(businessDays[ordinal]);
    }

    private LocalDate date(int day) {
        return LocalDate.ofYearDay(year, day + 1);
    }
}
