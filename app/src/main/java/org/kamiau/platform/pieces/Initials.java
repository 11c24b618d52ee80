package org.kamiau.platform.pieces;

/** The one or two characters that stand in somebody's circle. */
public final class Initials {

    private static final int LATIN = 0x24F;

    private Initials() {}

    /** "検証" for 検証 太郎, "AB" for Ann Bell, and "I1" for the role title IS-1. */
    public static String of(String name) {
        var words = name.strip().split("[\\s\u3000-]+");
        var first = words[0];
        var last = words[words.length - 1];
        if (first.isEmpty()) {
            return "?";
        }
        if (words.length > 1 && last.chars().allMatch(Character::isDigit)) {
            return start(first, 1) + last;
        }
        return words.length == 1 || first.codePointAt(0) > LATIN ? start(first, 2) : start(first, 1) + start(last, 1);
    }

    private static String start(String word, int characters) {
        return word.substring(0, word.offsetByCodePoints(0, Math.min(characters, word.codePointCount(0, word.length()))));
    }
}
