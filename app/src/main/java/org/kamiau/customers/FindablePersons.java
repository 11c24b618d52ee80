package org.kamiau.customers;

import static db.customers.Tables.ACCOUNT;
import static db.customers.Tables.PERSON;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.search.Findable;
import org.springframework.stereotype.Component;

/**
 * Persons in the command palette: by a part of the name or its reading; by the whole mailbox or number only for those
 * who may read it.
 */
@Component
class FindablePersons implements Findable {
    private static final int LOOKED_AT = 200;

    private final DSLContext sql;

    FindablePersons(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public String key() {
        return "customers.persons.title";
    }

    @Override
    public String icon() {
        return "users";
    }

    @Override
    public int order() {
        return 110;
    }

    @Override
    public List<Found> find(String words, Actor actor, int limit) {
        var condition = condition(words, actor);
        if (condition == null) {
            return List.of();
        }
        var columns = new ArrayList<Field<?>>(Rows.PERSON_COLUMNS);
        columns.add(ACCOUNT.NAME);
        return sql.select(columns)
                .from(PERSON)
                .leftJoin(ACCOUNT)
                .on(ACCOUNT.ID.eq(PERSON.ACCOUNT_ID))
                .where(condition)
                .limit(LOOKED_AT)
                .fetch(this::found)
                .stream()
                .sorted(Comparator.comparing((Found found) -> found.title().length()).thenComparing(Found::title))
                .limit(limit)
                .toList();
    }

    /** What the words ask for, among those whose details the actor may read where it asks for details; null when nothing. */
    static @Nullable Condition condition(String words, Actor actor) {
        if (words.contains("@")) {
            var email = MailAddress.parse(words).orNull();
            return email == null ? null : PERSON.EMAIL.eq(email.key()).and(ContactRights.readable(actor));
        }
        if (PhoneNumber.parse(words) instanceof Parsed.Value<PhoneNumber>(var phone)) {
            return PERSON.PHONE.eq(phone.key()).and(ContactRights.readable(actor));
        }
        var grams = SearchGrams.wanted(words);
        return grams.isEmpty() ? null : PERSON.GRAMS.contains(grams.toArray(String[]::new));
    }

    private Found found(Record row) {
        var person = Rows.person(row);
        var note = Stream.of(row.get(ACCOUNT.NAME), person.title())
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(" · "));
        return new Found(PersonKind.title(person), note.isEmpty() ? null : note, "/persons/" + person.id());
    }
}
