package org.kamiau.leads;

import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** It is with sales already, or closed. */
class NotPromotable extends Refusal {
    NotPromotable() {
        super(HttpStatus.CONFLICT, "leads.not-promotable");
    }
}
