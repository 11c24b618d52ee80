package org.kamiau.handoffs;

import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** An alarm has one outcome. */
class AlarmClosed extends Refusal {
    AlarmClosed() {
        super(HttpStatus.CONFLICT, "handoffs.alarm.closed");
    }
}
