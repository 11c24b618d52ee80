package org.kamiau.needs;

import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** Another need has this code. */
class CodeTaken extends Refusal {
    CodeTaken(String code) {
        super(HttpStatus.CONFLICT, "needs.need-code-taken", code);
    }
}
