package org.kamiau.platform.demo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.kamiau.platform.ApplicationClock;

/** The story while it is told: where it begins, chance that always falls the same way, things to refer to. */
public final class Story {

    /** Tuesday 2026-11-24, 9:05 in Tokyo. */
    public static final Instant MORNING = Instant.parse("2026-11-24T00:05:00Z");

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private final ApplicationClock clock;
    private final Map<String, Object> things = new HashMap<>();

    Story(ApplicationClock clock) {
        this.clock = clock;
    }

    /** Chance of its own for each name, the same at every telling. */
    public RandomGenerator random(String name) {
        return new SplittableRandom(ByteBuffer.wrap(digest(name)).getLong());
    }

    /** The same id at every telling, which sorts by its moment as all ids do (UUIDv7). */
    public UUID id(String name, Instant at) {
        var chance = ByteBuffer.wrap(digest(name));
        long high = at.toEpochMilli() << 16 | 0x7000L | (chance.getLong() & 0xFFFL);
        long low = (chance.getLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static byte[] digest(String name) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Lets something happen at an earlier moment: the application's clock stands there meanwhile. */
    public void at(Instant moment, Runnable happening) {
        clock.set(moment);
        try {
            happening.run();
        } finally {
            clock.set(MORNING);
        }
    }

    /** Keeps something for later chapters, e.g. {@code member/fs3} → its {@code MemberId}. */
    public void keep(String name, Object thing) {
        if (things.put(name, thing) != null) {
            throw new IllegalStateException("the story has two " + name);
        }
    }

    public <T> T get(String name, Class<T> type) {
        var thing = things.get(name);
        if (thing == null) {
            throw new IllegalStateException("the story has no " + name + " yet");
        }
        return type.cast(thing);
    }
}
