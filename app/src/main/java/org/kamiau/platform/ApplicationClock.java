package org.kamiau.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The time that the application lives in. Real time, or demo time: as fast as the real one, but shifted to
 * where the story stands. Sign-in, tokens and rate limits use {@link Clock#systemUTC()} instead.
 */
public final class ApplicationClock implements InstantSource {

    private final InstantSource real;
    private final AtomicReference<Duration> shift = new AtomicReference<>(Duration.ZERO);

    public ApplicationClock(InstantSource real) {
        this.real = real;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(shift.get());
    }

    /** From now on it is this late, and time goes on from there. */
    public void set(Instant now) {
        shift.set(Duration.between(real.instant(), now));
    }
}
