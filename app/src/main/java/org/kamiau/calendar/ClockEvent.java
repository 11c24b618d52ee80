package org.kamiau.calendar;

import java.util.Collection;
import java.util.List;

/** What clocks tell the other modules. */
public sealed interface ClockEvent {
    /**
     * Running clocks reached their marks, from one to some hundreds at a time. Each mark is told once, in the
     * transaction that remembers it.
     *
     * @param marks in the order in which they were due; no clock is there twice
     */
    record Reached(List<ReachedMark> marks) implements ClockEvent {
        public Reached {
            marks = List.copyOf(marks);
        }

        /** Those of these promises. */
        public List<ReachedMark> of(Collection<String> promises) {
            return marks.stream().filter(reached -> promises.contains(reached.clock().promise())).toList();
        }
    }
}
