package org.kamiau.calendar;

import java.time.Duration;

/**
 * How many clocks are told of in one transaction. Many at once are quick; but whoever answers one of them waits for
 * that transaction, so where listeners have much to do, few at once.
 */
record BatchSize(int clocks) {

    static final BatchSize FIRST = new BatchSize(32);
    private static final int MOST = 512;
    private static final long LONG = Duration.ofMillis(250).toNanos();

    BatchSize after(long nanos) {
        return nanos < LONG ? new BatchSize(Math.min(MOST, clocks * 2)) : new BatchSize(Math.max(1, clocks / 2));
    }

    /** To find the one among so many that cannot be told. */
    BatchSize smallerThan(int marks) {
        return new BatchSize(Math.max(1, Math.min(clocks, marks) / 2));
    }
}
