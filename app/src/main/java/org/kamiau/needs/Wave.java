package org.kamiau.needs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.answers.Wording;

/**
 * A survey asked once: designed, answered, closed, counted, published, and what it taught written down.
 *
 * @param outside somebody else asked; the answers come in a file
 * @param closesOn the last day on which answers are taken
 * @param conclusion what it changed in what we believe
 */
public record Wave(
        Id id, Survey.Id survey, String code, Wording name, State state, boolean outside, LocalDate plannedOn, LocalDate closesOn, Moments moments,
        @Nullable String conclusion, int version) {

    /** Identity of a wave. */
    public record Id(UUID value) {
        public static Id of(String text) {
            return new Id(UUID.fromString(text));
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** Each leads to the next. */
    public enum State {
        DESIGN,
        COLLECTING,
        CLOSED,
        TALLIED,
        PUBLISHED,
        CONCLUDED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** When each state began; null for what is to come. */
    public record Moments(
            @Nullable Instant openedAt, @Nullable Instant closedAt, @Nullable Instant talliedAt, @Nullable Instant publishedAt,
            @Nullable Instant concludedAt) {
        static final Moments NONE = new Moments(null, null, null, null, null);
    }

    public boolean published() {
        return state == State.PUBLISHED || state == State.CONCLUDED;
    }

    public boolean counted() {
        return state == State.TALLIED || published();
    }

    /** Outside waves have no page of their own. */
    boolean asks(LocalDate today) {
        return state == State.COLLECTING && !outside && !today.isAfter(closesOn);
    }

    /** Refuses with 409 what can only be done in one of these states. */
    void needs(State... any) {
        for (var one : any) {
            if (state == one) {
                return;
            }
        }
        throw new WaveElsewhere(state);
    }
}
