package org.kamiau.people;

import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** Nobody shuts themselves out by a slip: another administrator does it. */
class OwnLeaving extends Refusal {
    OwnLeaving() {
        super(HttpStatus.CONFLICT, "people.error.own-leaving");
    }
}
