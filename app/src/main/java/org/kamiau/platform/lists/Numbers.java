package org.kamiau.platform.lists;

/** Whole numbers in groups of three, which both languages write alike. */
final class Numbers {

    private Numbers() {}

    static String grouped(long number) {
        var digits = Long.toString(number);
        int first = number < 0 ? 1 : 0;
        if (digits.length() - first <= 3) {
            return digits;
        }
        var grouped = new StringBuilder(digits);
        for (int at = digits.length() - 3; at > first; at -= 3) {
            grouped.insert(at, ',');
        }
        return grouped.toString();
    }
}
