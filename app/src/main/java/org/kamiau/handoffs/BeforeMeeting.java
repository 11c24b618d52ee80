package org.kamiau.handoffs;

import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** How good a handoff was shows in the first meeting. */
class BeforeMeeting extends Refusal {
    BeforeMeeting() {
        super(HttpStatus.CONFLICT, "handoffs.before-meeting");
    }
}
