package org.kamiau.needs;

import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** A need cannot become part of itself, of what has become part of it, or of what there is no more. */
class MergeRefused extends Refusal {
    private MergeRefused(HttpStatus status, String code) {
        super(status, code);
    }

    static MergeRefused intoItself() {
        return new MergeRefused(HttpStatus.UNPROCESSABLE_CONTENT, "needs.need-merge-itself");
    }

    static MergeRefused circle() {
        return new MergeRefused(HttpStatus.CONFLICT, "needs.need-merge-circle");
    }

    static MergeRefused intoMerged() {
        return new MergeRefused(HttpStatus.CONFLICT, "needs.need-merge-into-merged");
    }

    static MergeRefused intoDropped() {
        return new MergeRefused(HttpStatus.CONFLICT, "needs.need-merge-into-dropped");
    }
}
