package org.kamiau.needs;

import org.jspecify.annotations.Nullable;

/**
 * A share of a survey and how sure it is. Weighted answers tell less than as many equal ones: the interval (Wilson 1927,
 * 95 %) is that of the effective n, (Σw)² / Σw² (Kish 1965).
 *
 * @param share 0 to 1
 * @param n people who answered
 */
public record Estimate(double share, long n, double effectiveN) {

    private static final double Z = 1.959964;

    /** Of equally weighted answers. */
    public static Estimate of(long hits, long n) {
        return new Estimate(n == 0 ? 0 : (double) hits / n, n, n);
    }

    public double low() {
        return effectiveN == 0 ? 0 : Math.max(0, centre() - margin());
    }

    public double high() {
        return effectiveN == 0 ? 1 : Math.min(1, centre() + margin());
    }

    /** Half the width of the interval: "±4 points" is 0.04. */
    public double margin() {
        return effectiveN == 0
                ? 0.5
                : Z / (1 + Z * Z / effectiveN) * Math.sqrt(share * (1 - share) / effectiveN + Z * Z / (4 * effectiveN * effectiveN));
    }

    private double centre() {
        return (share + Z * Z / (2 * effectiveN)) / (1 + Z * Z / effectiveN);
    }

    /**
     * Two-sided p of the two-proportion test with pooled variance: how often chance alone would part two equal shares so
     * far. Null where there is nothing to compare.
     */
    public @Nullable Double p(Estimate other) {
        double both = effectiveN + other.effectiveN;
        if (effectiveN == 0 || other.effectiveN == 0) {
            return null;
        }
        double pooled = (share * effectiveN + other.share * other.effectiveN) / both;
        double deviation = Math.sqrt(pooled * (1 - pooled) * (1 / effectiveN + 1 / other.effectiveN));
        return deviation == 0 ? 1 : tails(Math.abs(share - other.share) / deviation);
    }

    /** A share as style sheets read percentages. */
    public static String css(double share) {
        return String.valueOf(Math.round(share * 1_000) / 10.0);
    }

    /** Both tails of the standard normal distribution beyond z (Abramowitz and Stegun 7.1.26, error below 2e-7). */
    static double tails(double z) {
        double x = z / Math.sqrt(2);
        double t = 1 / (1 + 0.3275911 * x);
        double series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
        return series * Math.exp(-x * x);
    }
}
