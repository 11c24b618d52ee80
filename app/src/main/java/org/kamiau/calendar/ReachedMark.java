package org.kamiau.calendar;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * A running clock at one of its marks.
 *
 * @param at when the mark was due, which may be earlier than now after a standstill
 */
public record ReachedMark(BusinessClock clock, Mark mark, Instant at) {

    static final Comparator<ReachedMark> IN_ORDER =
            Comparator.comparing(ReachedMark::at).thenComparing(reached -> reached.clock.id());

    /** What the clock comes to next, if nobody stops it. */
    Optional<ReachedMark> next() {
        return Moments.after(mark).map(following -> new ReachedMark(clock, following, clock.moments().at(following)));
    }
}
