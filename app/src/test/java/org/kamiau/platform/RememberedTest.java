package org.kamiau.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private final Remembered<String, Integer> remembered = new Remembered<>(now::get);

    private int ask(String key, Duration takes) {
        return remembered.get(key, () -> {
            now.addAndGet(takes.toNanos());
            return asked.incrementAndGet();
        });
    }

    @Test
    void what_comes_at_once_is_asked_every_time() {
        ask("today", Duration.ofMillis(5));

        assertThat(ask("today", Duration.ofMillis(5))).isEqualTo(2);
    }

    @Test
    void what_took_long_is_kept_a_hundred_times_as_long() {
        ask("today", Duration.ofMillis(100));

        now.addAndGet(Duration.ofSeconds(9).toNanos());
        assertThat(ask("today", Duration.ofMillis(100))).isEqualTo(1);

        now.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(ask("today", Duration.ofMillis(100))).isEqualTo(2);
    }

    @Test
    void nothing_is_kept_longer_than_a_minute() {
        ask("today", Duration.ofSeconds(10));

        now.addAndGet(Duration.ofSeconds(61).toNanos());

        assertThat(ask("today", Duration.ofSeconds(10))).isEqualTo(2);
    }

    @Test
    void another_key_is_another_question() {
        ask("today", Duration.ofSeconds(1));

        assertThat(ask("tomorrow", Duration.ofSeconds(1))).isEqualTo(2);
    }

    @Test
    void while_one_reader_asks_again_the_others_get_what_is_known() throws Exception {
        ask("today", Duration.ofMillis(100));
        now.addAndGet(Duration.ofMinutes(2).toNanos());
        var asking = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        var again = CompletableFuture.supplyAsync(() -> remembered.get("today", () -> {
            asking.countDown();
            await(answer);
            return 7;
        }));
        await(asking);

        assertThat(ask("today", Duration.ofMillis(100))).isEqualTo(1);

        answer.countDown();
        assertThat(again.get(10, TimeUnit.SECONDS)).isEqualTo(7);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
