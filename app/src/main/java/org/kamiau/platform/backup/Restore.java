package org.kamiau.platform.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.zip.CheckedInputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.kamiau.platform.audit.Eras;
import org.kamiau.platform.backup.Manifest.TableContent;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Brings a backup back into an installation that holds nothing yet: every row of it, or nothing. */
public final class Restore {

    private final DataSource database;
    private final String[] migrations;

    public Restore(DataSource database, String... migrations) {
        this.database = database;
        this.migrations = migrations.clone();
    }

    /** Migrates to the backup's version, loads its rows, migrates on to this version of Kamiau. */
    public Backup.Summary read(Path file) {
        try (var zip = new ZipFile(file.toFile());
                var connection = database.getConnection()) {
            var manifest = manifest(zip);
            var catalogue = new Catalogue(connection);
            if (!catalogue.empty()) {
                throw new BackupTrouble(
                        "This installation is not empty: restore into a new folder (--data) or database (--db).");
            }
            return read(zip, manifest, catalogue);
        } catch (SQLException trouble) {
            throw new BackupTrouble("The backup could not be restored: " + oneLine(trouble), trouble);
        } catch (ZipException trouble) {
            throw new BackupTrouble(file + " is damaged or not a backup of Kamiau.", trouble);
        } catch (IOException trouble) {
            throw new BackupTrouble("Cannot read " + file + ": " + trouble.getMessage(), trouble);
        }
    }

    private static String oneLine(SQLException trouble) {
        return String.valueOf(trouble.getMessage()).lines().findFirst().orElse("no reason given");
    }

    private static Manifest manifest(ZipFile zip) throws IOException {
        var entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw new ZipException("no manifest");
        }
        try (var bytes = zip.getInputStream(entry)) {
            var manifest = JsonMapper.builder().build().readValue(bytes, Manifest.class);
            if (manifest.format() != Manifest.FORMAT) {
                throw new BackupTrouble("This backup was made by a newer Kamiau: update Kamiau first.");
            }
            return manifest;
        } catch (JacksonException malformed) {
            throw new ZipException("unreadable manifest");
        }
    }

    private Backup.Summary read(ZipFile zip, Manifest manifest, Catalogue catalogue)
            throws SQLException, IOException {
        var done = false;
        try {
            migrateTo(manifest);
            load(zip, manifest, catalogue);
            flyway(MigrationVersion.LATEST).migrate();
            done = true;
            return Backup.Summary.of(manifest);
        } catch (FlywayException trouble) {
            throw new BackupTrouble("The database could not be migrated: "
                    + String.valueOf(trouble.getMessage()).lines().findFirst().orElse(""), trouble);
        } finally {
            if (!done) {
                leaveNothing(catalogue);
            }
        }
    }

    private void migrateTo(Manifest manifest) {
        var known = new HashSet<String>();
        for (var migration : flyway(MigrationVersion.LATEST).info().all()) {
            known.add(String.valueOf(migration.getVersion()));
        }
        if (!known.containsAll(manifest.migrations())) {
            throw new BackupTrouble("This backup was made by a newer Kamiau: update Kamiau first.");
        }
        manifest.migrations().stream()
                .map(MigrationVersion::fromVersion)
                .max(MigrationVersion::compareTo)
                .ifPresent(version -> flyway(version).migrate());
    }

    private Flyway flyway(MigrationVersion target) {
        return Flyway.configure()
                .dataSource(database)
                .locations(migrations)
                .target(target)
                .load();
    }

    /** In one transaction. Foreign keys return after the rows and check all of them, so that order is free. */
    private static void load(ZipFile zip, Manifest manifest, Catalogue catalogue) throws SQLException, IOException {
        var connection = catalogue.connection();
        connection.setAutoCommit(false);
        catalogue.speakPlainly();
        var foreignKeys = catalogue.addForeignKeys();
        catalogue.executeAll(catalogue.dropForeignKeys());
        // Migrations may have put rows in; and no trigger shall add to what the backup holds.
        for (var table : catalogue.tables()) {
            catalogue.execute("alter table " + table.quotedName() + " disable trigger user");
            catalogue.execute("truncate table " + table.quotedName());
        }
        for (var table : manifest.tables()) {
            load(zip, table, connection);
        }
        catalogue.executeAll(foreignKeys);
        for (var table : catalogue.tables()) {
            catalogue.execute("alter table " + table.quotedName() + " enable trigger user");
        }
        for (var sequence : manifest.sequences()) {
            setSequence(sequence, connection);
        }
        for (var view : catalogue.materializedViews()) {
            catalogue.execute("refresh materialized view " + view);
        }
        Eras.begin(connection);
        connection.commit();
        connection.setAutoCommit(true);
        catalogue.execute("analyze");
    }

    private static void load(ZipFile zip, TableContent content, Connection connection)
            throws SQLException, IOException {
        var entry = zip.getEntry(content.entry());
        if (entry == null) {
            throw new ZipException("no " + content.entry());
        }
        try (var bytes = new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
            var table = content.table();
            var rows = Backup.copying(connection)
                    .copyIn("copy " + table.quotedName() + " (" + table.quotedColumns() + ") from stdin", bytes, 1 << 16);
            if (rows != content.rows() || damaged(entry, bytes)) {
                throw new ZipException("damaged " + content.entry());
            }
        }
    }

    /** Java checks an entry's sum only when it reads a zip from its beginning, not entry by entry. */
    private static boolean damaged(ZipEntry entry, CheckedInputStream read) throws IOException {
        read.transferTo(java.io.OutputStream.nullOutputStream());
        return read.getChecksum().getValue() != entry.getCrc();
    }

    private static void setSequence(Manifest.SequenceState sequence, Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select setval(?::regclass, ?, ?)")) {
            statement.setString(1, TableColumns.quoted(sequence.schema()) + "." + TableColumns.quoted(sequence.name()));
            statement.setLong(2, sequence.value());
            statement.setBoolean(3, sequence.called());
            statement.execute();
        }
    }

    /** So that whoever cured the trouble can simply try again. */
    private static void leaveNothing(Catalogue catalogue) throws SQLException {
        var connection = catalogue.connection();
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        for (var schema : catalogue.schemas()) {
            catalogue.execute("drop schema " + TableColumns.quoted(schema) + " cascade");
        }
        catalogue.execute("drop table if exists public.flyway_schema_history");
    }
}
