package org.kamiau.leads;

import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** Field sales has not answered yet. */
class AlreadyProposed extends Refusal {
    AlreadyProposed() {
        super(HttpStatus.CONFLICT, "leads.already-proposed");
    }
}
