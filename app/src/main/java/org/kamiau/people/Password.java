package org.kamiau.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A password as its member typed it. The rules are those of NIST SP 800-63B: long rather than complicated,
 * and nothing that guessers try first.
 */
record Password(String text) {

    static final int SHORTEST = 12;
    static final int LONGEST = 200;

    /** What must be left without common words, runs and the member's own name; a guess of 26^6 and more. */
    private static final int OWN_PART = 6;

    private static final int RUN = 4;
    private static final List<String> COMMON = common();

    /** The same characters however they were entered: half or full width, composed or not. */
    Password {
        text = Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** The key of what is wrong with it, if anything; {@code personal} are words of the member themselves. */
    Optional<String> weakness(Collection<String> personal) {
        int length = text.codePointCount(0, text.length());
        if (length < SHORTEST) {
            return Optional.of("people.password.short");
        }
        if (length > LONGEST) {
            return Optional.of("people.password.long");
        }
        return ownPart(personal) < OWN_PART ? Optional.of("people.password.common") : Optional.empty();
    }

    private int ownPart(Collection<String> personal) {
        var rest = text.toLowerCase(Locale.ROOT);
        for (var word : personal) {
            if (word.length() >= 3) {
                rest = rest.replace(word.toLowerCase(Locale.ROOT), " ");
            }
        }
        for (var word : COMMON) {
            rest = rest.replace(word, " ");
        }
        return (int) withoutRuns(rest).codePoints().filter(c -> c != ' ').distinct().count();
    }

    /** Takes out {@code 1234}, {@code dcba}, {@code aaaa}: steps of −1, 0 or 1 over four characters and more. */
    private static String withoutRuns(String text) {
        var rest = new StringBuilder();
        int start = 0;
        while (start < text.length()) {
            int end = start + 1;
            int step = end < text.length() ? text.charAt(end) - text.charAt(start) : 2;
            while (Math.abs(step) <= 1 && end < text.length() && text.charAt(end) - text.charAt(end - 1) == step) {
                end++;
            }
            if (end - start < RUN) {
                rest.append(text.charAt(start));
                start++;
            } else {
                start = end;
            }
        }
        return rest.toString();
    }

    private static List<String> common() {
        try (var words = Password.class.getResourceAsStream("common-words.txt")) {
            return new String(words.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Never the password itself: this may end up in a log. */
    @Override
    public String toString() {
        return "Password";
    }
}
