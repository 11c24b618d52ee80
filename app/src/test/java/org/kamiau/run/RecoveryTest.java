package org.kamiau.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {

    @TempDir
    Path data;

    private interface Disaster {
        void strike(Program program) throws Exception;
    }

    /** One after the other on the same data: each has to cope with what the ones before left behind. */
    private static final Map<String, Disaster> DISASTERS = new LinkedHashMap<>();

    static {
        DISASTERS.put("java", Program::kill);
        DISASTERS.put("postgres-then-java", program -> {
            program.killPostgres();
            program.kill();
        });
        DISASTERS.put("java-then-postgres", program -> {
            var postgres = program.postgres();
            program.kill();
            ProcessHandle.of(postgres).ifPresent(ProcessHandle::destroyForcibly);
        });
    }

    @Test
    void after_a_kill_under_load_nothing_confirmed_is_missing_and_nothing_is_there_twice() throws Exception {
        var inquiries = new Inquiries(token());
        for (var disaster : DISASTERS.entrySet()) {
            try (var program = Program.serving(data, "demo")) {
                inquiries.repeatUnanswered(program);
                check(inquiries, program);
                var busy = new CountDownLatch(40);
                var sites = inquiries.flow(program, disaster.getKey(), busy);
                assertThat(busy.await(120, TimeUnit.SECONDS)).isTrue();
                disaster.getValue().strike(program);
                for (var site : sites) {
                    site.join();
                }
            }
        }

        try (var program = Program.serving(data, "demo")) {
            inquiries.repeatUnanswered(program);
            check(inquiries, program);
            assertThat(program.get("/health")).contains("\"status\":\"ok\"");
            assertThat(program.stop()).isEqualTo(143);
        }
    }

    private String token() throws Exception {
        try (var _ = Program.serving(data, "demo")) {
            var token = Program.run(data, "token", "--user", "demand1@asanagi.example");
            assertThat(token.code()).as(token.said()).isZero();
            return token.said().strip();
        }
    }

    private static void check(Inquiries inquiries, Program program) throws SQLException {
        try (var database = program.database();
                var connection = DriverManager.getConnection(database.url(), database.user(), database.password())) {
            var leads = ask(connection, "select external_id, id from leads.lead where source_system = 'web'");
            assertThat(leads).containsExactlyInAnyOrderEntriesOf(inquiries.confirmed);
            assertThat(ask(connection, """
                    select about_id, count(*) from handoffs.handoff group by about_id, boundary, offered_at
                    having count(*) > 1""")).isEmpty();
            assertThat(ask(connection, """
                    select record_id, count(*) from platform.notice group by member, kind, record_id, message, arguments
                    having count(*) > 1""")).isEmpty();
        }
    }

    @Test
    void a_killed_postgresql_comes_back_and_nobody_else_gets_in() throws Exception {
        try (var program = Program.serving(data, "start")) {
            var second = Program.run(data, "start", "--port", "0");
            assertThat(second.code()).isEqualTo(1);
            assertThat(second.said().lines())
                    .singleElement()
                    .asString()
                    .contains("Kamiau already runs in " + data);

            program.killPostgres();

            var deadline = System.nanoTime() + 60_000_000_000L;
            while (!program.get("/health").contains("\"status\":\"ok\"")) {
                assertThat(System.nanoTime()).isLessThan(deadline);
            }
        }
    }

    @Test
    void a_backup_taken_while_it_serves_fills_an_empty_folder(@TempDir Path elsewhere) throws Exception {
        var file = elsewhere.resolve("copy").toString();
        Set<String> keys;
        try (var program = Program.serving(data, "start")) {
            write(program, "朝凪", "\\N", "tab\tand\nline");
            var backup = Program.run(data, "backup", file);
            assertThat(backup.said()).startsWith("Backed up ").hasLineCount(1);
            assertThat(backup.code()).isZero();
            keys = written(program);
        }

        var restore = Program.run(elsewhere.resolve("data"), "restore", file);
        assertThat(restore.said()).startsWith("Restored ").hasLineCount(1);
        assertThat(Program.run(elsewhere.resolve("data"), "restore", file).said())
                .startsWith("This installation is not empty");

        try (var program = Program.serving(elsewhere.resolve("data"), "start")) {
            assertThat(written(program)).isEqualTo(keys);
        }
    }

    @Test
    void a_server_of_ones_own_that_does_not_answer_is_said_so_in_one_line() throws Exception {
        var start = Program.run(data, "start", "--db", "postgresql://nobody:secret@127.0.0.1:1/kamiau");

        assertThat(start.code()).isEqualTo(1);
        assertThat(start.said().lines()).singleElement().asString()
                .startsWith("The database cannot be used: ")
                .doesNotContain("secret");
    }

    private static void write(Program program, String... keys) throws SQLException {
        try (var database = program.database();
                var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var insert = connection.prepareStatement("insert into platform.setting values (?, '1')")) {
            for (var key : keys) {
                insert.setString(1, key);
                insert.execute();
            }
        }
    }

    private static Set<String> written(Program program) throws SQLException {
        var keys = new HashSet<String>();
        try (var database = program.database();
                var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select key from platform.setting")) {
            while (rows.next()) {
                keys.add(rows.getString(1));
            }
        }
        return keys;
    }

    private static Map<String, String> ask(Connection connection, String question) throws SQLException {
        var answers = new HashMap<String, String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            while (rows.next()) {
                answers.put(rows.getString(1), rows.getString(2));
            }
        }
        return answers;
    }
}
