package org.kamiau.people;

import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** Without an administrator nobody could let anybody in again. */
class LastAdministrator extends Refusal {
    LastAdministrator() {
        super(HttpStatus.CONFLICT, "people.error.last-administrator");
    }
}
