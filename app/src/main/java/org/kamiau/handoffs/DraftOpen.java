package org.kamiau.handoffs;

import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** There is an open draft already; only one at a time. */
class DraftOpen extends Refusal {
    DraftOpen(int version) {
        super(HttpStatus.CONFLICT, "handoffs.agreement.draft-open", version);
    }
}
