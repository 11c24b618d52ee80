package org.kamiau.handoffs;

import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** Only a return is replied to and ruled on. */
class NotReturned extends Refusal {
    NotReturned() {
        super(HttpStatus.CONFLICT, "handoffs.not-returned");
    }
}
