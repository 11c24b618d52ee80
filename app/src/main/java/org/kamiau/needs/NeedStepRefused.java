package org.kamiau.needs;

import org.kamiau.platform.Refusal;
import org.kamiau.platform.Words;
import org.springframework.http.HttpStatus;

/** There is no such step from where the need stands. */
class NeedStepRefused extends Refusal {
    NeedStepRefused(Need.State from, Need.State to) {
        super(HttpStatus.CONFLICT, "needs.need-no-step", new Words("needs.state." + from.code()), new Words("needs.state." + to.code()));
    }
}
