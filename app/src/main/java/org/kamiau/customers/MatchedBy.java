package org.kamiau.customers;

import java.util.Locale;

/** The proof by which an incoming company or person was recognised, strongest first. */
public enum MatchedBy {
    CORPORATE_NUMBER,
    DOMAIN,
    NAME_AND_PHONE,
    NAME_AND_ADDRESS,
    EMAIL,
    PHONE,
    /** Pointed at: an account by its id, a person by name at that account. */
    NAMED,
    NEW;

    public boolean isNew() {
        return this == NEW;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
