package org.kamiau.handoffs;

import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** Nobody disputes this return. */
class NotDisputed extends Refusal {
    NotDisputed() {
        super(HttpStatus.CONFLICT, "handoffs.not-disputed");
    }
}
