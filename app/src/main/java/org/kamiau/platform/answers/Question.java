package org.kamiau.platform.answers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One question as people answer it. */
public sealed interface Question {

    /** Letters, digits and hyphens; unique in its sheet. */
    String key();

    Wording text();

    boolean required();

    /** One of the ways to answer a choice. */
    record Option(int value, Wording text) {}

    /**
     * Options to tick.
     *
     * @param several more than one may be ticked
     */
    record Choice(String key, Wording text, boolean required, boolean several, List<Option> options) implements Question {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /**
     * A point between two ends.
     *
     * @param low what the first point means
     * @param high what the last point means
     */
    record Scale(String key, Wording text, boolean required, int from, int to, @Nullable Wording low, @Nullable Wording high) implements Question {}

    /** Words of one's own, up to so many characters. */
    record Free(String key, Wording text, boolean required, int longest) implements Question {}
}
