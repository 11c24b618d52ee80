package org.kamiau.customers;

import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Ids;
import org.springframework.stereotype.Component;

/** Writes accounts, persons and consents, each kind in one statement however many there are. */
@Component
class Writing {
    private final DSLContext sql;

    Writing(DSLContext sql) {
        this.sql = sql;
    }

    void add(Collection<Account> accounts, Instant now) {
        if (accounts.isEmpty()) {
            return;
        }
        sql.execute(
                """
                insert into customers.account (id, name, name_kana, name_key, sort_key, corporate_number, industry, industry_text,
                    employees, prefecture, postal_code, address, address_key, phone, phone_extension, website, grams,
                    segments, target_segment, abm_tier, lifecycle, fs_owner_id, is_owner_id, cs_owner_id, created_at, updated_at)
                select x.id, name, name_kana, name_key, sort_key, corporate_number, industry, industry_text, employees, prefecture,
                    postal_code, address, address_key, phone, phone_extension, website, string_to_array(grams, ' '),
                    string_to_array(segments, ' '), target, tier, lifecycle, fs, ins, cs, {24}, {24}
                from unnest({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9}, {10}, {11}, {12}, {13}, {14}, {15}, {16}, {17}, {18},
                        {19}, {20}, {21}, {22}, {23})
                    as x(id, name, name_kana, name_key, sort_key, corporate_number, industry, industry_text, employees, prefecture,
                        postal_code, address, address_key, phone, phone_extension, website, grams, segments, target, tier, lifecycle,
                        fs, ins, cs)
                """,
                columnsOf(accounts, now));
    }

    /** Overwrites the rows with the given state and raises their version by one. */
    void change(Collection<Account> accounts, Instant now) {
        if (accounts.isEmpty()) {
            return;
        }
        sql.execute(
                """
                update customers.account a set name = x.name, name_kana = x.name_kana, name_key = x.name_key, sort_key = x.sort_key,
                    corporate_number = x.corporate_number, industry = x.industry, industry_text = x.industry_text,
                    employees = x.employees, prefecture = x.prefecture, postal_code = x.postal_code, address = x.address,
                    address_key = x.address_key, phone = x.phone, phone_extension = x.phone_extension, website = x.website,
                    grams = string_to_array(x.grams, ' '), segments = string_to_array(x.segments, ' '), target_segment = x.target,
                    abm_tier = x.tier, lifecycle = x.lifecycle, fs_owner_id = x.fs, is_owner_id = x.ins, cs_owner_id = x.cs,
                    updated_at = {24}, version = version + 1
                from unnest({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9}, {10}, {11}, {12}, {13}, {14}, {15}, {16}, {17}, {18},
                        {19}, {20}, {21}, {22}, {23})
                    as x(id, name, name_kana, name_key, sort_key, corporate_number, industry, industry_text, employees, prefecture,
                        postal_code, address, address_key, phone, phone_extension, website, grams, segments, target, tier, lifecycle,
                        fs, ins, cs)
                where a.id = x.id
                """,
                columnsOf(accounts, now));
    }

    private static Field<?>[] columnsOf(Collection<Account> accounts, Instant now) {
        var rows = new Columns<>(List.copyOf(accounts));
        return new Field<?>[] {
            val(rows.ids(row -> row.id().value())),
            val(rows.texts(row -> row.profile().name())),
            val(rows.texts(row -> row.profile().nameKana())),
            val(rows.texts(row -> row.profile().nameKey())),
            val(rows.texts(row -> row.profile().sortKey())),
            val(rows.texts(row -> text(row.profile().corporateNumber()))),
            val(rows.texts(row -> row.profile().industry() == null ? null : row.profile().industry().code())),
            val(rows.texts(row -> row.profile().industryText())),
            val(rows.numbers(row -> row.profile().employees())),
            val(rows.texts(row -> row.profile().prefecture() == null ? null : row.profile().prefecture().code())),
            val(rows.texts(row -> row.profile().postalCode() == null ? null : row.profile().postalCode().digits())),
            val(rows.texts(row -> row.profile().address())),
            val(rows.texts(row -> row.profile().addressKey())),
            val(rows.texts(row -> row.profile().phoneKey())),
            val(rows.texts(row -> row.profile().phone() == null ? null : row.profile().phone().extension())),
            val(rows.texts(row -> row.profile().website())),
            val(rows.texts(row -> SearchGrams.of(row.profile().nameKey(), row.profile().nameKana()))),
            val(rows.texts(row -> String.join(" ", row.segments()))),
            val(rows.truths(Account::targetSegment)),
            val(rows.numbers(Account::abmTier)),
            val(rows.texts(row -> row.lifecycle().code())),
            val(rows.members(row -> row.owners().fieldSales())),
            val(rows.members(row -> row.owners().insideSales())),
            val(rows.members(row -> row.owners().success())),
            val(now)
        };
    }

    void learn(List<Arrivals.Learned> domains) {
        if (domains.isEmpty()) {
            return;
        }
        var rows = new Columns<>(domains);
        sql.execute(
                "insert into customers.account_domain (domain, account_id) select * from unnest({0}, {1}) on conflict do nothing",
                val(rows.texts(Arrivals.Learned::domain)),
                val(rows.ids(row -> row.account().value())));
    }

    /** Remembers where accounts come from; one that has a source keeps it. */
    void link(Map<Account.Id, Source> sources) {
        if (sources.isEmpty()) {
            return;
        }
        var rows = new Columns<>(List.copyOf(sources.entrySet()));
        sql.execute(
                """
                update customers.account a set source_system = x.system, source_id = x.external_id, source_link = x.link
                from unnest({0}, {1}, {2}, {3}) as x(id, system, external_id, link) where a.id = x.id and a.source_id is null
                """,
                val(rows.ids(row -> row.getKey().value())),
                val(rows.texts(row -> row.getValue().system())),
                val(rows.texts(row -> row.getValue().externalId())),
                val(rows.texts(row -> row.getValue().link())));
    }

    void addPersons(Collection<Person> persons, Instant now) {
        if (persons.isEmpty()) {
            return;
        }
        sql.execute(
                """
                insert into customers.person (id, account_id, family_name, given_name, family_kana, given_kana, family_key, sort_key,
                    email, phone, phone_extension, title, department, role_level, free_mail, grams, unsubscribed_at, created_at, updated_at)
                select id, account_id, family_name, given_name, family_kana, given_kana, family_key, sort_key, email, phone, extension,
                    title, department, role_level, free, string_to_array(grams, ' '), unsubscribed::timestamptz, {17}, {17}
                from unnest({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9}, {10}, {11}, {12}, {13}, {14}, {15}, {16})
                    as x(id, account_id, family_name, given_name, family_kana, given_kana, family_key, sort_key, email, phone, extension,
                        title, department, role_level, free, grams, unsubscribed)
                """,
                personColumns(persons, now));
    }

    /** Overwrites the rows with the given state and raises their version by one. */
    void changePersons(Collection<Person> persons, Instant now) {
        if (persons.isEmpty()) {
            return;
        }
        sql.execute(
                """
                update customers.person p set account_id = x.account_id, family_name = x.family_name, given_name = x.given_name,
                    family_kana = x.family_kana, given_kana = x.given_kana, family_key = x.family_key, sort_key = x.sort_key,
                    email = x.email, phone = x.phone, phone_extension = x.extension, title = x.title, department = x.department,
                    role_level = x.role_level, free_mail = x.free, grams = string_to_array(x.grams, ' '),
                    unsubscribed_at = x.unsubscribed::timestamptz, updated_at = {17}, version = version + 1
                from unnest({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9}, {10}, {11}, {12}, {13}, {14}, {15}, {16})
                    as x(id, account_id, family_name, given_name, family_kana, given_kana, family_key, sort_key, email, phone, extension,
                        title, department, role_level, free, grams, unsubscribed)
                where p.id = x.id
                """,
                personColumns(persons, now));
    }

    private static Field<?>[] personColumns(Collection<Person> persons, Instant now) {
        var rows = new Columns<>(List.copyOf(persons));
        return new Field<?>[] {
            val(rows.ids(row -> row.id().value())),
            val(rows.ids(row -> row.accountId() == null ? null : row.accountId().value())),
            val(rows.texts(row -> row.name().familyName())),
            val(rows.texts(row -> row.name().givenName())),
            val(rows.texts(row -> row.name().familyKana())),
            val(rows.texts(row -> row.name().givenKana())),
            val(rows.texts(row -> row.name().familyKey())),
            val(rows.texts(row -> row.name().sortKey())),
            val(rows.texts(row -> row.email() == null ? null : row.email().key())),
            val(rows.texts(row -> row.phone() == null ? null : row.phone().key())),
            val(rows.texts(row -> row.phone() == null ? null : row.phone().extension())),
            val(rows.texts(Person::title)),
            val(rows.texts(Person::department)),
            val(rows.texts(row -> row.roleLevel().code())),
            val(rows.truths(row -> row.email() != null && row.email().free())),
            val(rows.texts(row -> SearchGrams.of(row.name().display(), row.name().kana()))),
            val(rows.moments(Person::unsubscribedAt)),
            val(now)
        };
    }

    void record(List<Arrivals.Answered> answers, String channel, @Nullable UUID capturedBy, Instant now) {
        if (answers.isEmpty()) {
            return;
        }
        var rows = new Columns<>(answers);
        sql.execute(
                """
                insert into customers.consent (id, person_id, purpose, text, text_version, given, at, channel, captured_by, recorded_at)
                select id, person, purpose, text, version, given, at::timestamptz, {7}, {8}, {9}
                from unnest({0}, {1}, {2}, {3}, {4}, {5}, {6}) as x(id, person, purpose, text, version, given, at)
                """,
                val(rows.ids(_ -> Ids.next())),
                val(rows.ids(row -> row.person().value())),
                val(rows.texts(row -> row.consent().purpose())),
                val(rows.texts(row -> row.consent().text())),
                val(rows.texts(row -> row.consent().textVersion())),
                val(rows.truths(row -> row.consent().given())),
                val(rows.moments(row -> row.consent().at())),
                val(channel),
                val(capturedBy, UUID.class),
                val(now));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
