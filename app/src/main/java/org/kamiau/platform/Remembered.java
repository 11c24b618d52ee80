package org.kamiau.platform;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An answer for all readers that is asked for often and costs more the more there is: what took long is kept for a
 * hundred times as long, a minute at most; what came at once is never kept, so that small installations see every
 * change.
 */
public final class Remembered<K, T> {

    private static final long AT_ONCE = Duration.ofMillis(20).toNanos();
    private static final long LONGEST = Duration.ofMinutes(1).toNanos();
    private static final int TIMES = 100;

    private record Kept<K, T>(K key, T answer, long until) {}

    private volatile @Nullable Kept<K, T> kept;

    /** @param key another key is another question */
    public T get(K key, Supplier<T> question) {
        var known = kept;
        var start = System.nanoTime();
        if (known != null && known.key().equals(key) && known.until() - start > 0) {
            return known.answer();
        }
        var answer = question.get();
        var end = System.nanoTime();
        if (end - start > AT_ONCE) {
            kept = new Kept<>(key, answer, end + Math.min(LONGEST, TIMES * (end - start)));
        }
        return answer;
    }
}
