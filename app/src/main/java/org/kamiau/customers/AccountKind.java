package org.kamiau.customers;

import static db.customers.Tables.ACCOUNT;
import static org.jooq.impl.DSL.any;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kamiau.platform.Actor;
import org.kamiau.platform.RecordKind;
import org.springframework.stereotype.Component;

/** Accounts as others name and link them; every member may see every account. */
@Component
class AccountKind implements RecordKind {
    private final DSLContext sql;

    AccountKind(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return Customers.ACCOUNT;
    }

    @Override
    public Map<UUID, String> titles(Collection<UUID> ids, Actor actor) {
        return sql.select(ACCOUNT.ID, ACCOUNT.NAME)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.eq(any(ids.toArray(UUID[]::new))))
                .fetchMap(ACCOUNT.ID, ACCOUNT.NAME);
    }

    @Override
    public String path(UUID id) {
        return "/accounts/" + id;
    }

    @Override
    public String fieldKey(String field) {
        return Customers.fieldKey(field);
    }
}
