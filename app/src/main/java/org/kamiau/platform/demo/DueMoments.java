package org.kamiau.platform.demo;

import java.time.Instant;
import java.util.Optional;

/** Moments at which something happens by itself (clocks, schedules); modules declare theirs as beans. */
public interface DueMoments {

    /** The earliest moment up to this one at which something still waits to happen. */
    Optional<Instant> next(Instant upTo);

    /** Lets everything happen that is due at this moment; afterwards {@link #next} is later. */
    void fire(Instant now);
}
