package org.kamiau.diagnoses;

import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** The round has ended. */
final class RoundClosed extends Refusal {
    RoundClosed() {
        super(HttpStatus.CONFLICT, "diagnoses.closed");
    }
}
