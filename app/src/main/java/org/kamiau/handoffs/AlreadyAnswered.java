package org.kamiau.handoffs;

import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** Somebody was first; says who and when. */
class AlreadyAnswered extends Refusal {
    AlreadyAnswered(String who, java.time.Instant when) {
        super(HttpStatus.CONFLICT, "handoffs.already-answered", who, java.util.Date.from(when));
    }
}
