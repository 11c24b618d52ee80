package org.kamiau.customers;

import static db.customers.Tables.ACCOUNT;
import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/**
 * Fetches whom a batch of incoming rows may be, in two statements however many rows there are. Each probe is an index
 * look-up with a limit, so that a number shared by thousands costs no more than one that is not. Nothing is ordered
 * beside a limit: for the order's sake the planner would rather walk the whole primary key.
 */
@Component
class Candidates {
    private static final String PERSON_COLUMNS = columns(Rows.PERSON_COLUMNS, "p");
    private static final String ACCOUNT_COLUMNS = columns(Rows.ACCOUNT_COLUMNS, "a");
    private static final Field<Integer[]> KINDS = field("kinds", SQLDataType.INTEGER.array());
    private static final Field<String[]> KEYS = field("keys", SQLDataType.CLOB.array());
    private static final Field<String[]> OTHERS = field("others", SQLDataType.CLOB.array());
    private static final int BY_DOMAIN = 1;
    private static final int BY_COLLEAGUE = 2;

    private final DSLContext sql;

    Candidates(DSLContext sql) {
        this.sql = sql;
    }

    /** A name together with a second proof. */
    private record Pair(String name, String other) {}

    Known of(List<Evidence> batch) {
        var known = new Known();
        var persons = persons(batch);
        rememberAccounts(batch, persons, known);
        persons.forEach(known::remember);
        return known;
    }

    /** The accounts that are known already, and who bears the family names there. */
    void addAt(List<Optional<Account.Id>> places, List<Evidence> batch, Known known) {
        var ids = places.stream().flatMap(Optional::stream).map(Account.Id::value).toList();
        if (ids.isEmpty()) {
            return;
        }
        sql.select(Rows.ACCOUNT_COLUMNS).from(ACCOUNT).where(ACCOUNT.ID.eq(DSL.any(ids.stream().distinct().toArray(UUID[]::new)))).forEach(row -> known.remember(Rows.account(row)));
        var at = new ArrayList<UUID>();
        var families = new ArrayList<String>();
        for (var i = 0; i < batch.size(); i++) {
            var family = batch.get(i).familyKey();
            if (places.get(i).isPresent() && !family.isEmpty()) {
                at.add(places.get(i).get().value());
                families.add(family);
            }
        }
        sql.resultQuery(
                        """
                        select %s from (select distinct * from unnest({0}, {1}) as y(account, family)) x cross join lateral (
                            select * from customers.person where account_id = x.account and family_key = x.family limit 20) p
                        """.formatted(PERSON_COLUMNS),
                        val(at.toArray(UUID[]::new)),
                        val(families.toArray(String[]::new)))
                .coerce(Rows.PERSON_COLUMNS)
                .forEach(row -> known.remember(Rows.person(row)));
    }

    private List<Person> persons(List<Evidence> batch) {
        var emails = distinct(batch.stream().map(Evidence::email));
        var named = new LinkedHashSet<Pair>();
        for (var evidence : batch) {
            if (evidence.phone() != null && !evidence.familyKey().isEmpty()) {
                named.add(new Pair(evidence.familyKey(), evidence.phone().key()));
            }
        }
        if (emails.length == 0 && named.isEmpty()) {
            return List.of();
        }
        return sql.resultQuery(
                        """
                        select %1$s from unnest({0}) as x(email) cross join lateral (
                            select * from customers.person where email = x.email limit 1) p
                        union all
                        select %1$s from unnest({1}, {2}) as x(family, phone) cross join lateral (
                            select * from customers.person where phone = x.phone and family_key = x.family limit 20) p
                        """.formatted(PERSON_COLUMNS),
                        val(emails),
                        val(names(named)),
                        val(others(named)))
                .coerce(Rows.PERSON_COLUMNS)
                .fetch(Rows::person)
                .stream()
                .sorted(comparing(person -> person.id().value()))
                .toList();
    }

    private void rememberAccounts(List<Evidence> batch, List<Person> persons, Known known) {
        var phones = new LinkedHashSet<Pair>();
        var addresses = new LinkedHashSet<Pair>();
        for (var evidence : batch) {
            if (!evidence.nameKey().isEmpty()) {
                evidence.phones().forEach(phone -> phones.add(new Pair(evidence.nameKey(), phone)));
                if (evidence.addressKey() != null) {
                    addresses.add(new Pair(evidence.nameKey(), evidence.addressKey()));
                }
            }
        }
        var numbers = distinct(batch.stream().map(Evidence::corporateNumber).filter(Objects::nonNull).map(CorporateNumber::digits));
        var domains = distinct(batch.stream().flatMap(evidence -> evidence.domains().stream()));
        var ofPersons = persons.stream().map(Person::accountId).filter(Objects::nonNull).map(Account.Id::value).distinct().toArray(UUID[]::new);
        var columns = new ArrayList<Field<?>>(Rows.ACCOUNT_COLUMNS);
        columns.addAll(List.of(KINDS, KEYS, OTHERS));
        sql.resultQuery(
                        """
                        select %s, found.kinds, found.keys, found.others
                        from (select id, array_agg(kind) as kinds, array_agg(key) as keys, array_agg(other) as others from (
                            select 0 as kind, null::text as key, null::text as other, x.id from unnest({0}) as x(id)
                            union all
                            select 0, null, null, found.id from unnest({1}) as x(number) cross join lateral (
                                select id from customers.account where corporate_number = x.number limit 1) found
                            union all
                            select 1, x.domain, null, found.account_id from unnest({2}) as x(domain) cross join lateral (
                                select account_id from customers.account_domain where domain = x.domain limit 1) found
                            union all
                            select 0, null, null, found.id from unnest({3}, {4}) as x(name, phone) cross join lateral (
                                select id from customers.account where name_key = x.name and phone = x.phone limit 3) found
                            union all
                            select 0, null, null, found.id from unnest({5}, {6}) as x(name, address) cross join lateral (
                                select id from customers.account where name_key = x.name and address_key = x.address limit 3) found
                            union all
                            select 2, x.name, x.phone, found.id from unnest({3}, {4}) as x(name, phone) cross join lateral (
                                select colleague.account_id as id from (
                                    select account_id from customers.person where phone = x.phone limit 200) colleague
                                where exists (
                                    select from customers.account a where a.id = colleague.account_id and a.name_key = x.name)
                                limit 1) found
                        ) hit group by id) found cross join lateral (select * from customers.account where id = found.id limit 1) a
                        """.formatted(ACCOUNT_COLUMNS),
                        val(ofPersons),
                        val(numbers),
                        val(domains),
                        val(names(phones)),
                        val(others(phones)),
                        val(names(addresses)),
                        val(others(addresses)))
                .coerce(columns)
                .fetch()
                .sortAsc(ACCOUNT.ID)
                .forEach(row -> {
                    var account = Rows.account(row);
                    known.remember(account);
                    remember(row.get(KINDS), row.get(KEYS), row.get(OTHERS), account.id(), known);
                });
    }

    /** By which domains, and by whose phones, one account was found. */
    private static void remember(Integer[] kinds, String[] keys, String[] others, Account.Id account, Known known) {
        for (var i = 0; i < kinds.length; i++) {
            if (kinds[i] == BY_DOMAIN) {
                known.remember(keys[i], account);
            } else if (kinds[i] == BY_COLLEAGUE) {
                known.rememberReachedAt(keys[i], others[i], account);
            }
        }
    }

    private static String[] distinct(Stream<String> keys) {
        return keys.filter(Objects::nonNull).distinct().toArray(String[]::new);
    }

    private static String[] names(Set<Pair> pairs) {
        return pairs.stream().map(Pair::name).toArray(String[]::new);
    }

    private static String[] others(Set<Pair> pairs) {
        return pairs.stream().map(Pair::other).toArray(String[]::new);
    }

    private static String columns(List<Field<?>> columns, String alias) {
        return columns.stream().map(column -> alias + "." + column.getName()).collect(joining(", "));
    }
}
