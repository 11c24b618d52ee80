package org.kamiau.handoffs;

import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** A version that was signed or withdrawn stays as it is; a change needs a new draft. */
class AgreementClosed extends Refusal {
    AgreementClosed(int version) {
        super(HttpStatus.CONFLICT, "handoffs.agreement.closed", version);
    }
}
