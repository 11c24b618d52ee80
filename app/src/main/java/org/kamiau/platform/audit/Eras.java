package org.kamiau.platform.audit;

import java.sql.Connection;
import java.sql.SQLException;

/** Each server counts transactions anew, so the audit log of a restored installation goes on in a new era. */
public final class Eras {

    private Eras() {}

    /** What is recorded from now on belongs to the era after the last one, if there is an audit log. */
    public static void begin(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    """
                    do $$ begin
                        if to_regclass('platform.audit_entry') is not null then
                            execute format('alter table platform.audit_entry alter column era set default %s',
                                (select coalesce(max(era) + 1, 0) from platform.audit_entry));
                        end if;
                    end $$""");
        }
    }
}
