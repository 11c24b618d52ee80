package org.kamiau.customers;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who an incoming company and person are, among those known. A wrong merge hurts more than a duplicate: every rule
 * asks for a proof besides the name, and doubt makes a new record.
 *
 * <p><b>The account</b>, first proof that holds: corporate number; domain of the company or of the mailbox (not of
 * mail providers); name and phone (the company's or that of one of its people); name and address; the account of a
 * person known by e-mail, if no other company is named or the mailbox belongs to a company. An account that is known
 * under another corporate number is never taken on a weaker proof: the number wins.
 *
 * <p><b>The person</b>: one mailbox is one person, who keeps the account they are filed under even when the lead goes
 * elsewhere (a change of job, a consultant). By phone only with the same name: a mobile number with the same family
 * name, any other number, which may be a switchboard, with the full name and at the same account. Two different
 * mailboxes are two persons.
 */
final class Matching {
    record Match<T>(T found, MatchedBy by) {}

    private final Known known;

    Matching(Known known) {
        this.known = known;
    }

    Optional<Match<Account>> account(Evidence evidence) {
        var number = known.withNumber(evidence.corporateNumber());
        if (number != null) {
            return match(number, MatchedBy.CORPORATE_NUMBER);
        }
        for (var domain : evidence.domains()) {
            var owner = known.withDomain(domain);
            if (agrees(owner, evidence)) {
                return match(owner, MatchedBy.DOMAIN);
            }
        }
        return byName(evidence).or(() -> byMailbox(evidence));
    }

    private Optional<Match<Account>> byName(Evidence evidence) {
        if (evidence.nameKey().isEmpty()) {
            return Optional.empty();
        }
        for (var phone : evidence.phones()) {
            var reached = known.withNameAndPhone(evidence.nameKey(), phone);
            if (agrees(reached, evidence)) {
                return match(reached, MatchedBy.NAME_AND_PHONE);
            }
        }
        var located = known.withNameAndAddress(evidence.nameKey(), evidence.addressKey());
        return agrees(located, evidence) ? match(located, MatchedBy.NAME_AND_ADDRESS) : Optional.empty();
    }

    private Optional<Match<Account>> byMailbox(Evidence evidence) {
        var person = known.withEmail(evidence.email());
        var account = person == null ? null : known.account(person.accountId());
        var otherCompanyNamed = account != null
                && !evidence.nameKey().isEmpty()
                && !evidence.nameKey().equals(account.profile().nameKey());
        return agrees(account, evidence) && (!otherCompanyNamed || evidence.companyMailbox())
                ? match(account, MatchedBy.EMAIL)
                : Optional.empty();
    }

    /** @param account the one already found for the same row, if any */
    Optional<Match<Person>> person(Evidence evidence, @Nullable Account account) {
        var mailbox = known.withEmail(evidence.email());
        if (mailbox != null) {
            return match(mailbox, MatchedBy.EMAIL);
        }
        var phone = evidence.phone();
        if (phone == null) {
            return Optional.empty();
        }
        var same = known.withPhone(phone.key()).stream().filter(person -> same(person, phone, evidence, account)).toList();
        return only(same, account).flatMap(person -> match(person, MatchedBy.PHONE));
    }

    private static boolean same(Person person, PhoneNumber phone, Evidence evidence, @Nullable Account account) {
        var twoMailboxes = person.email() != null && evidence.email() != null;
        if (twoMailboxes || evidence.familyKey().isEmpty()) {
            return false;
        }
        var name = person.name();
        var sameFamily = evidence.familyKey().equals(name.familyKey());
        var fullName = sameFamily && !evidence.givenKey().isEmpty() && evidence.givenKey().equals(name.givenKey());
        var givenNamesDiffer =
                !evidence.givenKey().isEmpty() && !name.givenKey().isEmpty() && !evidence.givenKey().equals(name.givenKey());
        var elsewhere = account != null && person.accountId() != null && !account.id().equals(person.accountId());
        return phone.mobile() ? sameFamily && !givenNamesDiffer && (!elsewhere || fullName) : fullName && !elsewhere;
    }

    /** One, or one at this account; two who could be meant are nobody. */
    private static Optional<Person> only(List<Person> same, @Nullable Account account) {
        var here = account == null ? same : same.stream().filter(person -> account.id().equals(person.accountId())).toList();
        var closest = here.isEmpty() ? same : here;
        return closest.size() == 1 ? Optional.of(closest.getFirst()) : Optional.empty();
    }

    private static boolean agrees(@Nullable Account account, Evidence evidence) {
        return account != null && !account.contradicts(evidence.corporateNumber());
    }

    private static <T> Optional<Match<T>> match(@Nullable T found, MatchedBy by) {
        return Optional.ofNullable(found).map(record -> new Match<>(record, by));
    }
}
