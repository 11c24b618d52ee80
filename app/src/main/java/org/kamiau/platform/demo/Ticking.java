package org.kamiau.platform.demo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps where the story stands, so that it goes on there even after a crash. */
@Component
@ConditionalOnProperty(name = {"kamiau.serving", "kamiau.demo"}, havingValue = "true")
class Ticking {

    private final DemoTime time;

    Ticking(DemoTime time) {
        this.time = time;
    }

    @Scheduled(initialDelayString = "PT2S", fixedDelayString = "PT2S")
    void run() {
        time.keep();
    }
}
