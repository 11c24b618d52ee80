package org.kamiau.needs;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.kamiau.platform.demo.DueMoments;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets the radar look at its hours: while serving, and on the way of the demonstration's jumps. */
@Component
class RadarWatch implements DueMoments {

    private final Radar radar;

    RadarWatch(Radar radar) {
        this.radar = radar;
    }

    @Override
    public Optional<Instant> next(Instant upTo) {
        return Optional.of(radar.next()).filter(next -> !next.isAfter(upTo));
    }

    @Override
    public void fire(Instant now) {
        radar.look(now);
    }

    /** Whichever node looks first has looked for all. */
    @Component
    @ConditionalOnProperty(name = "kamiau.serving", havingValue = "true")
    static class Hours {
        private final Radar radar;
        private final InstantSource clock;

        Hours(Radar radar, InstantSource clock) {
            this.radar = radar;
            this.clock = clock;
        }

        @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT20S")
        void run() {
            var now = clock.instant();
            if (!radar.next().isAfter(now)) {
                radar.look(now);
            }
        }
    }
}
