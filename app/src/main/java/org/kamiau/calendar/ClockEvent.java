package org.kamiau.calendar;

import java.time.Instant;

/** What clocks tell the other modules. */
public sealed interface ClockEvent {
    /**
     * A running clock reached a mark; told once, in the transaction that remembers it.
     *
     * @param at when the mark was due, which may be earlier than now after a standstill
     */
    record Moment(BusinessClock clock, Mark mark, Instant at) implements ClockEvent {}
}
