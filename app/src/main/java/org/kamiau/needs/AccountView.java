package org.kamiau.needs;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** What customers publish of accounts, by name: a module touches the generated tables of no other. */
final class AccountView {

    static final Table<Record> ACCOUNT_VIEW = table(name("customers", "account_view")).as("account_view");
    static final Field<UUID> ID = of("id", UUID.class);
    static final Field<String> NAME = of("name", String.class);
    static final Field<UUID> FS_OWNER = of("fs_owner_id", UUID.class);

    private AccountView() {}

    private static <T> Field<T> of(String column, Class<T> type) {
        return field(name("account_view", column), type);
    }
}
