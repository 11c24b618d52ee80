package org.kamiau.platform.alerts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.kamiau.platform.Text;
import org.kamiau.platform.pieces.Choice;

/** What became of an alert. */
public enum Outcome {
    ACTED,
    FALSE_ALARM,
    LET_BE;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Outcome of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** The three for a form, each with what it means here: {@code <meanings><code>}. */
    public static List<Choice> choices(Text t, String meanings) {
        return Arrays.stream(values())
                .map(outcome -> new Choice(outcome.code(), t.get(outcome.key()), t.get(meanings + outcome.code())))
                .toList();
    }

    /** Its text. */
    public String key() {
        return "platform.outcome." + code();
    }
}
