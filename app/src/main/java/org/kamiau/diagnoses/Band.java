package org.kamiau.diagnoses;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far two sides have come, by the total of 20 statements from 1 to 5. */
public enum Band {
    UNDEFINED(20),
    DEFINED(40),
    ALIGNED(60),
    INTEGRATED(80);

    static final int MOST = 100;

    private final int from;

    Band(int from) {
        this.from = from;
    }

    /** The least total that belongs to it. */
    public int from() {
        return from;
    }

    public static Band of(double total) {
        return total < DEFINED.from ? UNDEFINED : total < ALIGNED.from ? DEFINED : total < INTEGRATED.from ? ALIGNED : INTEGRATED;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
