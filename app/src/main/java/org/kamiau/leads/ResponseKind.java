package org.kamiau.leads;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How somebody answered us. A hand-raise wants to be called back at once. */
public enum ResponseKind {
    DEMO_REQUEST(true),
    QUOTE_REQUEST(true),
    CONTACT(true),
    DOWNLOAD(false),
    WEBINAR(false),
    EVENT(false),
    PRICE_PAGE(false),
    CASE_STUDY(false),
    OTHER(false);

    private final boolean handRaise;

    ResponseKind(boolean handRaise) {
        this.handRaise = handRaise;
    }

    public boolean handRaise() {
        return handRaise;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ResponseKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
