package org.kamiau.platform.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.kamiau.platform.backup.Manifest.SequenceState;

/** What a database holds that is ours, asked of PostgreSQL itself so that no module can be forgotten. */
record Catalogue(Connection connection) {

    private static final String OURS =
            "n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'public', 'extensions')";

    /** Values in a form that every server reads alike, whatever its configuration. */
    void speakPlainly() throws SQLException {
        execute("set datestyle to 'ISO, YMD'; set intervalstyle to 'postgres'; set timezone to 'UTC';"
                + " set extra_float_digits to 3; set bytea_output to 'hex'; set client_encoding to 'UTF8'");
    }

    List<String> schemas() throws SQLException {
        return query("select n.nspname from pg_namespace n where " + OURS + " order by 1", row -> row.getString(1));
    }

    /** Whether nobody has put anything here yet, in no schema at all. */
    boolean empty() throws SQLException {
        return query(
                        "select exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                                + " where c.relkind in ('r', 'p', 'v', 'm') and n.nspname not like 'pg\\_%'"
                                + " and n.nspname not in ('information_schema', 'extensions'))",
                        row -> !row.getBoolean(1))
                .getFirst();
    }

    boolean migrated() throws SQLException {
        return query(
                        "select to_regclass('public.flyway_schema_history') is not null",
                        row -> row.getBoolean(1))
                .getFirst();
    }

    List<String> migrations() throws SQLException {
        return query(
                "select version from public.flyway_schema_history where success and version is not null"
                        + " order by installed_rank",
                row -> row.getString(1));
    }

    /** Partitions are left out: their rows come with the table they are part of. */
    List<TableColumns> tables() throws SQLException {
        return query(
                """
                select n.nspname, c.relname, coalesce(
                    array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = ''), '{}')
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                where c.relkind in ('r', 'p') and not c.relispartition and\s"""
                        + OURS + " group by 1, 2 order by 1, 2",
                row -> new TableColumns(
                        row.getString(1),
                        row.getString(2),
                        List.of((String[]) row.getArray(3).getArray())));
    }

    List<SequenceState> sequences() throws SQLException {
        var states = new ArrayList<SequenceState>();
        var names = query(
                "select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                        + " where c.relkind = 'S' and " + OURS + " order by 1, 2",
                row -> new TableColumns(row.getString(1), row.getString(2), List.of()));
        for (var name : names) {
            states.addAll(query(
                    "select last_value, is_called from " + name.quotedName(),
                    row -> new SequenceState(name.schema(), name.name(), row.getLong(1), row.getBoolean(2))));
        }
        return states;
    }

    /** Statements that add each foreign key again after it was dropped by its twin in {@link #dropForeignKeys}. */
    List<String> addForeignKeys() throws SQLException {
        return foreignKeys("'add constraint %I ' || pg_get_constraintdef(k.oid)");
    }

    List<String> dropForeignKeys() throws SQLException {
        return foreignKeys("'drop constraint %I'");
    }

    private List<String> foreignKeys(String action) throws SQLException {
        return query(
                "select format('alter table %I.%I ', n.nspname, c.relname) || replace(" + action
                        + ", '%I', quote_ident(k.conname)) from pg_constraint k join pg_class c on c.oid = k.conrelid"
                        + " join pg_namespace n on n.oid = c.relnamespace"
                        + " where k.contype = 'f' and k.conparentid = 0 and " + OURS + " order by k.oid",
                row -> row.getString(1));
    }

    List<String> materializedViews() throws SQLException {
        return query(
                "select format('%I.%I', n.nspname, c.relname) from pg_class c"
                        + " join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'm' and " + OURS
                        + " order by c.oid",
                row -> row.getString(1));
    }

    String server() throws SQLException {
        return query("show server_version", row -> row.getString(1)).getFirst();
    }

    void execute(String statement) throws SQLException {
        try (var one = connection.createStatement()) {
            one.execute(statement);
        }
    }

    void executeAll(List<String> statements) throws SQLException {
        for (var statement : statements) {
            execute(statement);
        }
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String question, Row<T> reading) throws SQLException {
        var answers = new ArrayList<T>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            while (rows.next()) {
                answers.add(reading.read(rows));
            }
        }
        return answers;
    }
}
