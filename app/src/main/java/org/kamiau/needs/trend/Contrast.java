package org.kamiau.needs.trend;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The last weeks against those before them: mentions {@code a} of {@code c} now, {@code b} of {@code d} then. The
 * log-likelihood ratio is Dunning's (1993); where fewer than five mentions were to be expected, the exact binomial test
 * takes its place.
 */
public record Contrast(int a, int b, int c, int d) {

    /** G² of p = .01 with one degree of freedom. */
    public static final double STRONG = 6.63;

    private static final double STRONG_P = 0.01;
    private static final double LEAST_EXPECTED = 5;

    /** How many mentions were to be expected now, if nothing had changed. */
    public double expected() {
        return c + d == 0 ? 0 : (double) c * (a + b) / (c + d);
    }

    public double g2() {
        double total = (double) c + d;
        return total == 0 ? 0 : 2 * (part(a, c * (a + b) / total) + part(b, d * (a + b) / total));
    }

    private static double part(double seen, double expected) {
        return seen == 0 ? 0 : seen * Math.log(seen / expected);
    }

    /** The share is larger now than it was. */
    public boolean rising() {
        return c > 0 && d > 0 && (double) a * d > (double) b * c;
    }

    /** G² says too little for so few. */
    public boolean exact() {
        return expected() < LEAST_EXPECTED;
    }

    /** Two-sided; 1 where nothing rises. */
    public double p() {
        if (!rising()) {
            return 1;
        }
        return exact() ? Math.min(1, 2 * atLeast(a, a + b, (double) c / (c + d))) : Erfc.value(Math.sqrt(g2() / 2));
    }

    /** The chance of so many or more hits. */
    static double atLeast(int hits, int n, double share) {
        double sum = 0;
        for (int k = hits; k <= n; k++) {
            sum += Math.exp(logChoose(n, k) + k * Math.log(share) + (n - k) * Math.log1p(-share));
        }
        return Math.min(1, sum);
    }

    private static double logChoose(int n, int k) {
        return LogGamma.value(n + 1.0) - LogGamma.value(k + 1.0) - LogGamma.value(n - k + 1.0);
    }

    /** G² ≥ 6.63, or the exact test's counterpart. */
    public boolean strong() {
        return rising() && (exact() ? p() <= STRONG_P : g2() >= STRONG);
    }
}
