package org.kamiau.leads;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks whether released rules wait for leads to be scored, and does it in a thread of its own. When the
 * process is stopped the work ends behind its chunk, and goes on with the next start, on whatever node.
 */
@Component
@ConditionalOnProperty(name = "kamiau.serving", havingValue = "true")
class RulesSchedule implements SmartLifecycle {

    private static final long LONGEST_CHUNK_MILLIS = 20_000;

    /** The process is being stopped. */
    private static final class Stopped extends RuntimeException {
        Stopped() {
            super(null, null, false, false);
        }
    }

    private final Rescoring rescoring;
    private final AtomicReference<@Nullable Thread> working = new AtomicReference<>();
    private volatile boolean open;

    RulesSchedule(Rescoring rescoring) {
        this.rescoring = rescoring;
    }

    @Scheduled(fixedDelayString = "PT1S")
    void look() {
        var before = working.get();
        if (open && (before == null || !before.isAlive()) && rescoring.due()) {
            var thread = Thread.ofPlatform().name("rescoring").daemon().unstarted(this::work);
            working.set(thread);
            thread.start();
        }
    }

    private void work() {
        try {
            rescoring.work(this::goOn);
        } catch (Stopped stopped) {
            // The rest is scored after the next start.
        }
    }

    private void goOn() {
        if (!open) {
            throw new Stopped();
        }
    }

    @Override
    public void start() {
        open = true;
    }

    @Override
    public void stop() {
        open = false;
        var thread = working.get();
        if (thread != null) {
            try {
                thread.join(LONGEST_CHUNK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return open;
    }
}
