package org.kamiau.handoffs;

import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** What came of the first meeting has been told. */
class AlreadyCompleted extends Refusal {
    AlreadyCompleted() {
        super(HttpStatus.CONFLICT, "handoffs.already-completed");
    }
}
