package org.kamiau.handoffs;

import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** This head has signed the draft before. */
class AlreadySigned extends Refusal {
    AlreadySigned() {
        super(HttpStatus.CONFLICT, "handoffs.agreement.already-signed");
    }
}
