package org.kamiau.leads;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.MemberId;

/** One human attempt to reach the customer. */
public record Attempt(Channel channel, Outcome outcome, Instant at, @Nullable String note, MemberId by) {

    /** How it was tried. */
    public enum Channel {
        PHONE,
        MAIL,
        MEETING;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Channel of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** What came of it; only a conversation is {@code connected}. */
    public enum Outcome {
        CONNECTED,
        NO_ANSWER,
        WRONG_NUMBER,
        BOUNCED,
        CALLBACK;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Outcome of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** Refuses moments to come, and those before the lead was there (422). */
    void check(Instant received, Instant now) {
        if (at.isAfter(now)) {
            throw new Invalid("at", "leads.invalid.attempt-future");
        }
        if (at.isBefore(received)) {
            throw new Invalid("at", "leads.invalid.attempt-before");
        }
    }
}
