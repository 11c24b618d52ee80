package org.kamiau.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kamiau.FixedClock;
import org.kamiau.TestDatabase;
import org.kamiau.platform.Actor;
import tools.jackson.databind.json.JsonMapper;

class ErasTest {

    private Connection connection;
    private DSLContext sql;
    private Seals seals;

    @BeforeEach
    void a_database_of_its_own() throws SQLException {
        connection = DriverManager.getConnection(TestDatabase.create(), TestDatabase.user(), TestDatabase.password());
        sql = DSL.using(connection, SQLDialect.POSTGRES);
        seals = new Seals(sql);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void entries_of_a_server_that_counted_further_are_sealed_once_the_new_era_has_begun() throws SQLException {
        record("received");
        seals.seal();
        record("assigned");
        as_if_written_by_a_server_far_ahead();
        Eras.begin(connection);
        record("accepted");

        seals.seal();
        seals.seal();

        assertThat(seals.verify()).isEqualTo(new Seals.Verdict(3, 3, null));
    }

    @Test
    void a_missing_entry_of_a_past_era_is_noticed() throws SQLException {
        record("received");
        as_if_written_by_a_server_far_ahead();
        Eras.begin(connection);
        record("assigned");
        seals.seal();
        seals.seal();

        sql.execute("alter table platform.audit_entry disable trigger user");
        sql.execute("delete from platform.audit_entry where era = 0");

        assertThat(seals.verify().broken()).startsWith("seal 1");
    }

    private void record(String action) {
        new Audit(sql, InstantSource.fixed(FixedClock.STORY_MORNING), JsonMapper.builder().build())
                .record(Actor.SYSTEM, Change.made("lead", UUID.randomUUID(), action, Map.of("stage", action)));
    }

    private void as_if_written_by_a_server_far_ahead() {
        sql.execute("alter table platform.audit_entry disable trigger user");
        sql.execute("update platform.audit_entry set transaction = '9000000000000'"
                + " where transaction >= coalesce((select to_transaction from platform.audit_seal"
                + " order by sequence desc limit 1), '0'::xid8)");
        sql.execute("alter table platform.audit_entry enable trigger user");
    }
}
