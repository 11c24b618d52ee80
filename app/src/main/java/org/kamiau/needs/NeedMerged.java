package org.kamiau.needs;

import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** The need has become part of another one; whatever is wanted is done there. */
class NeedMerged extends Refusal {
    NeedMerged() {
        super(HttpStatus.CONFLICT, "needs.need-merged");
    }
}
