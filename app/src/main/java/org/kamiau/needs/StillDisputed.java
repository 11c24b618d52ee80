package org.kamiau.needs;

import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** Whoever disputed it is owed an answer first: a merge must not make an objection disappear. */
class StillDisputed extends Refusal {
    StillDisputed() {
        super(HttpStatus.CONFLICT, "needs.need-disputed");
    }
}
