package org.kamiau.imports;

import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Marks runs that were cut off, at the start and every minute, and clears away what has lain too long. */
@Component
@ConditionalOnProperty(name = "kamiau.serving", havingValue = "true")
class Clearing {

    private final Runs runs;

    Clearing(Runs runs) {
        this.runs = runs;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void mark() {
        runs.markInterrupted();
    }

    @Scheduled(initialDelay = 5, fixedDelay = 24 * 60, timeUnit = TimeUnit.MINUTES)
    void clear() {
        runs.clear();
    }
}
