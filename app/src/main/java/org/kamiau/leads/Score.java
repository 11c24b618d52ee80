package org.kamiau.leads;

import java.util.List;

/**
 * How well a lead fits and how interested it is.
 *
 * @param fit 0–100
 * @param engagement 0–100
 * @param grade letter for fit, digit for engagement: A1 … D4
 * @param reasons all that counted, the heaviest first
 */
public record Score(int fit, int engagement, String grade, List<Reason> reasons) {

    public Score {
        reasons = List.copyOf(reasons);
    }

    /** The three that are always shown. */
    public List<Reason> top() {
        return reasons.subList(0, Math.min(3, reasons.size()));
    }
}
