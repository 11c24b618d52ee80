package org.kamiau.handoffs;

import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** Neither head has signed yet, so there is no deadlock to decide. */
class NoDeadlock extends Refusal {
    NoDeadlock() {
        super(HttpStatus.CONFLICT, "handoffs.agreement.no-deadlock");
    }
}
