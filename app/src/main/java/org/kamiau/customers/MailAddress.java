package org.kamiau.customers;

import java.net.IDN;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An e-mail address, normalised: compatible characters, lower case, its domain in ASCII form. */
public record MailAddress(String key) {
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final String LOCAL_SYMBOLS = ".!#$%&'*+/=?^_`{|}~-";

    /** Full-width characters and an international domain are understood; the local part must be ASCII. */
    public static Parsed<MailAddress> parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return new Parsed.Blank<>();
        }
        if (text.length() > LONGEST * 2) {
            return new Parsed.Refused<>("customers.email.too-long");
        }
        var plain = JapaneseText.compatible(text).strip().toLowerCase(Locale.ROOT);
        var at = plain.lastIndexOf('@');
        if (at < 1 || !local(plain.substring(0, at))) {
            return new Parsed.Refused<>("customers.email.invalid");
        }
        var domain = MailDomain.ascii(plain.substring(at + 1));
        if (domain == null) {
            return new Parsed.Refused<>("customers.email.invalid");
        }
        var key = plain.substring(0, at) + "@" + domain;
        return key.length() > LONGEST
                ? new Parsed.Refused<>("customers.email.too-long")
                : new Parsed.Value<>(new MailAddress(key));
    }

    public String local() {
        return key.substring(0, key.lastIndexOf('@'));
    }

    /** In ASCII form, as compared. */
    public String domain() {
        return key.substring(key.lastIndexOf('@') + 1);
    }

    /** As people read it: an international domain in its own script. */
    public String text() {
        return local() + "@" + IDN.toUnicode(domain());
    }

    /** Whether the domain belongs to a mail provider and so says nothing about the company. */
    public boolean free() {
        return MailDomain.free(domain());
    }

    /** What those may see who may not see the address. */
    public String masked() {
        return key.substring(0, key.offsetByCodePoints(0, 1)) + "•••@" + IDN.toUnicode(domain());
    }

    @Override
    public String toString() {
        return masked();
    }

    /** Dots side by side or at the end are against the standard, but carriers gave such addresses out for years. */
    private static boolean local(String text) {
        return text.length() <= LONGEST_LOCAL
                && text.charAt(0) != '.'
                && text.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || LOCAL_SYMBOLS.indexOf(c) >= 0);
    }
}
