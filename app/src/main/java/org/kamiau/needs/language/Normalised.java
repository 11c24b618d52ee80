package org.kamiau.needs.language;

import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;

/** A text with width and compatibility variants folded, which knows where each unit stood in the raw text. */
final class Normalised {

    private static final Normalizer2 NFKC = Normalizer2.getNFKCCasefoldInstance();

    private final String text;
    /** For each unit the place of its character in the raw text, and the raw length at the end. */
    private final int[] starts;
    /** For each unit the end of its character in the raw text. */
    private final int[] ends;

    private Normalised(String text, int[] starts, int[] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    static Normalised of(String raw) {
        var text = new StringBuilder(raw.length());
        var starts = new int[raw.length() + 16];
        var ends = new int[raw.length() + 16];
        for (int at = 0; at < raw.length(); ) {
            int end = next(raw, at);
            var folded = NFKC.normalize(raw.substring(at, end));
            int length = text.length() + folded.length();
            if (length > starts.length) {
                starts = Arrays.copyOf(starts, length * 2);
                ends = Arrays.copyOf(ends, length * 2);
            }
            Arrays.fill(starts, text.length(), length, at);
            Arrays.fill(ends, text.length(), length, end);
            text.append(folded);
            at = end;
        }
        return new Normalised(text.toString(), starts, ends);
    }

    /** A character with what composes with it: a half-width kana and its mark become one. */
    private static int next(String raw, int at) {
        int end = at + Character.charCount(raw.codePointAt(at));
        while (end < raw.length() && !NFKC.hasBoundaryBefore(raw.codePointAt(end))) {
            end += Character.charCount(raw.codePointAt(end));
        }
        return end;
    }

    String text() {
        return text;
    }

    int start(int unit) {
        return starts[unit];
    }

    /** @param unit exclusive */
    int end(int unit) {
        return ends[unit - 1];
    }
}
