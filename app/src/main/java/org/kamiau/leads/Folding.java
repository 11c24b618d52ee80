package org.kamiau.leads;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Folds the funnel's changes into its counts every two seconds, so that reading them stays quick. */
@Component
@ConditionalOnProperty(name = "kamiau.serving", havingValue = "true")
class Folding {

    private final FunnelCounts counts;

    Folding(FunnelCounts counts) {
        this.counts = counts;
    }

    @Scheduled(fixedDelayString = "PT2S")
    void run() {
        counts.fold();
    }
}
