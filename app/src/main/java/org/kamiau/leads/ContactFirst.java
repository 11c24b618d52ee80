package org.kamiau.leads;

import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** Whether there is need, budget or authority shows in a conversation only. */
class ContactFirst extends Refusal {
    ContactFirst() {
        super(HttpStatus.CONFLICT, "leads.contact-first");
    }
}
