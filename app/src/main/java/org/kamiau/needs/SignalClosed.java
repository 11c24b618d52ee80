package org.kamiau.needs;

import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** A signal has one outcome. */
class SignalClosed extends Refusal {
    SignalClosed() {
        super(HttpStatus.CONFLICT, "needs.radar-signal.closed");
    }
}
