package org.kamiau.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kamiau.TestDatabase;
import org.postgresql.ds.PGSimpleDataSource;

class BackupTest {

    private static final Instant NOON = Instant.parse("2026-11-24T03:00:00Z");

    @TempDir
    Path folder;

    private Path file;
    private DataSource original;

    @BeforeEach
    void a_company_with_rows_of_every_kind() throws Exception {
        file = folder.resolve("kamiau.backup");
        migration("V20260101_0900__people.sql", """
                create schema people;
                create table people.member (id bigint generated always as identity primary key, name text not null,
                    reading text generated always as (upper(name)) stored, team bigint);
                create table people.team (id bigint primary key, head bigint references people.member);
                alter table people.member add constraint member_team foreign key (team) references people.team;
                insert into people.member (name) values ('seeded by the migration');
                create function people.forbid() returns trigger language plpgsql as
                    $$ begin raise exception 'append only'; end $$;
                create trigger no_change before update or delete on people.member
                    for each row execute function people.forbid();
                create trigger no_truncate before truncate on people.member execute function people.forbid();
                """);
        migration("V20260102_0900__leads.sql", """
                create schema leads;
                create sequence leads.receipt;
                create table leads.lead (id uuid primary key, message text, at timestamptz, due date, worth numeric,
                    score double precision, facts jsonb, raw json, tags text[], seal bytea, open boolean,
                    patience interval, transaction xid8 default pg_current_xact_id());
                create table leads.touch (at date not null, what text) partition by range (at);
                create table leads.touch_2026 partition of leads.touch for values from ('2026-01-01') to ('2027-01-01');
                create materialized view leads.busy as select count(*) as leads from leads.lead;
                """);
        original = source(TestDatabase.createUntouched());
        migrated(original);
        execute(original, """
                insert into people.member (name) values ('浅井 凪'), (E'tab\\tnew\\nline\\\\ back\\\\N'), ('');
                insert into people.team values (1, 2);
                insert into people.member (name, team) values ('second', 1);
                insert into leads.lead values
                    ('018f0000-0000-7000-8000-000000000001', '\\N', '2026-11-20 17:52:00.123456+09', '2026-11-24',
                     1234567890.0123456789, 0.1, '{"a": [1, null, "髙﨑"]}', '{"z":1,  "a":2}', '{a,"b,c",NULL,""}',
                     '\\x00ff5c0a', true, '1 mon 2 days 03:04:05.6', '42'),
                    ('018f0000-0000-7000-8000-000000000002', null, null, null, 'NaN', '-Infinity', null, null, null,
                     null, null, null, default);
                insert into leads.touch values ('2026-11-20', 'demo request');
                select nextval('leads.receipt'), nextval('leads.receipt');
                refresh materialized view leads.busy;
                """);
    }

    @Test
    void every_row_comes_back_as_it_was() throws Exception {
        var written = backup();

        var copy = source(TestDatabase.createUntouched());
        var read = restore(copy);

        assertThat(content(copy)).isEqualTo(content(original));
        assertThat(written.takenAt()).isEqualTo(NOON);
        assertThat(read.rows()).isEqualTo(written.rows()).isEqualTo(9);
    }

    @Test
    void work_goes_on_where_it_stopped_with_every_rule_in_place() throws Exception {
        backup();

        var copy = source(TestDatabase.createUntouched());
        restore(copy);

        assertThat(ask(copy, "select nextval('leads.receipt')")).containsExactly("3");
        assertThat(ask(copy, "insert into people.member (name) values ('next') returning id")).containsExactly("6");
        assertThatThrownBy(() -> execute(copy, "delete from people.member")).hasMessageContaining("append only");
        assertThatThrownBy(() -> execute(copy, "insert into people.team values (2, 99)"))
                .hasMessageContaining("team_head_fkey");
    }

    @Test
    void a_backup_of_an_older_version_is_migrated_on() throws Exception {
        backup();
        migration("V20260103_0900__names.sql", """
                alter table people.member rename name to full_name;
                alter table people.member add rank int not null default 1;
                """);

        var copy = source(TestDatabase.createUntouched());
        restore(copy);

        assertThat(ask(copy, "select full_name from people.member where id = 2")).containsExactly("浅井 凪");
    }

    @Test
    void a_backup_of_a_newer_version_is_refused() throws Exception {
        backup();
        Files.delete(folder.resolve("V20260102_0900__leads.sql"));
        var copy = source(TestDatabase.createUntouched());

        assertThatThrownBy(() -> restore(copy))
                .isInstanceOf(BackupTrouble.class)
                .hasMessage("This backup was made by a newer Kamiau: update Kamiau first.");
    }

    @Test
    void an_installation_that_holds_something_is_refused_and_left_alone() throws Exception {
        backup();
        var before = content(original);

        assertThatThrownBy(() -> restore(original)).hasMessageContaining("is not empty");

        assertThat(content(original)).isEqualTo(before);
    }

    @Test
    void a_damaged_backup_changes_nothing() throws Exception {
        backup();
        damage();
        var copy = source(TestDatabase.createUntouched());

        assertThatThrownBy(() -> restore(copy)).isInstanceOf(BackupTrouble.class).message().doesNotContain("\n");

        try (var connection = copy.getConnection()) {
            assertThat(new Catalogue(connection).empty()).isTrue();
        }
    }

    @Test
    void what_is_no_backup_is_said_to_be_none() throws Exception {
        Files.writeString(file, "hello");

        assertThatThrownBy(() -> restore(source(TestDatabase.createUntouched())))
                .hasMessage(file + " is damaged or not a backup of Kamiau.");
    }

    @Test
    void a_backup_shows_one_moment_although_others_write() throws Exception {
        try (var writer = original.getConnection()) {
            writer.setAutoCommit(false);
            writer.createStatement().execute("insert into people.member (name) values ('not yet')");
            backup();
            writer.commit();
        }

        var copy = source(TestDatabase.createUntouched());
        restore(copy);

        assertThat(ask(copy, "select name from people.member where name = 'not yet'")).isEmpty();
    }

    @Test
    void only_its_owner_can_read_a_backup_and_it_replaces_no_file() throws Exception {
        backup();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThatThrownBy(this::backup).hasMessage(file + " exists already: choose another name.");
    }

    private Backup.Summary backup() {
        return new Backup(original, () -> NOON).write(file);
    }

    private Backup.Summary restore(DataSource into) {
        return new Restore(into, "filesystem:" + folder).read(file);
    }

    private void damage() throws Exception {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(80);
            bytes.write(new byte[40]);
        }
    }

    private void migration(String name, String sql) throws Exception {
        Files.writeString(folder.resolve(name), sql);
    }

    private void migrated(DataSource database) {
        Flyway.configure().dataSource(database).locations("filesystem:" + folder).load().migrate();
    }

    private static Map<String, List<String>> content(DataSource database) throws SQLException {
        var content = new TreeMap<String, List<String>>();
        try (var connection = database.getConnection()) {
            for (var table : new Catalogue(connection).tables()) {
                content.put(
                        table.quotedName(),
                        ask(database, "select t::text from " + table.quotedName() + " t order by 1"));
            }
        }
        content.put("busy", ask(database, "select leads from leads.busy"));
        return content;
    }

    private static DataSource source(String url) {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(TestDatabase.user());
        source.setPassword(TestDatabase.password());
        return source;
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> ask(DataSource database, String sql) throws SQLException {
        var answers = new ArrayList<String>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        }
        return answers;
    }
}
