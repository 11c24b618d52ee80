package org.kamiau.people;

import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** A team that still has members or tasks. */
class TeamNeeded extends Refusal {
    TeamNeeded() {
        super(HttpStatus.CONFLICT, "people.error.team-needed");
    }
}
