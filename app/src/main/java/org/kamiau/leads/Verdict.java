package org.kamiau.leads;

import java.util.Locale;

/** What other rules would have made of a lead that came under the rules in force. */
public enum Verdict {
    /** An MQL under both. */
    STAYS,
    /** People handed it over although the rules did not. */
    BY_JUDGEMENT,
    /** An MQL that would be none. */
    OUT,
    /** None that would have become one. */
    IN,
    /** An MQL under neither. */
    NONE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
