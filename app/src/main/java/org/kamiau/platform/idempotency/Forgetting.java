package org.kamiau.platform.idempotency;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Drops first answers that nobody can ask for any more. */
@Component
@ConditionalOnProperty(name = "kamiau.serving", havingValue = "true")
class Forgetting {

    private final FirstAnswers answers;

    Forgetting(FirstAnswers answers) {
        this.answers = answers;
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
    void run() {
        answers.forgetOld();
    }
}
