package org.kamiau.needs;

import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** A hearing has one answer; more that the customer says is a voice. */
class HearingAnswered extends Refusal {
    HearingAnswered() {
        super(HttpStatus.CONFLICT, "needs.radar-hearing.answered");
    }
}
