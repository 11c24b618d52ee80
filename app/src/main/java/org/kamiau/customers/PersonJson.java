package org.kamiau.customers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person as the API shows them to one viewer: contact details are masked for those who may not read them. */
record PersonJson(
        Person.Id id,
        Account.@Nullable Id accountId,
        @Nullable String familyName,
        @Nullable String givenName,
        @Nullable String familyKana,
        @Nullable String givenKana,
        @Nullable String title,
        @Nullable String department,
        String roleLevel,
        @Nullable String email,
        @Nullable String phone,
        boolean masked,
        @Nullable Instant unsubscribedAt) {

    static PersonJson of(Person person, ContactView contact) {
        var name = person.name();
        return new PersonJson(
                person.id(),
                person.accountId(),
                name.familyName(),
                name.givenName(),
                name.familyKana(),
                name.givenKana(),
                person.title(),
                person.department(),
                person.roleLevel().code(),
                contact.email(),
                contact.phone(),
                contact.masked(),
                person.unsubscribedAt());
    }
}
