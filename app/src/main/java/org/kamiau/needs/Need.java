package org.kamiau.needs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.UUID;

/** What customers want, in their words: the shared unit of language of both sides. */
public final class Need {

    private Need() {}

    /** Identity of a need. */
    public record Id(UUID value) {
        public static Id of(String text) {
            return new Id(UUID.fromString(text));
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** From a first quote to an answer; the side states are merged and dropped. */
    public enum State {
        RAW,
        SIGN,
        BURST,
        VERIFYING,
        CONFIRMED,
        RESPONDING,
        ANSWERED,
        MERGED,
        DROPPED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** What kind of wish it is. */
    public enum Kind {
        JOB,
        PAIN,
        OUTCOME;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
