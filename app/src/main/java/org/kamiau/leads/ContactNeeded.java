package org.kamiau.leads;

import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** Nobody could call or write: there is neither e-mail nor phone. */
class ContactNeeded extends Refusal {
    ContactNeeded() {
        super(HttpStatus.CONFLICT, "leads.contact-needed");
    }
}
