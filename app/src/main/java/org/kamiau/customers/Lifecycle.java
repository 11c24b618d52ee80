package org.kamiau.customers;

import java.util.Locale;

/** Where an account stands with us: 見込, 案件中, 顧客, 休眠. */
public enum Lifecycle {
    PROSPECT,
    IN_DEAL,
    CUSTOMER,
    DORMANT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Lifecycle ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
