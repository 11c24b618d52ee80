package org.kamiau.needs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.UUID;

/** One utterance of a customer. */
public final class Voice {

    private Voice() {}

    /** Identity of a voice. */
    public record Id(UUID value) {
        public static Id of(String text) {
            return new Id(UUID.fromString(text));
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** Where it was heard. */
    public enum Channel {
        MEETING,
        CALL,
        INQUIRY,
        CS,
        EVENT,
        SOCIAL,
        STORE,
        MAIL,
        SURVEY;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Channel of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
