package org.kamiau.calendar;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An amount of business time, such as 30 business minutes or 5 business days; written {@code 30m},
 * {@code 5d}.
 */
public record BusinessTime(long amount, Unit unit) {
    /** One business day counts as this many business minutes. */
    public static final int MINUTES_PER_DAY = 540;

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})([mhd])");

    /** What an amount counts. */
    public enum Unit {
        MINUTES(1),
        HOURS(60),
        DAYS(MINUTES_PER_DAY);

        private final int minutes;

        Unit(int minutes) {
            this.minutes = minutes;
        }

        private String letter() {
            return name().substring(0, 1).toLowerCase(Locale.ROOT);
        }
    }

    public BusinessTime {
        if (amount < 0) {
            throw new IllegalArgumentException("Business time is never negative: " + amount);
        }
    }

    public static BusinessTime minutes(long amount) {
        return new BusinessTime(amount, Unit.MINUTES);
    }

    public static BusinessTime hours(long amount) {
        return new BusinessTime(amount, Unit.HOURS);
    }

    public static BusinessTime days(long amount) {
        return new BusinessTime(amount, Unit.DAYS);
    }

    /**
     * Reads what {@link #toString} writes; anything else is an {@link IllegalArgumentException}.
     */
    public static BusinessTime parse(String written) {
        var matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "Not a business time such as 30m, 4h or 5d: " + written);
        }
        var amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "m" -> minutes(amount);
            case "h" -> hours(amount);
            case "d" -> days(amount);
            default -> throw new AssertionError(written);
        };
    }

    /** The amount in business minutes. */
    public long toMinutes() {
        return Math.multiplyExact(amount, unit.minutes);
    }

    @Override
    public String toString() {
        return amount + unit.letter();
    }
}
