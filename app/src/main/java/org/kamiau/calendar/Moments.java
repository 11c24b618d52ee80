package org.kamiau.calendar;

import java.time.Instant;
import java.util.Optional;

/**
 * The moments of one clock, fixed when it starts so that a later change of the calendar never moves
 * a promise.
 *
 * @param allowance business minutes from start to due
 */
public record Moments(
        Instant startedAt, Instant amberAt, Instant dueAt, Instant doubledAt, long allowance) {

    static Moments of(Instant start, BusinessTime allowed, BusinessCalendar calendar) {
        var due = calendar.due(start, allowed);
        var minutes = calendar.minutesBetween(start, due);
        var amber = calendar.due(start, BusinessTime.minutes(Math.round(minutes * 0.8)));
        var doubled = calendar.due(start, new BusinessTime(allowed.amount() * 2, allowed.unit()));
        return new Moments(start, amber, due, doubled, minutes);
    }

    Instant at(Mark mark) {
        return switch (mark) {
            case AMBER -> amberAt;
            case DUE -> dueAt;
            case DOUBLED -> doubledAt;
        };
    }

    static Optional<Mark> after(Mark mark) {
        return switch (mark) {
            case AMBER -> Optional.of(Mark.DUE);
            case DUE -> Optional.of(Mark.DOUBLED);
            case DOUBLED -> Optional.empty();
        };
    }
}
