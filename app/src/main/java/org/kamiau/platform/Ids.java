package org.kamiau.platform;

import java.security.SecureRandom;
import java.util.UUID;

/** UUIDv7 (RFC 9562): ids that sort by the moment they were made, so that indexes grow at one end. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static long lastStamp;

    private Ids() {}

    /** Later calls in this JVM give greater ids: 48 bits of milliseconds and a 12 bit fraction, then chance. */
    public static UUID next() {
        long stamp = stamp();
        long high = (stamp >>> 12) << 16 | 0x7000L | (stamp & 0xFFFL);
        long low = (RANDOM.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static synchronized long stamp() {
        long nanos = System.nanoTime() % 1_000_000L;
        long stamp = (System.currentTimeMillis() << 12) | (Math.abs(nanos) * 4096 / 1_000_000L);
        lastStamp = Math.max(lastStamp + 1, stamp);
        return lastStamp;
    }
}
