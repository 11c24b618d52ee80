package org.kamiau.needs;

import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** Only a need that rises waits for somebody to take it up. */
class NotRising extends Refusal {
    NotRising() {
        super(HttpStatus.CONFLICT, "needs.need-not-rising");
    }
}
