package org.kamiau.platform.pieces;

/**
 * A share that tells how sure it is: with n, a 95 % interval (Wilson 1927), and whether its cohort has had
 * its time.
 *
 * @param mature false while members of the cohort may still get there
 */
public record Rate(long hits, long n, boolean mature) {

    /** Below this many, a percentage would say more than is known. */
    public static final int ENOUGH = 20;

    private static final double Z = 1.959964;

    public Rate {
        if (hits < 0 || hits > n) {
            throw new IllegalArgumentException(hits + " of " + n);
        }
    }

    public boolean few() {
        return n < ENOUGH;
    }

    public double percent() {
        return n == 0 ? 0 : 100.0 * hits / n;
    }

    public double low() {
        return n == 0 ? 0 : Math.max(0, 100 * (centre() - margin()));
    }

    public double high() {
        return n == 0 ? 100 : Math.min(100, 100 * (centre() + margin()));
    }

    /** A number as style sheets read it. */
    static String css(double percent) {
        return String.valueOf(Math.round(percent * 10) / 10.0);
    }

    private double centre() {
        return (hits + Z * Z / 2) / (n + Z * Z);
    }

    private double margin() {
        double share = (double) hits / n;
        return Z * Math.sqrt(n * share * (1 - share) + Z * Z / 4) / (n + Z * Z);
    }
}
