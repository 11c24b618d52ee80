package org.kamiau.leads;

import org.kamiau.platform.Refusal;
import org.kamiau.platform.Words;
import org.springframework.http.HttpStatus;

/** The lead stands where this move does not begin; says where it stands and what would come first. */
class MoveRefused extends Refusal {
    MoveRefused(Move move, Lead.Stage stage) {
        super(HttpStatus.CONFLICT, "leads.refused." + move.code(), new Words("leads.stage." + stage.code()));
    }
}
