package org.kamiau.customers;

import static db.customers.Tables.ACCOUNT;
import static db.customers.Tables.PERSON;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.Pointing.Candidate;
import org.kamiau.customers.Pointing.Target;
import org.kamiau.platform.Invalid;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the customers that people and other systems point at, many at once: a fixed number of statements. Whoever is
 * named with a proof and not known yet is added; a name alone never finds and never adds anybody.
 */
@Component
public class Pointings {

    private static final int MOST_CANDIDATES = 10;

    private final DSLContext sql;
    private final Customers customers;

    Pointings(DSLContext sql, Customers customers) {
        this.sql = sql;
        this.customers = customers;
    }

    private record Origin(String system, String externalId) {}

    /** One target per pointing, in their order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Target> find(List<Pointing> pointings, Intake intake) {
        var look = new Look(pointings);
        var targets = new HashMap<Integer, Target>();
        var incoming = new HashMap<Integer, Incoming>();
        for (int i = 0; i < pointings.size(); i++) {
            var judged = look.judge(pointings.get(i));
            if (judged instanceof Judged.Known(var target)) {
                targets.put(i, target);
            } else if (judged instanceof Judged.Stranger(var who)) {
                incoming.put(i, who);
            }
        }
        take(incoming, pointings, look, targets, intake);
        name(targets);
        var found = new ArrayList<Target>(pointings.size());
        for (int i = 0; i < pointings.size(); i++) {
            found.add(Objects.requireNonNull(targets.get(i)));
        }
        return found;
    }

    private sealed interface Judged {
        record Known(Target target) implements Judged {}

        record Stranger(Incoming who) implements Judged {}
    }

    /** What is known of those who are pointed at by an id. */
    private final class Look {
        private final Map<UUID, Boolean> accounts = new HashMap<>();
        private final Map<Origin, UUID> origins = new HashMap<>();
        private final Map<UUID, @Nullable UUID> persons = new HashMap<>();

        Look(List<Pointing> pointings) {
            var ids = pointings.stream().map(Pointing::account).filter(Objects::nonNull).map(Account.Id::value).distinct().toArray(UUID[]::new);
            if (ids.length > 0) {
                sql.select(ACCOUNT.ID).from(ACCOUNT).where(ACCOUNT.ID.eq(any(ids))).forEach(row -> accounts.put(row.value1(), true));
            }
            var sources = pointings.stream().map(Pointing::source).filter(Objects::nonNull).toList();
            if (!sources.isEmpty()) {
                sql.resultQuery(
                                """
                                select distinct a.source_system, a.source_id, a.id from unnest({0}, {1}) as x(system, id)
                                join customers.account a on a.source_system = x.system and a.source_id = x.id
                                """,
                                val(sources.stream().map(Source::system).toArray(String[]::new)),
                                val(sources.stream().map(Source::externalId).toArray(String[]::new)))
                        .forEach(row -> origins.put(new Origin(row.get(0, String.class), row.get(1, String.class)), row.get(2, UUID.class)));
            }
            var people = pointings.stream().map(Pointing::person).filter(Objects::nonNull).map(Person.Id::value).distinct().toArray(UUID[]::new);
            if (people.length > 0) {
                sql.select(PERSON.ID, PERSON.ACCOUNT_ID).from(PERSON).where(PERSON.ID.eq(any(people))).forEach(row -> persons.put(row.value1(), row.value2()));
            }
        }

        Account.@Nullable Id account(Pointing pointing) {
            var source = pointing.source();
            if (pointing.account() != null) {
                return accounts.containsKey(pointing.account().value()) ? pointing.account() : null;
            }
            var id = source == null ? null : origins.get(new Origin(source.system(), source.externalId()));
            return id == null ? null : new Account.Id(id);
        }

        Judged judge(Pointing pointing) {
            var account = account(pointing);
            if (account == null && pointing.account() != null) {
                return wrong("account.id", "customers.account-unknown");
            }
            if (account == null && pointing.source() != null) {
                return wrong("account.externalId", "customers.account-unknown");
            }
            if (pointing.person() != null) {
                return judge(account, pointing.person());
            }
            var checked = pointing.text().check();
            if (!checked.faults().isEmpty()) {
                return new Judged.Known(new Target.Wrong(checked.faults().stream().map(Pointings::named).toList()));
            }
            return judge(account, checked.incoming());
        }

        private Judged judge(Account.@Nullable Id account, Person.Id person) {
            if (!persons.containsKey(person.value())) {
                return wrong("person.id", "customers.person-unknown");
            }
            var home = persons.get(person.value());
            return new Judged.Known(new Target.Found(account != null ? account : home == null ? null : new Account.Id(home), person));
        }

        private static Judged judge(Account.@Nullable Id account, Incoming who) {
            if (account != null) {
                return who.contact().blank() ? new Judged.Known(new Target.Found(account, null)) : new Judged.Stranger(who);
            }
            var company = who.company();
            var contact = who.contact();
            var proven = company.corporateNumber() != null || company.domain() != null || company.phone() != null || company.address() != null
                    || contact.email() != null && !contact.email().free();
            if (company.name() != null && !proven) {
                return new Judged.Known(new Target.Ambiguous(company.name(), List.of()));
            }
            return company.name() == null && !proven && contact.blank()
                    ? new Judged.Known(new Target.Found(null, null))
                    : new Judged.Stranger(who);
        }
    }

    private static Judged wrong(String field, String code) {
        return new Judged.Known(new Target.Wrong(List.of(Invalid.Field.of(field, code))));
    }

    /** Here the company is called the account. */
    private static Invalid.Field named(Invalid.Field fault) {
        return new Invalid.Field(fault.field().replaceFirst("^company\\.", "account."), fault.code(), fault.arguments());
    }

    private void take(
            Map<Integer, Incoming> incoming, List<Pointing> pointings, Look look, Map<Integer, Target> targets, Intake intake) {
        if (incoming.isEmpty()) {
            return;
        }
        var places = incoming.keySet().stream().sorted().toList();
        var taken = customers.takeAt(
                places.stream().map(i -> Objects.requireNonNull(incoming.get(i))).toList(),
                places.stream().map(i -> Optional.ofNullable(look.account(pointings.get(i)))).toList(),
                intake);
        for (int i = 0; i < places.size(); i++) {
            var account = taken.get(i).account();
            var person = taken.get(i).person();
            targets.put(
                    places.get(i),
                    account == null
                            ? new Target.Wrong(List.of(Invalid.Field.of("account", "customers.account-unknown")))
                            : new Target.Found(account.facts().id(), person == null ? null : person.facts().id()));
        }
    }

    /** Says which accounts bear the names that came without a proof. */
    private void name(Map<Integer, Target> targets) {
        var names = targets.values().stream()
                .filter(Target.Ambiguous.class::isInstance)
                .map(target -> ((Target.Ambiguous) target).name())
                .distinct()
                .toList();
        if (names.isEmpty()) {
            return;
        }
        var bearing = bearing(names.stream().map(CompanyName::key).distinct().toList());
        targets.replaceAll((_, target) -> target instanceof Target.Ambiguous(var name, var _)
                ? new Target.Ambiguous(name, bearing.getOrDefault(CompanyName.key(name), List.of()))
                : target);
    }

    private Map<String, List<Candidate>> bearing(Collection<String> keys) {
        var bearing = new HashMap<String, List<Candidate>>();
        sql.resultQuery(
                        """
                        select x.key, a.id, a.name, a.corporate_number, a.prefecture from unnest({0}) as x(key) cross join lateral (
                            select id, name, corporate_number, prefecture from customers.account where name_key = x.key limit {1}) a
                        """,
                        val(keys.toArray(String[]::new)),
                        val(MOST_CANDIDATES))
                .forEach(row -> bearing.computeIfAbsent(row.get(0, String.class), _ -> new ArrayList<>())
                        .add(new Candidate(
                                row.get(1, UUID.class).toString(), row.get(2, String.class), row.get(3, String.class),
                                row.get(4, String.class) == null ? null : Prefecture.ofCode(row.get(4, String.class)).ja())));
        return bearing;
    }
}
