package org.kamiau.platform.answers;

import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** Answers are not taken yet, or not any more. */
public final class AnswersClosed extends Refusal {
    public AnswersClosed() {
        super(HttpStatus.GONE, "platform.answers.closed");
    }
}
