package org.kamiau.calendar;

import java.time.LocalTime;

/** A part of one day, from its first moment up to, not including, its last. */
public record Span(LocalTime from, LocalTime to) {
    public Span {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "A span ends after it begins: " + from + " to " + to);
        }
    }

    boolean contains(LocalTime time) {
        return !time.isBefore(from) && time.isBefore(to);
    }

    long nanos() {
        return to.toNanoOfDay() - from.toNanoOfDay();
    }

    long nanosBefore(LocalTime time) {
        return Math.clamp(time.toNanoOfDay() - from.toNanoOfDay(), 0, nanos());
    }
}
