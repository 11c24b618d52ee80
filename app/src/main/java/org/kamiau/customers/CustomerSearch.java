package org.kamiau.customers;

import static db.customers.Tables.ACCOUNT;
import static db.customers.Tables.PERSON;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.select;

import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.kamiau.platform.Actor;

/** Lets other modules' lists be searched by the customers that their rows are about. */
public final class CustomerSearch {

    private CustomerSearch() {}

    /**
     * Rows whose account or person the words name; contact details match only where the actor may read them.
     * Uses the pair index of names, so that two Japanese characters are enough and a million rows are no matter.
     */
    public static Condition names(Field<UUID> account, Field<UUID> person, String words, Actor actor) {
        var accounts = FindableAccounts.condition(words);
        var persons = FindablePersons.condition(words, actor);
        return (accounts == null ? falseCondition() : account.in(select(ACCOUNT.ID).from(ACCOUNT).where(accounts)))
                .or(persons == null
                        ? falseCondition()
                        : person.in(select(PERSON.ID).from(PERSON).leftJoin(ACCOUNT).on(ACCOUNT.ID.eq(PERSON.ACCOUNT_ID)).where(persons)));
    }
}
