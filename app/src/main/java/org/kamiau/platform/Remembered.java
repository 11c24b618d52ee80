package org.kamiau.platform;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An answer for all readers that is asked for often and costs more the more there is: what took long is kept for a
 * hundred times as long, a minute at most; what came at once is never kept, so that small installations see every
 * change. While one reader asks again the others get the answer that is known.
 */
public final class Remembered<K, T> {

    private static final long AT_ONCE = Duration.ofMillis(20).toNanos();
    private static final long LONGEST = Duration.ofMinutes(1).toNanos();
    private static final int TIMES = 100;

    private record Kept<K, T>(K key, T answer, long until) {}

    private final ReentrantLock asking = new ReentrantLock();
    private final LongSupplier nanos;
    private volatile @Nullable Kept<K, T> kept;

    public Remembered() {
        this(System::nanoTime);
    }

    Remembered(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** @param key another key is another question */
    public T get(K key, Supplier<T> question) {
        var known = kept(key);
        if (known != null && (fresh(known) || asking.isLocked())) {
            return known.answer();
        }
        asking.lock();
        try {
            var meanwhile = kept(key);
            return meanwhile != null && fresh(meanwhile) ? meanwhile.answer() : ask(key, question);
        } finally {
            asking.unlock();
        }
    }

    private @Nullable Kept<K, T> kept(K key) {
        var known = kept;
        return known != null && known.key().equals(key) ? known : null;
    }

    private boolean fresh(Kept<K, T> known) {
        return known.until() - nanos.getAsLong() > 0;
    }

    private T ask(K key, Supplier<T> question) {
        long start = nanos.getAsLong();
        var answer = question.get();
        long end = nanos.getAsLong();
        kept = end - start > AT_ONCE ? new Kept<>(key, answer, end + Math.min(LONGEST, TIMES * (end - start))) : null;
        return answer;
    }
}
