package org.kamiau.platform.lists;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a condition compares. Its text is {@code lists.operator.<code>}, sometimes by the kind of column. */
public enum Operator {
    IS,
    IS_NOT,
    ANY_OF,
    NONE_OF,
    CONTAINS,
    LACKS,
    STARTS,
    AT_LEAST,
    AT_MOST,
    BETWEEN,
    BEFORE,
    AFTER,
    LAST_DAYS,
    NEXT_DAYS,
    EMPTY,
    FILLED;

    /** As it stands in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Operator> of(String code) {
        return Stream.of(values()).filter(operator -> operator.code().equals(code)).findFirst();
    }

    /** Compares with nothing. */
    boolean bare() {
        return this == EMPTY || this == FILLED;
    }

    /** Compares with several values, separated by commas in the address. */
    boolean several() {
        return this == ANY_OF || this == NONE_OF || this == BETWEEN;
    }
}
