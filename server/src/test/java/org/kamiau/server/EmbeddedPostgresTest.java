package org.kamiau.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    @TempDir
    Path home;

    @Test
    void what_was_written_is_there_after_the_next_start() throws Exception {
        try (var server = start()) {
            execute(server, "create table leads (name text)");
            execute(server, "insert into leads values ('asanagi')");
        }

        try (var server = start()) {
            assertThat(ask(server, "select name from leads")).isEqualTo("asanagi");
        }
    }

    @Test
    void it_keeps_checksums_asks_for_a_password_and_listens_on_this_machine_only() throws Exception {
        try (var server = start()) {
            assertThat(ask(server, "show data_checksums")).isEqualTo("on");
            assertThat(ask(server, "show fsync")).isEqualTo("on");
            assertThat(ask(server, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(server, "select datlocale from pg_database where datname = 'kamiau'"))
                    .isEqualTo("C.UTF-8");
            assertThatThrownBy(() -> DriverManager.getConnection(server.url(), server.user(), "wrong"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void only_its_owner_can_read_the_password() throws Exception {
        try (var server = start()) {
            var file = home.resolve("database.password");

            assertThat(file).hasContent(server.password());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
            assertThat(home.resolve("database/password")).doesNotExist();
        }
    }

    @Test
    void japanese_has_trigrams() throws Exception {
        try (var server = start()) {
            execute(server, "create extension pg_trgm");

            assertThat(ask(server, "select array_length(show_trgm('朝凪食品'), 1)")).isEqualTo("5");
            assertThat(ask(server, "select '株式会社朝凪食品' like '%朝凪%'")).isEqualTo("t");
        }
    }

    @Test
    void a_second_start_in_the_same_folder_is_refused_in_one_line() {
        try (var _ = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(ServerTrouble.class)
                    .hasMessageContaining("Kamiau already runs in " + home)
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .message()
                    .doesNotContain("\n");
        }
    }

    @Test
    void a_command_uses_the_server_that_runs_and_leaves_it_running() throws Exception {
        try (var server = start()) {
            try (var command = EmbeddedPostgres.attachOrStart(home)) {
                assertThat(command.attached()).isTrue();
                assertThat(command.url()).isEqualTo(server.url());
                assertThat(ask(command, "select 1")).isEqualTo("1");
            }

            assertThat(ask(server, "select 2")).isEqualTo("2");
        }
    }

    @Test
    void a_command_alone_starts_the_server_and_stops_it_again() throws Exception {
        try (var command = EmbeddedPostgres.attachOrStart(home)) {
            assertThat(command.attached()).isFalse();
            assertThat(ask(command, "show fsync")).isEqualTo("on");
        }

        assertThat(home.resolve("database/data/postmaster.pid")).doesNotExist();
        assertThat(home.resolve("database.port")).doesNotExist();
    }

    @Test
    void after_a_kill_of_postgresql_the_next_start_has_what_was_committed() throws Exception {
        try (var server = start()) {
            execute(server, "create table leads (name text)");
            execute(server, "insert into leads values ('asanagi')");
            var postmaster = postmaster();
            Signal.send("KILL", postmaster);
            ProcessHandle.of(postmaster).ifPresent(process -> Waiting.ends(process, Duration.ofSeconds(10)));
        }

        try (var server = start()) {
            assertThat(ask(server, "select name from leads")).isEqualTo("asanagi");
        }
    }

    @Test
    void a_killed_server_comes_back_at_the_same_address() throws Exception {
        try (var server = start()) {
            execute(server, "create table leads (name text)");
            execute(server, "insert into leads values ('asanagi')");
            Signal.send("KILL", postmaster());

            assertThat(askUntilAnswered(server, "select name from leads")).isEqualTo("asanagi");
        }
        assertThat(home.resolve("database/data/postmaster.pid")).doesNotExist();
    }

    @Test
    void a_pid_file_that_names_a_stranger_does_not_hinder_the_start() throws Exception {
        try (var _ = start()) {
            // only sets the folder up
        }
        var stranger = new ProcessBuilder("sh", "-c", "read _").start();
        var pidFile = home.resolve("database/data/postmaster.pid");
        Files.writeString(pidFile, stranger.pid() + "\n" + home + "\n");

        try (var server = start()) {
            assertThat(ask(server, "select 1")).isEqualTo("1");
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroy();
        }
    }

    @Test
    void a_server_that_nobody_minds_any_more_is_stopped_and_replaced() throws Exception {
        try (var _ = start()) {
            // only sets the folder up
        }
        var cluster = Cluster.open(
                Home.at(home),
                Account.owning(home.resolve("database/data")),
                Binaries.in(Cache.of(Account.owning(home.resolve("database/data")), Home.at(home))),
                Durability.DURABLE);
        var orphan = Postmaster.start(cluster, Durability.DURABLE);

        try (var server = start()) {
            assertThat(ask(server, "select 1")).isEqualTo("1");
            assertThat(orphan.process().isAlive()).isFalse();
        }
    }

    @Test
    void a_lost_password_file_is_named_in_one_line() throws Exception {
        try (var _ = start()) {
            // only sets the folder up
        }
        Files.delete(home.resolve("database.password"));

        assertThatThrownBy(this::start)
                .isInstanceOf(ServerTrouble.class)
                .hasMessage("The database's password is missing: put back " + home.resolve("database.password") + ".");
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(home, Durability.DURABLE);
    }

    private long postmaster() throws Exception {
        return Long.parseLong(Files.readAllLines(home.resolve("database/data/postmaster.pid")).getFirst());
    }

    private static String askUntilAnswered(EmbeddedPostgres server, String sql) throws Exception {
        var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            try {
                return ask(server, sql);
            } catch (SQLException notYet) {
                if (System.nanoTime() > deadline) throw notYet;
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
    }

    private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedPostgres server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
