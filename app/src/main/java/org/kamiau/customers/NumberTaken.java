package org.kamiau.customers;

import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** Another account has this corporate number. */
class NumberTaken extends Refusal {
    NumberTaken(String otherName) {
        super(HttpStatus.CONFLICT, "customers.corporate-number.taken", otherName);
    }
}
