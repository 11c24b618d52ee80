package org.kamiau.customers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.imports.Importer.Effect;

/** One batch of incoming rows on its way in: what was recognised, and what is to be written because of it. */
final class Arrivals {
    record Learned(String domain, Account.Id account) {}

    record Answered(Person.Id person, Incoming.ConsentGiven consent) {}

    private final Known known;
    private final Matching matching;
    private final Segments segments;
    private final Supplier<UUID> ids;

    final Map<Account.Id, Account> newAccounts = new LinkedHashMap<>();
    final Map<Account.Id, Account> filledAccounts = new LinkedHashMap<>();
    final Map<Account.Id, Account> accountsBefore = new LinkedHashMap<>();
    final Map<Person.Id, Person> newPersons = new LinkedHashMap<>();
    final Map<Person.Id, Person> filledPersons = new LinkedHashMap<>();
    final Map<Person.Id, Person> personsBefore = new LinkedHashMap<>();
    final List<Learned> domains = new ArrayList<>();
    final List<Answered> consents = new ArrayList<>();

    Arrivals(Known known, Segments segments, Supplier<UUID> ids) {
        this.known = known;
        this.matching = new Matching(known);
        this.segments = segments;
        this.ids = ids;
    }

    /**
     * Later rows see what this one added.
     *
     * @param place the account where it is known already
     */
    Taken take(Incoming incoming, Evidence evidence, Optional<Account.Id> place) {
        var account = place.map(id -> new Matching.Match<>(current(id), MatchedBy.NAMED)).orElse(null);
        if (account == null) {
            account = account(incoming, evidence);
        }
        var person = person(incoming, evidence, account);
        if (account == null && person != null) {
            account = accountOf(person);
        }
        if (person != null && incoming.consent() != null) {
            consents.add(new Answered(person.found().id(), incoming.consent()));
        }
        return new Taken(
                account == null ? null : new Taken.TakenAccount(account.found().facts(), account.by()),
                person == null ? null : new Taken.TakenPerson(person.found().facts(), person.by()));
    }

    /** A named company without a person; {@code same} is the account that its source already stands for. */
    AccountIntake.Outcome takeAlone(Incoming incoming, @Nullable String kana, Evidence evidence, @Nullable Account same) {
        var known = same == null ? matching.account(evidence).map(Matching.Match::found).orElse(null) : current(same.id());
        if (known == null) {
            var added = Objects.requireNonNull(added(incoming, evidence), "a company that is taken alone has a name").found();
            var read = kana == null ? added : added.with(added.profile().read(kana));
            newAccounts.put(read.id(), read);
            this.known.remember(read);
            return new AccountIntake.Outcome(read.id(), Effect.CREATED);
        }
        var filled = filled(known, incoming);
        return new AccountIntake.Outcome(known.id(), filled == known ? Effect.UNCHANGED : Effect.UPDATED);
    }

    /** As it stands after the rows so far. */
    Account current(Account.Id id) {
        return Objects.requireNonNull(known.account(id));
    }

    private Matching.@Nullable Match<Account> account(Incoming incoming, Evidence evidence) {
        var found = matching.account(evidence).orElse(null);
        return found == null ? added(incoming, evidence) : new Matching.Match<>(filled(found.found(), incoming), found.by());
    }

    private Matching.@Nullable Match<Account> added(Incoming incoming, Evidence evidence) {
        var name = incoming.company().name();
        if (name == null) {
            return null;
        }
        var profile = Account.Profile.of(name, incoming.company());
        var account = Account.fresh(new Account.Id(ids.get()), profile, segments);
        newAccounts.put(account.id(), account);
        known.remember(account);
        learn(ownDomain(incoming, evidence), account);
        return new Matching.Match<>(account, MatchedBy.NEW);
    }

    private Account filled(Account account, Incoming incoming) {
        var company = incoming.company();
        var domain = company.domain();
        if (domain != null && !MailDomain.free(domain)) {
            learn(domain, account);
        }
        var offered = Account.Profile.of(account.profile().name(), company);
        var free = known.withNumber(offered.corporateNumber()) == null;
        var filled = account.filledFrom(free ? offered : offered.withoutCorporateNumber(), segments);
        if (filled != account) {
            known.remember(filled);
            if (newAccounts.replace(account.id(), filled) == null) {
                accountsBefore.putIfAbsent(account.id(), account);
                filledAccounts.put(account.id(), filled);
            }
        }
        return filled;
    }

    private Matching.@Nullable Match<Person> person(
            Incoming incoming, Evidence evidence, Matching.@Nullable Match<Account> account) {
        var contact = incoming.contact();
        if (contact.blank()) {
            return null;
        }
        var at = account == null ? null : account.found();
        var found = matching.person(evidence, at).or(() -> colleague(evidence, at)).orElse(null);
        return found == null
                ? new Matching.Match<>(added(contact, at), MatchedBy.NEW)
                : new Matching.Match<>(filled(found.found(), contact, at), found.by());
    }

    /** Named without mailbox or phone: whoever bears the name there, if it is one. */
    private Optional<Matching.Match<Person>> colleague(Evidence evidence, @Nullable Account account) {
        if (account == null || evidence.email() != null || evidence.phone() != null) {
            return Optional.empty();
        }
        var namesakes = known.namesakes(account.id(), evidence.familyKey(), evidence.givenKey());
        return namesakes.size() == 1 ? Optional.of(new Matching.Match<>(namesakes.getFirst(), MatchedBy.NAMED)) : Optional.empty();
    }

    private Person added(Incoming.Contact contact, @Nullable Account account) {
        var person = Person.fresh(new Person.Id(ids.get()), account == null ? null : account.id(), contact);
        newPersons.put(person.id(), person);
        known.remember(person);
        return person;
    }

    private Person filled(Person person, Incoming.Contact contact, @Nullable Account account) {
        var filled = person.filledFrom(contact, account == null ? null : account.id());
        if (filled != person) {
            known.remember(filled);
            if (newPersons.replace(person.id(), filled) == null) {
                personsBefore.putIfAbsent(person.id(), person);
                filledPersons.put(person.id(), filled);
            }
        }
        return filled;
    }

    /** Nothing named a company, but the person is known and has one. */
    private Matching.@Nullable Match<Account> accountOf(Matching.Match<Person> person) {
        var account = person.by().isNew() ? null : known.account(person.found().accountId());
        return account == null ? null : new Matching.Match<>(account, person.by());
    }

    /** A new account is known by its mailbox from now on; a matched one learns only a domain that was named. */
    private static @Nullable String ownDomain(Incoming incoming, Evidence evidence) {
        var company = incoming.company().domain();
        var email = incoming.contact().email();
        if (company != null && !MailDomain.free(company)) {
            return company;
        }
        return evidence.companyMailbox() && email != null ? email.domain() : null;
    }

    private void learn(@Nullable String domain, Account account) {
        if (domain != null && known.withDomain(domain) == null) {
            known.remember(domain, account.id());
            domains.add(new Learned(domain, account.id()));
        }
    }
}
