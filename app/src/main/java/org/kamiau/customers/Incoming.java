package org.kamiau.customers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person and a company as they come in, already checked: from a form, the API, by hand or a row of a file. */
public record Incoming(Company company, Contact contact, @Nullable ConsentGiven consent) {
    public record Company(
            @Nullable String name,
            @Nullable CorporateNumber corporateNumber,
            @Nullable String domain,
            @Nullable String industry,
            @Nullable Integer employees,
            @Nullable Prefecture prefecture,
            @Nullable PhoneNumber phone,
            @Nullable PostalCode postalCode,
            @Nullable String address,
            @Nullable String website) {
        static final Company NONE = new Company(null, null, null, null, null, null, null, null, null, null);
    }

    public record Contact(
            PersonName name,
            @Nullable MailAddress email,
            @Nullable PhoneNumber phone,
            @Nullable String title,
            @Nullable String department) {
        /** Whether there is anything to recognise or address a person by. */
        public boolean blank() {
            return name.blank() && email == null && phone == null;
        }
    }

    /** What the person agreed to or refused, with the words that stood on the screen. */
    public record ConsentGiven(String purpose, String text, String textVersion, boolean given, Instant at) {}

    public Incoming withConsent(@Nullable ConsentGiven answer) {
        return new Incoming(company, contact, answer);
    }
}
