package org.kamiau.customers;

import org.jspecify.annotations.Nullable;

/** What scoring and routing ask of a person; contact details are in the clear, so never straight to a screen. */
public record PersonFacts(
        Person.Id id,
        Account.@Nullable Id accountId,
        PersonName name,
        @Nullable MailAddress email,
        @Nullable PhoneNumber phone,
        @Nullable String title,
        @Nullable String department,
        RoleLevel roleLevel,
        boolean freeMail,
        boolean unsubscribed) {}
