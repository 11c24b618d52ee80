package org.kamiau.customers;

import java.util.regex.Pattern;

/** Postal addresses compared by a key: two spellings of one place share it. */
public final class Address {
    private static final Pattern POSTAL_CODE = Pattern.compile("^〒?\\d{3}-?\\d{4}");
    private static final String KANJI_DIGITS = "〇一二三四五六七八九";

    private Address() {}

    /**
     * {@code 東京都文京区湯島二丁目６番２号 ABCビル3F} and {@code 文京区湯島2-6-2} become {@code 文京区湯島2-6-2}.
     * Empty when there is no house number: a town alone proves nothing. Linear in its length.
     */
    public static String key(String address) {
        var folded = POSTAL_CODE.matcher(spacesGone(JapaneseText.folded(address))).replaceFirst("");
        var prefecture = Prefecture.inAddress(folded);
        var local = prefecture.isPresent() ? folded.substring(prefecture.get().ja().length()) : folded;
        var numbered = hyphenated(local);
        var key = numbered.substring(0, blockEnd(numbered));
        return key.chars().anyMatch(c -> c >= '0' && c <= '9') ? withoutTrailingHyphens(key) : "";
    }

    /** Where the first block of numbers with a hyphen ends; what follows names a building. All, where there is none. */
    private static int blockEnd(String numbered) {
        for (var hyphen = numbered.indexOf('-'); hyphen >= 0; hyphen = numbered.indexOf('-', hyphen + 1)) {
            if (hyphen > 0 && digit(numbered.charAt(hyphen - 1))) {
                var end = hyphen;
                while (end < numbered.length() && (digit(numbered.charAt(end)) || numbered.charAt(end) == '-')) {
                    end++;
                }
                return end;
            }
        }
        return numbered.length();
    }

    /** Counts in kanji or digits before 丁目, 番地, 番, 号, 条 as digits, and the words between them as hyphens. */
    private static String hyphenated(String local) {
        var plain = new StringBuilder(local.length());
        for (var i = 0; i < local.length(); ) {
            var to = numeralsEnd(local, i);
            if (to == i) {
                var c = local.charAt(i++);
                var between = !plain.isEmpty() && digit(plain.charAt(plain.length() - 1));
                plain.append(between && (JapaneseText.dash(c) || c == 'の' || c == 'ノ') ? '-' : c);
                continue;
            }
            var counter = counterLength(local, to);
            var arabic = digit(local.charAt(i)) || !plain.isEmpty() && plain.charAt(plain.length() - 1) == '-';
            plain.append(arabic || counter != 0 ? arabic(local, i, to) : local.substring(i, to));
            i = to;
            if (counter > 0) {
                plain.append('-');
                i += counter;
            }
        }
        return plain.toString().replace("大字", "").replace("--", "-");
    }

    /** −1 for 条, which stays; 0 when what follows is no counter (三番町 is a name). */
    private static int counterLength(String local, int at) {
        if (local.startsWith("丁目", at) || local.startsWith("番地", at)) {
            var length = 2;
            return local.startsWith("の", at + length) || local.startsWith("ノ", at + length) ? length + 1 : length;
        }
        if (local.startsWith("番", at) && !local.startsWith("番町", at) || local.startsWith("号", at)) {
            return 1;
        }
        return local.startsWith("条", at) ? -1 : 0;
    }

    private static int numeralsEnd(String text, int from) {
        var to = from;
        if (from < text.length() && digit(text.charAt(from))) {
            while (to < text.length() && digit(text.charAt(to))) {
                to++;
            }
        } else {
            while (to < text.length() && kanjiNumeral(text.charAt(to))) {
                to++;
            }
        }
        return to;
    }

    private static String arabic(String text, int from, int to) {
        if (digit(text.charAt(from))) {
            return text.substring(from, to);
        }
        var positional = text.substring(from, to).chars().noneMatch(c -> c == '十' || c == '百' || c == '千');
        return positional ? digitByDigit(text, from, to) : Long.toString(counted(text, from, to));
    }

    private static String digitByDigit(String text, int from, int to) {
        var digits = new StringBuilder(to - from);
        for (var i = from; i < to; i++) {
            digits.append(KANJI_DIGITS.indexOf(text.charAt(i)));
        }
        return digits.toString();
    }

    private static long counted(String text, int from, int to) {
        var total = 0L;
        var last = 0L;
        for (var i = from; i < to; i++) {
            var c = text.charAt(i);
            var unit = c == '十' ? 10 : c == '百' ? 100 : c == '千' ? 1000 : 0;
            if (unit == 0) {
                last = KANJI_DIGITS.indexOf(c);
            } else {
                total += Math.max(last, 1) * unit;
                last = 0;
            }
        }
        return total + last;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean kanjiNumeral(char c) {
        return KANJI_DIGITS.indexOf(c) >= 0 || c == '十' || c == '百' || c == '千';
    }

    private static String spacesGone(String text) {
        var plain = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (!JapaneseText.space(c) && !Character.isISOControl(c)) {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private static String withoutTrailingHyphens(String key) {
        var end = key.length();
        while (end > 0 && key.charAt(end - 1) == '-') {
            end--;
        }
        return key.substring(0, end);
    }
}
