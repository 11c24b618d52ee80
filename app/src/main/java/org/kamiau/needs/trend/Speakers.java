package org.kamiau.needs.trend;

/**
 * The accounts for which a need is new: those that named it within 28 days and at most once in the 84 days before
 * that. きざし is when several speak anew and those that lead are among them.
 *
 * @param accounts how many there are
 * @param leading how many of them lead
 * @param weight of them all
 * @param leadingWeight of those that lead
 */
public record Speakers(int accounts, int leading, double weight, double leadingWeight) {

    /** Within so many days. */
    public static final int DAYS = 28;

    /** So many days before its first mention in them, an account may have named the need once. */
    public static final int DAYS_BEFORE = 84;

    public static final int ONCE_BEFORE = 1;

    private static final int LEAST_ACCOUNTS = 3;
    private static final int LEAST_LEADING = 2;
    private static final double LEAST_SHARE = 0.5;

    public boolean sign() {
        return accounts >= LEAST_ACCOUNTS && (leading >= LEAST_LEADING || leadingWeight >= LEAST_SHARE * weight);
    }
}
