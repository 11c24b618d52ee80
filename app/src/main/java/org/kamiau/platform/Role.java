package org.kamiau.platform;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.stream.Stream;

/** What a member is here. The text of each is {@code platform.role.<code>}. */
public enum Role {
    EXEC(Function.MANAGEMENT),
    SALES_HEAD(Function.FIELD_SALES),
    FS_MGR(Function.FIELD_SALES),
    FS(Function.FIELD_SALES),
    IS_LEAD(Function.INSIDE_SALES),
    IS(Function.INSIDE_SALES),
    CS(Function.CUSTOMER_SUCCESS),
    TRADE(Function.TRADE_SALES),
    MKT_HEAD(Function.MARKETING),
    MKT(Function.MARKETING),
    REVOPS(Function.SALES_OPS),
    FIN(Function.ACCOUNTING),
    DPO(Function.PRIVACY),
    AUDIT(Function.AUDIT),
    ADMIN(Function.ADMINISTRATION);

    private final Function function;

    Role(Function function) {
        this.function = function;
    }

    /** The function whose work someone with this role does. */
    public Function function() {
        return function;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role of(String code) {
        return Stream.of(values()).filter(role -> role.code().equals(code)).findFirst().orElseThrow();
    }
}
