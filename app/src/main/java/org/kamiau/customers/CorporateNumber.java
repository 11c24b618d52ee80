package org.kamiau.customers;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import org.jspecify.annotations.Nullable;

/** 法人番号: thirteen digits, the first of which checks the other twelve. */
public record CorporateNumber(String digits) {
    private static final int LENGTH = 13;

    public CorporateNumber {
        if (digits.length() != LENGTH || !allDigits(digits) || digits.charAt(0) - '0' != checkDigit(digits.substring(1))) {
            throw new IllegalArgumentException("Not a corporate number");
        }
    }

    /** Accepts full-width digits, spaces, hyphens and the T of an invoice number. */
    public static Parsed<CorporateNumber> parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return new Parsed.Blank<>();
        }
        if (text.length() > 40) {
            return new Parsed.Refused<>("customers.corporate-number.length");
        }
        var digits = digitsOf(text);
        if (digits.length() != LENGTH || !allDigits(digits)) {
            return new Parsed.Refused<>("customers.corporate-number.length");
        }
        if (digits.charAt(0) - '0' != checkDigit(digits.substring(1))) {
            return new Parsed.Refused<>("customers.corporate-number.check-digit");
        }
        return new Parsed.Value<>(new CorporateNumber(digits));
    }

    /** {@code 9 − (Σ P·Q mod 9)}, P counted from the right of the base, Q one at odd and two at even places. */
    static int checkDigit(String base) {
        var sum = 0;
        for (var n = 1; n <= base.length(); n++) {
            sum += (base.charAt(base.length() - n) - '0') * (n % 2 == 1 ? 1 : 2);
        }
        return 9 - sum % 9;
    }

    /** 適格請求書発行事業者の登録番号 of a corporation. */
    public String invoiceNumber() {
        return "T" + digits;
    }

    @Override
    public String toString() {
        return digits;
    }

    private static String digitsOf(String text) {
        var plain = new StringBuilder(LENGTH);
        var compatible = Normalizer.normalize(text, Form.NFKC).strip();
        var from = compatible.startsWith("T") || compatible.startsWith("t") ? 1 : 0;
        for (var i = from; i < compatible.length(); i++) {
            var c = compatible.charAt(i);
            if (!JapaneseText.space(c) && !JapaneseText.dash(c)) {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private static boolean allDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
