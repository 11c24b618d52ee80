package org.kamiau.handoffs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Why a hand-over is returned before contact: procedural, clerical or definitional only. No need, no budget,
 * no fit are found in a conversation and disqualify a lead; they never return it.
 */
public enum ReturnReason {
    DUPLICATE,
    INCOMPLETE,
    WRONG_OWNER,
    OUTSIDE_DEFINITION;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ReturnReason of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
