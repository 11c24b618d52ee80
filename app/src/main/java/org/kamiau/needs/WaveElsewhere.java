package org.kamiau.needs;

import org.kamiau.platform.Refusal;
import org.kamiau.platform.Words;
import org.springframework.http.HttpStatus;

/** The wave stands elsewhere on its way than where this can be done. */
public final class WaveElsewhere extends Refusal {
    WaveElsewhere(Wave.State state) {
        super(HttpStatus.CONFLICT, "needs.survey-elsewhere", new Words("needs.wave-state." + state.code()));
    }
}
