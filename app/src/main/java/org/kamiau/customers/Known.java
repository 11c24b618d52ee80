package org.kamiau.customers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The accounts and persons that an incoming row can be compared with, found by their keys. */
final class Known {
    private record NameAnd(String nameKey, String other) {}

    private final Map<Account.Id, Account> accounts = new HashMap<>();
    private final Map<CorporateNumber, Account.Id> byNumber = new HashMap<>();
    private final Map<String, Account.Id> byDomain = new HashMap<>();
    private final Map<NameAnd, Account.Id> byNameAndPhone = new HashMap<>();
    private final Map<NameAnd, Account.Id> byNameAndAddress = new HashMap<>();
    private final Map<Person.Id, Person> persons = new HashMap<>();
    private final Map<String, Person.Id> byEmail = new HashMap<>();
    private final Map<String, List<Person.Id>> byPhone = new HashMap<>();

    /** Of two records with the same key the one remembered first counts: callers bring the oldest first. */
    void remember(Account account) {
        accounts.put(account.id(), account);
        var profile = account.profile();
        if (profile.corporateNumber() != null) {
            byNumber.putIfAbsent(profile.corporateNumber(), account.id());
        }
        var nameKey = profile.nameKey();
        var phoneKey = profile.phoneKey();
        var addressKey = profile.addressKey();
        if (!nameKey.isEmpty() && phoneKey != null) {
            byNameAndPhone.putIfAbsent(new NameAnd(nameKey, phoneKey), account.id());
        }
        if (!nameKey.isEmpty() && addressKey != null) {
            byNameAndAddress.putIfAbsent(new NameAnd(nameKey, addressKey), account.id());
        }
    }

    void remember(String domain, Account.Id account) {
        byDomain.putIfAbsent(domain, account);
    }

    /** The phone of somebody at the account. */
    void rememberReachedAt(String nameKey, String phone, Account.Id account) {
        byNameAndPhone.putIfAbsent(new NameAnd(nameKey, phone), account);
    }

    /** A company is also reached under the numbers of its people. Accounts are to be remembered before their persons. */
    void remember(Person person) {
        var before = persons.put(person.id(), person);
        if (person.email() != null) {
            byEmail.putIfAbsent(person.email().key(), person.id());
        }
        var phone = person.phone();
        if (phone == null) {
            return;
        }
        if (before == null || before.phone() == null) {
            byPhone.computeIfAbsent(phone.key(), _ -> new ArrayList<>()).add(person.id());
        }
        var account = account(person.accountId());
        if (account != null && !account.profile().nameKey().isEmpty()) {
            byNameAndPhone.putIfAbsent(new NameAnd(account.profile().nameKey(), phone.key()), account.id());
        }
    }

    @Nullable Account account(Account.@Nullable Id id) {
        return id == null ? null : accounts.get(id);
    }

    @Nullable Account withNumber(@Nullable CorporateNumber number) {
        return number == null ? null : account(byNumber.get(number));
    }

    @Nullable Account withDomain(String domain) {
        return account(byDomain.get(domain));
    }

    @Nullable Account withNameAndPhone(String nameKey, String phone) {
        return account(byNameAndPhone.get(new NameAnd(nameKey, phone)));
    }

    @Nullable Account withNameAndAddress(String nameKey, @Nullable String addressKey) {
        return addressKey == null ? null : account(byNameAndAddress.get(new NameAnd(nameKey, addressKey)));
    }

    @Nullable Person withEmail(@Nullable String email) {
        var id = email == null ? null : byEmail.get(email);
        return id == null ? null : persons.get(id);
    }

    /** Those of the account who may bear this name; who has no given name may be anybody of the family. */
    List<Person> namesakes(Account.Id account, String familyKey, String givenKey) {
        return persons.values().stream()
                .filter(person -> account.equals(person.accountId()) && person.name().familyKey().equals(familyKey))
                .filter(person -> givenKey.isEmpty() || person.name().givenKey().isEmpty() || person.name().givenKey().equals(givenKey))
                .toList();
    }

    List<Person> withPhone(String phone) {
        var found = new ArrayList<Person>();
        for (var id : byPhone.getOrDefault(phone, List.of())) {
            var person = persons.get(id);
            if (person != null) {
                found.add(person);
            }
        }
        return found;
    }
}
