package org.kamiau.people;

import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** A one-time link that was used, replaced or left too long. */
class LinkGone extends Refusal {
    LinkGone() {
        super(HttpStatus.GONE, "people.link.gone");
    }
}
