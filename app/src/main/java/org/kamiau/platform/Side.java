package org.kamiau.platform;

import java.util.Locale;

/** The two sides whose promises the product holds, and everybody else. Each has a tint of its own. */
public enum Side {
    SALES,
    MARKETING,
    COMPANY;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
