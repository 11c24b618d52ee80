package org.kamiau.needs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.kamiau.needs.language.Span;

/**
 * A need that a voice seems to carry, and why.
 *
 * @param confidence 0 to 1; from 0.8 on it counts as evidence until somebody decides
 * @param spans the words of the raw text that it rests on, in order, without overlaps
 * @param why for the reader: the phrases and terms that weighed most
 */
public record Proposal(Need.Id need, double confidence, List<Span> spans, By by, List<String> why) {

    /** Who proposes. */
    public enum By {
        /** The need's own phrases. */
        PHRASES,
        /** What was learned from confirmed and rejected voices. */
        CLASSIFIER,
        /** The language model of the settings. */
        LANGUAGE_MODEL;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Proposal {
        spans = List.copyOf(spans);
        why = List.copyOf(why);
    }
}
