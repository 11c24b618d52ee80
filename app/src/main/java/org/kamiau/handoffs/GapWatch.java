package org.kamiau.handoffs;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.kamiau.platform.demo.DueMoments;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets detections look every business morning: while serving, and on the way of the demonstration's jumps. */
@Component
class GapWatch implements DueMoments {

    private final Alarms alarms;

    GapWatch(Alarms alarms) {
        this.alarms = alarms;
    }

    @Override
    public Optional<Instant> next(Instant upTo) {
        return Optional.of(alarms.next()).filter(next -> !next.isAfter(upTo));
    }

    @Override
    public void fire(Instant now) {
        alarms.look(now);
    }

    /** Looks for the morning every minute, on whichever nodes serve. */
    @Component
    @ConditionalOnProperty(name = "kamiau.serving", havingValue = "true")
    static class Mornings {
        private final Alarms alarms;
        private final InstantSource clock;

        Mornings(Alarms alarms, InstantSource clock) {
            this.alarms = alarms;
            this.clock = clock;
        }

        @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT10S")
        void run() {
            var now = clock.instant();
            if (!alarms.next().isAfter(now)) {
                alarms.look(now);
            }
        }
    }
}
