package org.kamiau.handoffs;

import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** Each side rates a hand-over once. */
class AlreadyRated extends Refusal {
    AlreadyRated() {
        super(HttpStatus.CONFLICT, "handoffs.already-rated");
    }
}
