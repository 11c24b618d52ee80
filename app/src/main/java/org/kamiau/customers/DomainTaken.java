package org.kamiau.customers;

import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** Mail from this domain already belongs to another account. */
class DomainTaken extends Refusal {
    DomainTaken(String domain, String otherName) {
        super(HttpStatus.CONFLICT, "customers.domain.taken", domain, otherName);
    }
}
