package org.kamiau.customers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A telephone number: {@code key} is 0… for Japan and +… abroad, without separators; the extension is kept beside it
 * and never compared.
 */
public record PhoneNumber(String key, @Nullable String extension) {
    private static final int LONGEST_TYPED = 60;

    /** Only in front of digits at the very end, so that no backtracking can run away on long input. */
    private static final Pattern EXTENSION = Pattern.compile("(?:内線|内|ext|extension|x|#)[.:]?(\\d{1,8})\\)?$");

    public static Parsed<PhoneNumber> parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return new Parsed.Blank<>();
        }
        if (text.length() > LONGEST_TYPED) {
            return new Parsed.Refused<>("customers.phone.invalid");
        }
        var plain = separatorsGone(JapaneseText.folded(text));
        var extension = EXTENSION.matcher(plain);
        var inside = extension.find() ? extension.group(1) : null;
        var key = key(inside == null ? plain : plain.substring(0, extension.start()));
        return key == null
                ? new Parsed.Refused<>("customers.phone.invalid")
                : new Parsed.Value<>(new PhoneNumber(key, inside));
    }

    public boolean japanese() {
        return key.startsWith("0");
    }

    /** A number that one person carries; every other number may be a switchboard that many share (0800 is toll-free). */
    public boolean mobile() {
        return key.length() == 11 && "789".indexOf(key.charAt(1)) >= 0 && key.charAt(3) != '0';
    }

    /** With hyphens after the area code where the numbering plan is known: {@code 0776-21-1111}. */
    public String display() {
        return extension == null ? grouped() : grouped() + " ext." + extension;
    }

    /** All but the last two digits hidden: {@code ••-••••-••78}. */
    public String masked() {
        var grouped = grouped();
        var masked = new StringBuilder(grouped.length());
        var seen = 0;
        for (var i = grouped.length() - 1; i >= 0; i--) {
            var c = grouped.charAt(i);
            masked.append(Character.isDigit(c) && seen++ >= 2 ? '•' : c);
        }
        return masked.reverse().toString();
    }

    @Override
    public String toString() {
        return masked();
    }

    private String grouped() {
        try {
            var numbers = PhoneNumberUtil.getInstance();
            var number = numbers.parse(key, "JP");
            var known = numbers.isPossibleNumber(number) && !key.startsWith("00");
            return known
                    ? numbers.format(number, japanese() ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL)
                    : key;
        } catch (NumberParseException unknown) {
            return key;
        }
    }

    private static String separatorsGone(String text) {
        var plain = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (!JapaneseText.space(c) && !JapaneseText.dash(c) && c != '(' && c != ')' && c != '.' && c != '/') {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private static @Nullable String key(String plain) {
        var number = plain.startsWith("tel") ? plain.substring(plain.startsWith("tel:") ? 4 : 3) : plain;
        if (number.startsWith("+81")) {
            var national = number.substring(3);
            number = national.startsWith("0") ? national : "0" + national;
        } else if (number.startsWith("+")) {
            return digits(number.substring(1), 8, 15) && number.charAt(1) != '0' ? number : null;
        }
        var length = number.length();
        var plausible = digits(number, 10, 11)
                && number.charAt(0) == '0'
                && number.charAt(1) != '0'
                && (length == 10 || number.charAt(2) == '0');
        return plausible ? number : null;
    }

    private static boolean digits(String text, int fewest, int most) {
        return text.length() >= fewest && text.length() <= most && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
