package org.kamiau.diagnoses;

import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** Another round is open: people would answer twice. */
final class RoundOpen extends Refusal {
    RoundOpen() {
        super(HttpStatus.CONFLICT, "diagnoses.open-already");
    }
}
