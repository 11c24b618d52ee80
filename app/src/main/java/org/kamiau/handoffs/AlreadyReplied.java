package org.kamiau.handoffs;

import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** The giver has replied to this return. */
class AlreadyReplied extends Refusal {
    AlreadyReplied() {
        super(HttpStatus.CONFLICT, "handoffs.already-replied");
    }
}
