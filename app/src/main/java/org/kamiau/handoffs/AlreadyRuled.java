package org.kamiau.handoffs;

import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** The ruling is final. */
class AlreadyRuled extends Refusal {
    AlreadyRuled() {
        super(HttpStatus.CONFLICT, "handoffs.already-ruled");
    }
}
