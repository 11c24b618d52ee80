package org.kamiau.handoffs;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Invalid;

/** The days that figures are asked for, both inclusive. */
record Days(LocalDate from, LocalDate to) {

    private static final int MOST_YEARS = 5;

    /** What is not said is this month up to today; 422 for a time that ends before it begins or lasts more than five years. */
    static Days of(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
        var last = to == null ? (from != null && from.isAfter(today) ? from : today) : to;
        var first = from == null ? last.withDayOfMonth(1) : from;
        if (last.isBefore(first)) {
            throw new Invalid("to", "handoffs.invalid.days-order");
        }
        if (first.plusYears(MOST_YEARS).isBefore(last)) {
            throw new Invalid("to", "handoffs.invalid.days-many", MOST_YEARS);
        }
        return new Days(first, last);
    }
}
