package org.kamiau.imports;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.imports.Importer;

/** Columns that hold two things at once, and how they are taken apart. */
final class Composite {

    static final String NAME = "person.name";
    static final String KANA = "person.kana";
    static final String COMPANY_AND_DEPARTMENT = "company.nameAndDepartment";

    private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}\\p{M}.,'’\\- ]+");
    private static final Set<String> LEGAL_FORMS =
            Set.of("株式会社", "有限会社", "合同会社", "合資会社", "合名会社", "(株)", "(有)", "（株）", "（有）", "㈱", "㈲");

    private Composite() {}

    /** Two parts, each null when there is nothing in it. */
    record Parts(@Nullable String first, @Nullable String second) {}

    /** Every target that a column may have with this importer, in the order of its fields. */
    static Set<String> offered(Importer importer) {
        var keys = importer.fields().stream().map(Importer.Field::key).toList();
        var offered = new LinkedHashSet<String>();
        for (var key : keys) {
            if (key.equals("person.familyName")) {
                offered.add(NAME);
            }
            if (key.equals("person.familyKana")) {
                offered.add(KANA);
            }
            if (key.equals("company.name") && keys.contains("person.department")) {
                offered.add(COMPANY_AND_DEPARTMENT);
            }
            offered.add(key);
        }
        return offered;
    }

    /** What a composite column fills. */
    static List<String> parts(String target) {
        return switch (target) {
            case NAME -> List.of("person.familyName", "person.givenName");
            case KANA -> List.of("person.familyKana", "person.givenKana");
            case COMPANY_AND_DEPARTMENT -> List.of("company.name", "person.department");
            default -> List.of(target);
        };
    }

    static Parts split(String target, String text) {
        return target.equals(COMPANY_AND_DEPARTMENT) ? companyAndDepartment(text) : name(text);
    }

    /**
     * Family name first, as in Japan; in Latin letters the given name is first, unless a comma or capitals
     * say otherwise (Yamada, Taro; YAMADA Taro). Without a space it is all family name.
     */
    static Parts name(String text) {
        var plain = text.strip().replaceAll("[\\s\u3000]+", " ").replaceFirst("[ ]?[様殿]$", "");
        int comma = plain.indexOf(',');
        if (comma > 0) {
            return parts(plain.substring(0, comma), plain.substring(comma + 1));
        }
        if (!LATIN.matcher(plain).matches()) {
            int space = plain.indexOf(' ');
            return space < 0 ? parts(plain, "") : parts(plain.substring(0, space), plain.substring(space + 1));
        }
        int first = plain.indexOf(' ');
        int last = plain.lastIndexOf(' ');
        if (first < 0) {
            return parts(plain, "");
        }
        var start = plain.substring(0, first);
        if (start.length() > 1 && start.equals(start.toUpperCase(java.util.Locale.ROOT)) && !plain.equals(plain.toUpperCase(java.util.Locale.ROOT))) {
            return parts(start, plain.substring(first + 1));
        }
        return parts(plain.substring(last + 1), plain.substring(0, last));
    }

    /** The company ends at the first space that does not follow its legal form. */
    static Parts companyAndDepartment(String text) {
        var words = text.strip().split("[\\s\u3000]+", 3);
        boolean formFirst = words.length > 1 && LEGAL_FORMS.contains(words[0]);
        if (formFirst) {
            return parts(words[0] + words[1], words.length > 2 ? words[2] : "");
        }
        boolean formSecond = words.length > 1 && LEGAL_FORMS.contains(words[1]);
        if (formSecond) {
            return parts(words[0] + words[1], words.length > 2 ? words[2] : "");
        }
        return parts(words[0], words.length < 2 ? "" : words.length == 2 ? words[1] : words[1] + " " + words[2]);
    }

    private static Parts parts(String first, String second) {
        return new Parts(first.isBlank() ? null : first.strip(), second.isBlank() ? null : second.strip());
    }

    /** Parts of an address that stand in several columns, without a space where Japanese needs none. */
    static String join(@Nullable String before, String next) {
        if (before == null || next.startsWith(before)) {
            return next;
        }
        boolean latin = before.charAt(before.length() - 1) < 0x250 && next.charAt(0) < 0x250;
        return latin ? before + " " + next : before + next;
    }
}
