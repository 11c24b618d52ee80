package org.kamiau.reports;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** Days from one to another, both included. */
public record Period(LocalDate from, LocalDate to) {

    public Period {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException(from + " is after " + to);
        }
    }

    public static Period of(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    public static Period of(YearMonth first, YearMonth last) {
        return new Period(first.atDay(1), last.atEndOfMonth());
    }

    public boolean mature(Window window, LocalDate today) {
        return window.over(to, today);
    }

    /** Its part of each month, in order. */
    public List<Period> months() {
        return Stream.iterate(YearMonth.from(from), month -> !month.isAfter(YearMonth.from(to)), month -> month.plusMonths(1))
                .map(this::in)
                .toList();
    }

    /** Its part of this month, which it must touch. */
    Period in(YearMonth month) {
        var whole = of(month);
        return new Period(from.isAfter(whole.from()) ? from : whole.from(), to.isBefore(whole.to()) ? to : whole.to());
    }

    /** All of a month. */
    boolean wholeMonth() {
        return equals(of(YearMonth.from(from)));
    }

    public YearMonth month() {
        return YearMonth.from(from);
    }
}
