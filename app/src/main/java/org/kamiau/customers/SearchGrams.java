package org.kamiau.customers;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of neighbouring characters, by which names are found inside: two Japanese characters are often a whole word,
 * and a trigram index finds nothing for them. The first character is marked, so that one alone finds what begins with
 * it.
 */
final class SearchGrams {
    private static final int MOST = 80;

    private SearchGrams() {}

    /** Of all parts, joined by spaces, which keys do not hold. */
    static String of(@Nullable String... parts) {
        Set<String> grams = new LinkedHashSet<>();
        for (var part : parts) {
            if (part != null) {
                add(key(part).codePoints().toArray(), grams);
            }
        }
        return String.join(" ", grams);
    }

    /** The grams that a record must have to be found by the words; empty when there is nothing to look for. */
    static List<String> wanted(String words) {
        var letters = key(words).codePoints().toArray();
        if (letters.length == 1) {
            return List.of("^" + Character.toString(letters[0]));
        }
        Set<String> grams = new LinkedHashSet<>();
        addPairs(letters, grams);
        return List.copyOf(grams);
    }

    /** Letters and digits, hiragana read as katakana. */
    private static String key(String text) {
        var key = JapaneseText.lettersOf(JapaneseText.folded(text)).toCharArray();
        for (var i = 0; i < key.length; i++) {
            if (key[i] >= 'ぁ' && key[i] <= 'ゖ') {
                key[i] += 'ァ' - 'ぁ';
            }
        }
        return new String(key);
    }

    private static void add(int[] letters, Set<String> grams) {
        if (letters.length > 0) {
            grams.add("^" + Character.toString(letters[0]));
        }
        addPairs(letters, grams);
    }

    private static void addPairs(int[] letters, Set<String> grams) {
        for (var i = 0; i + 1 < letters.length && grams.size() < MOST; i++) {
            grams.add(new String(letters, i, 2));
        }
    }
}
