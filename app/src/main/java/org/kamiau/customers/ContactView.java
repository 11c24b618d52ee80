package org.kamiau.customers;

import org.jspecify.annotations.Nullable;

/**
 * A person's contact details as one viewer may see them: decided on the server, masked for everybody who is neither
 * the account's owner nor in inside sales nor in customer success.
 */
public record ContactView(
        Person.Id id, String name, @Nullable String kana, @Nullable String email, @Nullable String phone, boolean masked) {

    /** @param readable whether this viewer may see the details of this person */
    public static ContactView of(PersonFacts person, boolean readable) {
        var email = person.email();
        var phone = person.phone();
        var name = person.name();
        return new ContactView(
                person.id(),
                name.display(),
                name.kana().isEmpty() ? null : name.kana(),
                email == null ? null : readable ? email.text() : email.masked(),
                phone == null ? null : readable ? phone.display() : phone.masked(),
                !readable);
    }
}
