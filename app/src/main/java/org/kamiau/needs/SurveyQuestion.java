package org.kamiau.needs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.answers.Question;
import org.kamiau.platform.answers.Wording;

/**
 * A question of a survey; asked again in another wave it stays the same, which makes its answers a series.
 *
 * @param need the need that it tests: its options, or a point of its scale, say who speaks for it
 * @param scale null for other kinds
 */
public record SurveyQuestion(
        Id id, int position, Kind kind, Wording text, boolean required, Need.@Nullable Id need, List<Option> options, @Nullable Scale scale) {

    static final int LONGEST_ANSWER = 2_000;

    /** Identity of a question. */
    public record Id(UUID value) {
        public static Id of(String text) {
            return new Id(UUID.fromString(text));
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** How it is answered. */
    public enum Kind {
        SINGLE,
        MULTIPLE,
        SCALE,
        TEXT;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** @param supports whoever chooses it speaks for the need */
    public record Option(int position, Wording text, boolean supports) {}

    /** @param supportsFrom from this point on an answer speaks for the need */
    public record Scale(int from, int to, @Nullable Wording low, @Nullable Wording high, @Nullable Integer supportsFrom) {}

    public SurveyQuestion {
        options = List.copyOf(options);
    }

    /** As people answer it. */
    public Question asked() {
        var key = id.toString();
        return switch (kind) {
            case SINGLE, MULTIPLE -> new Question.Choice(
                    key, text, required, kind == Kind.MULTIPLE,
                    options.stream().map(option -> new Question.Option(option.position(), option.text())).toList());
            case SCALE -> scaled(key);
            case TEXT -> new Question.Free(key, text, required, LONGEST_ANSWER);
        };
    }

    private Question scaled(String key) {
        if (scale == null) {
            throw new IllegalStateException("a scale without its ends: " + id);
        }
        return new Question.Scale(key, text, required, scale.from(), scale.to(), scale.low(), scale.high());
    }
}
