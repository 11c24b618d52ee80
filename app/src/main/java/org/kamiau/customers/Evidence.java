package org.kamiau.customers;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything of an incoming row that can prove who it is, as the keys by which records are found. */
record Evidence(
        String nameKey,
        @Nullable CorporateNumber corporateNumber,
        List<String> domains,
        List<String> phones,
        @Nullable String addressKey,
        @Nullable String email,
        boolean companyMailbox,
        @Nullable PhoneNumber phone,
        String familyKey,
        String givenKey) {

    static Evidence of(Incoming incoming) {
        var company = incoming.company();
        var contact = incoming.contact();
        var email = contact.email();
        var address = company.address() == null ? "" : Address.key(company.address());
        return new Evidence(
                company.name() == null ? "" : CompanyName.key(company.name()),
                company.corporateNumber(),
                domains(company.domain(), email),
                phones(company.phone(), contact.phone()),
                address.isEmpty() ? null : address,
                email == null ? null : email.key(),
                email != null && !email.free(),
                contact.phone(),
                contact.name().familyKey(),
                contact.name().givenKey());
    }

    private static List<String> phones(@Nullable PhoneNumber company, @Nullable PhoneNumber person) {
        var keys = new LinkedHashSet<String>();
        if (company != null) {
            keys.add(company.key());
        }
        if (person != null) {
            keys.add(person.key());
        }
        return List.copyOf(keys);
    }

    /** The company's own domain before that of the mailbox, each with those above it; providers' domains prove nothing. */
    private static List<String> domains(@Nullable String company, @Nullable MailAddress email) {
        var domains = new ArrayList<String>();
        if (company != null && !MailDomain.free(company)) {
            domains.addAll(MailDomain.withParents(company));
        }
        if (email != null && !email.free()) {
            domains.addAll(MailDomain.withParents(email.domain()));
        }
        return List.copyOf(domains);
    }
}
