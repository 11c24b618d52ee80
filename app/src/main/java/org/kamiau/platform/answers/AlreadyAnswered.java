package org.kamiau.platform.answers;

import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** These answers, or the answers of this link, have arrived: they count once. */
final class AlreadyAnswered extends Refusal {
    AlreadyAnswered() {
        super(HttpStatus.CONFLICT, "platform.answers.already");
    }
}
