package org.kamiau.customers;

import static db.customers.Tables.PERSON;
import static org.jooq.impl.DSL.any;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kamiau.platform.Actor;
import org.kamiau.platform.RecordKind;
import org.springframework.stereotype.Component;

/** Persons as others name and link them: every member may see the name, few the contact details. */
@Component
class PersonKind implements RecordKind {
    private final DSLContext sql;

    PersonKind(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return Customers.PERSON;
    }

    @Override
    public Map<UUID, String> titles(Collection<UUID> ids, Actor actor) {
        return sql.select(Rows.PERSON_COLUMNS)
                .from(PERSON)
                .where(PERSON.ID.eq(any(ids.toArray(UUID[]::new))))
                .fetchMap(row -> row.get(PERSON.ID), row -> title(Rows.person(row)));
    }

    /** Somebody without a name is called by what the mask leaves of the mailbox or the number. */
    static String title(Person person) {
        var name = person.name().display();
        if (!name.isEmpty()) {
            return name;
        }
        var email = person.email();
        var phone = person.phone();
        return email != null ? email.masked() : phone != null ? phone.masked() : "–";
    }

    @Override
    public String path(UUID id) {
        return "/persons/" + id;
    }

    @Override
    public String fieldKey(String field) {
        return Customers.fieldKey(field);
    }
}
