package org.kamiau.customers;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Invalid;

/** Person and company exactly as typed or sent, null or blank where nothing was. */
public record IncomingText(PersonText person, CompanyText company) {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_COMPANY_NAME = 200;
    private static final int LONGEST_TEXT = 300;
    private static final int MOST_EMPLOYEES = 5_000_000;

    public record PersonText(
            @Nullable String familyName,
            @Nullable String givenName,
            @Nullable String familyKana,
            @Nullable String givenKana,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String title,
            @Nullable String department) {}

    public record CompanyText(
            @Nullable String name,
            @Nullable String corporateNumber,
            @Nullable String domain,
            @Nullable String industry,
            @Nullable String employees,
            @Nullable String prefecture,
            @Nullable String phone,
            @Nullable String postalCode,
            @Nullable String address,
            @Nullable String website) {

        /** @param path what stands before the field's name where a fault is reported */
        Incoming.Company read(String path, List<Invalid.Field> faults) {
            return new Incoming.Company(
                    text(name, path + "name", LONGEST_COMPANY_NAME, faults),
                    IncomingText.read(CorporateNumber.parse(corporateNumber), path + "corporateNumber", faults),
                    IncomingText.read(MailDomain.parse(domain), path + "domain", faults),
                    text(industry, path + "industry", LONGEST_NAME, faults),
                    IncomingText.read(IncomingText.employees(employees), path + "employees", faults),
                    IncomingText.read(Prefecture.parse(prefecture), path + "prefecture", faults),
                    IncomingText.read(PhoneNumber.parse(phone), path + "phone", faults),
                    IncomingText.read(PostalCode.parse(postalCode), path + "postalCode", faults),
                    text(address, path + "address", LONGEST_TEXT, faults),
                    text(website, path + "website", LONGEST_TEXT, faults));
        }
    }

    /** What could be read, and what could not; usable only without faults. */
    public record Checked(Incoming incoming, List<Invalid.Field> faults) {
        public Checked {
            faults = List.copyOf(faults);
        }
    }

    /** Checks every field for itself, in time linear in its length; which fields must be there is the caller's rule. */
    public Checked check() {
        var faults = new ArrayList<Invalid.Field>();
        var incoming = new Incoming(company(faults), contact(faults), null);
        return new Checked(incoming, faults);
    }

    private Incoming.Contact contact(List<Invalid.Field> faults) {
        var name = PersonName.of(
                text(person.familyName, "person.familyName", LONGEST_NAME, faults),
                text(person.givenName, "person.givenName", LONGEST_NAME, faults),
                kana(person.familyKana, "person.familyKana", faults),
                kana(person.givenKana, "person.givenKana", faults));
        return new Incoming.Contact(
                name,
                read(MailAddress.parse(person.email), "person.email", faults),
                read(PhoneNumber.parse(person.phone), "person.phone", faults),
                text(person.title, "person.title", LONGEST_NAME, faults),
                text(person.department, "person.department", LONGEST_NAME, faults));
    }

    private Incoming.Company company(List<Invalid.Field> faults) {
        return company.read("company.", faults);
    }

    static @Nullable String kana(@Nullable String typed, String field, List<Invalid.Field> faults) {
        var text = text(typed, field, LONGEST_NAME, faults);
        if (text != null && !PersonName.readable(text)) {
            faults.add(Invalid.Field.of(field, "customers.kana.invalid"));
            return null;
        }
        return text;
    }

    private static <T> @Nullable T read(Parsed<T> parsed, String field, List<Invalid.Field> faults) {
        var refusal = parsed.refusal();
        if (refusal != null) {
            faults.add(Invalid.Field.of(field, refusal));
        }
        return parsed.orNull();
    }

    /** Length is looked at before anything else touches the characters. */
    private static @Nullable String text(@Nullable String typed, String field, int longest, List<Invalid.Field> faults) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        if (typed.length() > longest * 2 || typed.codePointCount(0, typed.length()) > longest) {
            faults.add(Invalid.Field.of(field, "customers.text.too-long", longest));
            return null;
        }
        if (typed.indexOf('\0') >= 0 || brokenSurrogate(typed)) {
            faults.add(Invalid.Field.of(field, "customers.text.unreadable"));
            return null;
        }
        var tidy = JapaneseText.tidy(typed);
        return tidy.isEmpty() ? null : tidy;
    }

    /** Half a character cannot be stored as UTF-8. */
    private static boolean brokenSurrogate(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** Reads 300, 1,200, ３００名 and 約500人; the smaller end of a range (300〜999名). */
    static Parsed<Integer> employees(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return new Parsed.Blank<>();
        }
        if (typed.length() > 40) {
            return new Parsed.Refused<>("customers.employees.invalid");
        }
        var plain = JapaneseText.compatible(typed).replaceAll("[,\\s約人名]", "").replaceFirst("[〜~-].*$", "");
        if (!plain.matches("[0-9]{1,7}(以上)?")) {
            return new Parsed.Refused<>("customers.employees.invalid");
        }
        var count = Integer.parseInt(plain.replace("以上", ""));
        return count > MOST_EMPLOYEES ? new Parsed.Refused<>("customers.employees.invalid") : new Parsed.Value<>(count);
    }
}
