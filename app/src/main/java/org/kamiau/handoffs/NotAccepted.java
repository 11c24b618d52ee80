package org.kamiau.handoffs;

import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** Only what was accepted has a meeting and a rating. */
class NotAccepted extends Refusal {
    NotAccepted() {
        super(HttpStatus.CONFLICT, "handoffs.not-accepted");
    }
}
