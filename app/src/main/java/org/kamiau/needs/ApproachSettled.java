package org.kamiau.needs;

import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** What was won, lost or unsuitable stays so. */
class ApproachSettled extends Refusal {
    ApproachSettled() {
        super(HttpStatus.CONFLICT, "needs.radar-approach.settled");
    }
}
