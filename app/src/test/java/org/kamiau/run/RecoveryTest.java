package org.kamiau.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kamiau.server.EmbeddedPostgres;

class RecoveryTest {

    @TempDir
    Path data;

    private interface Disaster {
        void strike(Program program) throws Exception;
    }

    /** One after the other on the same data: each has to cope with what the ones before left behind. */
    private static final Map<String, Disaster> DISASTERS = new LinkedHashMap<>();

    static {
        DISASTERS.put("Java killed", Program::kill);
        DISASTERS.put("PostgreSQL killed, then Java", program -> {
            program.killPostgres();
            program.kill();
        });
        DISASTERS.put("Java killed, then PostgreSQL before it has stopped", program -> {
            var postgres = program.postgres();
            program.kill();
            ProcessHandle.of(postgres).ifPresent(ProcessHandle::destroyForcibly);
        });
    }

    @Test
    void after_a_kill_under_load_the_next_start_has_everything_that_was_confirmed() throws Exception {
        var confirmed = new HashSet<String>();
        for (var disaster : DISASTERS.entrySet()) {
            try (var program = Program.serving(data)) {
                assertThat(written(program)).as("before: " + disaster.getKey()).containsAll(confirmed);
                confirmed.addAll(writing(program, disaster.getKey(), disaster.getValue()));
            }
        }

        try (var program = Program.serving(data)) {
            assertThat(written(program)).containsAll(confirmed);
            assertThat(program.get("/health")).contains("\"status\":\"ok\"");
            assertThat(program.stop()).isEqualTo(143);
        }
    }

    @Test
    void a_killed_postgresql_comes_back_and_nobody_else_gets_in() throws Exception {
        try (var program = Program.serving(data)) {
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
        try (var program = Program.serving(data)) {
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

        try (var program = Program.serving(elsewhere.resolve("data"))) {
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

    private static Set<String> writing(Program program, String round, Disaster disaster) throws Exception {
        var confirmed = ConcurrentHashMap.<String>newKeySet();
        var busy = new CountDownLatch(200);
        try (var database = program.database()) {
            var writers = Stream.of("a", "b", "c", "d")
                    .map(name -> Thread.ofVirtual().start(() -> write(round + name, database, confirmed, busy)))
                    .toList();
            assertThat(busy.await(60, TimeUnit.SECONDS)).isTrue();
            disaster.strike(program);
            for (var writer : writers) {
                writer.join();
            }
        }
        return confirmed;
    }

    /** Until the database is gone. */
    private static void write(
            String name, EmbeddedPostgres database, Set<String> confirmed, CountDownLatch busy) {
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var insert = connection.prepareStatement("insert into platform.setting values (?, '1')")) {
            for (int n = 0; ; n++) {
                insert.setString(1, name + n);
                insert.execute();
                confirmed.add(name + n);
                busy.countDown();
            }
        } catch (SQLException gone) {
            // what was confirmed so far is what counts
        }
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
}
