package org.kamiau.platform;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.stream.Stream;

/** A function of the company: whose turn a clock can be. The text is {@code platform.function.<code>}. */
public enum Function {
    MARKETING(Side.MARKETING),
    INSIDE_SALES(Side.SALES),
    FIELD_SALES(Side.SALES),
    CUSTOMER_SUCCESS(Side.SALES),
    TRADE_SALES(Side.SALES),
    SALES_OPS(Side.COMPANY),
    PRODUCT(Side.MARKETING),
    PUBLIC_RELATIONS(Side.MARKETING),
    DEVELOPMENT(Side.COMPANY),
    MANAGEMENT(Side.COMPANY),
    ACCOUNTING(Side.COMPANY),
    PRIVACY(Side.COMPANY),
    AUDIT(Side.COMPANY),
    ADMINISTRATION(Side.COMPANY);

    private final Side side;

    Function(Side side) {
        this.side = side;
    }

    public Side side() {
        return side;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Function of(String code) {
        return Stream.of(values()).filter(function -> function.code().equals(code)).findFirst().orElseThrow();
    }
}
