package org.kamiau.handoffs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.kamiau.platform.Function;

/** Between which functions something is handed over; each boundary's health is measured on its own. */
public enum Boundary {
    MKT_IS(Function.MARKETING, Function.INSIDE_SALES),
    MKT_FS(Function.MARKETING, Function.FIELD_SALES),
    IS_FS(Function.INSIDE_SALES, Function.FIELD_SALES),
    FS_CS(Function.FIELD_SALES, Function.CUSTOMER_SUCCESS);

    private final Function from;
    private final Function to;

    Boundary(Function from, Function to) {
        this.from = from;
        this.to = to;
    }

    public Function from() {
        return from;
    }

    public Function to() {
        return to;
    }

    /** The promise that an offer over this boundary puts a clock on. */
    public Promise promise() {
        return this == MKT_IS || this == MKT_FS ? Promise.ANSWER : Promise.CONFIRMATION;
    }

    /** Silence of the receiver accepts here; the clock must run on. */
    boolean silenceAccepts() {
        return this == IS_FS;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Boundary of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
