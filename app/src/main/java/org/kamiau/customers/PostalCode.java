package org.kamiau.customers;

import org.jspecify.annotations.Nullable;

/** 郵便番号: seven digits. */
public record PostalCode(String digits) {
    public static Parsed<PostalCode> parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return new Parsed.Blank<>();
        }
        var plain = text.length() > 20 ? "" : JapaneseText.compatible(text).replaceAll("[\\s〒ー‐−–—-]", "");
        return plain.matches("[0-9]{7}")
                ? new Parsed.Value<>(new PostalCode(plain))
                : new Parsed.Refused<>("customers.postal-code.invalid");
    }

    /** {@code 910-0005}. */
    public String display() {
        return digits.substring(0, 3) + "-" + digits.substring(3);
    }

    @Override
    public String toString() {
        return display();
    }
}
