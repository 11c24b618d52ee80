package org.kamiau.diagnoses;

import java.util.Map;

/**
 * What one side answered, added up.
 *
 * @param n people who answered
 * @param sums of each statement (1 to 20) all points together
 */
public record Counts(int n, Map<Integer, Integer> sums) {

    static final Counts NONE = new Counts(0, Map.of());

    public Counts {
        sums = Map.copyOf(sums);
    }

    /** Mean of the totals, 20 to 100: the same as the total of the means. */
    double total() {
        return sums.values().stream().mapToInt(Integer::intValue).sum() / (double) n;
    }

    /** 1 to 5. */
    double mean(int statement) {
        return sums.getOrDefault(statement, 0) / (double) n;
    }
}
