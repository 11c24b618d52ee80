package org.kamiau.customers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody at an account, or somebody whose company nobody knows yet. */
public record Person(
        Id id,
        Account.@Nullable Id accountId,
        PersonName name,
        @Nullable MailAddress email,
        @Nullable PhoneNumber phone,
        @Nullable String title,
        @Nullable String department,
        @Nullable Instant unsubscribedAt,
        int version) {

    /** Identity of a person. */
    public record Id(UUID value) {
        @JsonCreator
        public static Id of(String text) {
            return new Id(UUID.fromString(text));
        }

        @JsonValue
        @Override
        public String toString() {
            return value.toString();
        }
    }

    static Person fresh(Id id, Account.@Nullable Id accountId, Incoming.Contact contact) {
        return new Person(id, accountId, contact.name(), contact.email(), contact.phone(), contact.title(),
                contact.department(), null, 1);
    }

    public RoleLevel roleLevel() {
        return RoleLevel.ofTitle(title);
    }

    /** Filled where empty; the same record when there was nothing to fill. */
    Person filledFrom(Incoming.Contact contact, Account.@Nullable Id account) {
        var filled = new Person(
                id,
                accountId == null ? account : accountId,
                name.filledFrom(contact.name()),
                email == null ? contact.email() : email,
                phone == null ? contact.phone() : phone,
                title == null ? contact.title() : title,
                department == null ? contact.department() : department,
                unsubscribedAt,
                version);
        return filled.equals(this) ? this : filled;
    }

    public PersonFacts facts() {
        return new PersonFacts(id, accountId, name, email, phone, title, department, roleLevel(),
                email != null && email.free(), unsubscribedAt != null);
    }
}
