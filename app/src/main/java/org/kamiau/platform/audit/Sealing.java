package org.kamiau.platform.audit;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Seals twice a second, so that no entry stays unsealed for a second after its commit. */
@Component
@ConditionalOnProperty(name = "kamiau.serving", havingValue = "true")
class Sealing {

    private final Seals seals;

    Sealing(Seals seals) {
        this.seals = seals;
    }

    @Scheduled(fixedDelayString = "PT0.5S")
    void run() {
        seals.seal();
    }
}
