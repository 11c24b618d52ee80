package org.kamiau.needs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.Account;
import org.kamiau.platform.MemberId;

/**
 * 先回り提案: a customer that is like those who named a need but has not itself, with what its seller may say.
 *
 * @param words what to say
 * @param place 1 is the first to talk to about this need
 */
public record Approach(
        Id id, Need.Id need, Account.Id account, String company, MemberId owner, String words, int place, Instant suggestedAt, @Nullable Outcome outcome,
        @Nullable String note) {

    /** What became of it. */
    public enum Outcome {
        PROPOSED,
        WON,
        LOST,
        UNSUITABLE;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Outcome of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        boolean follows(@Nullable Outcome before) {
            return before == null || before == PROPOSED && this != PROPOSED;
        }
    }

    /** Identity of an approach. */
    public record Id(UUID value) {
        public static Id of(String text) {
            return new Id(UUID.fromString(text));
        }

        @JsonValue
        @Override
        public String toString() {
            return value.toString();
        }
    }
}
