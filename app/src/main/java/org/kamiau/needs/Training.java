package org.kamiau.needs;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Trains the classifier where there is something new to learn, a while after the last time. */
@Component
@ConditionalOnProperty(name = "kamiau.serving", havingValue = "true")
class Training {

    private final Learning learning;

    Training(Learning learning) {
        this.learning = learning;
    }

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT1M")
    void run() {
        learning.train();
    }
}
