package org.kamiau.reports;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the lines of a funnel are. */
public enum Dimension {
    MONTH("all"),
    ORIGIN("origin"),
    SEGMENT("segment"),
    TARGET("target"),
    PRODUCT("product"),
    OWNER("owner"),
    /** How fast the first attempt was. */
    SPEED("speed");

    /** What one may ask for. */
    public static final List<Dimension> OFFERED = List.of(MONTH, ORIGIN, SEGMENT, TARGET, PRODUCT, OWNER);

    /** By what a change can be split. */
    public static final List<Dimension> GROUPS = List.of(TARGET, ORIGIN, SEGMENT, PRODUCT, OWNER);

    private final String counted;

    Dimension(String counted) {
        this.counted = counted;
    }

    /** As {@code leads.funnel_view} calls it. */
    String counted() {
        return counted;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Dimension> of(String code) {
        return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
