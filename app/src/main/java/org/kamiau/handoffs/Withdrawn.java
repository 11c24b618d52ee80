package org.kamiau.handoffs;

import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** There is nothing to answer any more. */
class Withdrawn extends Refusal {
    Withdrawn() {
        super(HttpStatus.CONFLICT, "handoffs.withdrawn");
    }
}
