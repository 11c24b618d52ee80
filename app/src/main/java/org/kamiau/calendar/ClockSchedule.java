package org.kamiau.calendar;

import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sweeps the clocks while the application serves, on whichever nodes do. */
@Component
@ConditionalOnProperty(name = "kamiau.serving", havingValue = "true")
class ClockSchedule {
    private final ClockSweep sweep;
    private final InstantSource clock;

    ClockSchedule(ClockSweep sweep, InstantSource clock) {
        this.sweep = sweep;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1S")
    void run() {
        sweep.sweep(clock.instant());
    }
}
