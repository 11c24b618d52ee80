package org.kamiau.customers;

import static db.customers.Tables.CONSENT;
import static db.customers.Tables.PERSON;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.kamiau.platform.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The persons, one at a time or of one account. */
@Component
@Transactional(readOnly = true)
public class Persons {
    private static final int MOST_OF_AN_ACCOUNT = 50;

    private final DSLContext sql;

    Persons(DSLContext sql) {
        this.sql = sql;
    }

    /** An answer that a person gave, with the words that stood on the screen. */
    public record Consent(String purpose, String text, String textVersion, boolean given, Instant at, String channel) {}

    public Optional<Person> find(Person.Id id) {
        return sql.select(Rows.PERSON_COLUMNS)
                .from(PERSON)
                .where(PERSON.ID.eq(id.value()))
                .fetchOptional()
                .map(Rows::person);
    }

    /** Raises {@link Refusal.NotFound}. */
    public Person get(Person.Id id) {
        return find(id).orElseThrow(Refusal.NotFound::new);
    }

    /** The first ones by reading. */
    public List<Person> at(Account.Id account) {
        return sql.select(Rows.PERSON_COLUMNS)
                .from(PERSON)
                .where(PERSON.ACCOUNT_ID.eq(account.value()))
                .orderBy(PERSON.SORT_KEY, PERSON.ID)
                .limit(MOST_OF_AN_ACCOUNT)
                .fetch(Rows::person);
    }

    public List<Consent> consents(Person.Id id) {
        return sql.selectFrom(CONSENT)
                .where(CONSENT.PERSON_ID.eq(id.value()))
                .orderBy(CONSENT.AT.desc())
                .limit(MOST_OF_AN_ACCOUNT)
                .fetch(row -> new Consent(
                        row.getPurpose(), row.getText(), row.getTextVersion(), row.getGiven(), row.getAt(), row.getChannel()));
    }
}
