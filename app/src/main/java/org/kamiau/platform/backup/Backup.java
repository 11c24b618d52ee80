package org.kamiau.platform.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.kamiau.platform.backup.Manifest.TableContent;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import tools.jackson.databind.json.JsonMapper;

/** Writes a copy of everything, as it is at one moment, while others go on working. */
public final class Backup {

    private final DataSource database;
    private final InstantSource clock;

    public Backup(DataSource database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Writes the file, which only its owner can read and which appears when it is complete. */
    public Summary write(Path file) {
        if (Files.exists(file)) {
            throw new BackupTrouble(file + " exists already: choose another name.");
        }
        var unfinished = file.resolveSibling(file.getFileName() + ".part");
        try (var connection = database.getConnection()) {
            var manifest = write(connection, unfinished);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            return Summary.of(manifest);
        } catch (SQLException trouble) {
            throw new BackupTrouble("The database could not be read: " + trouble.getMessage(), trouble);
        } catch (IOException trouble) {
            throw new BackupTrouble("Cannot write " + file + ": " + trouble.getMessage(), trouble);
        } finally {
            discard(unfinished);
        }
    }

    private Manifest write(Connection connection, Path unfinished) throws SQLException, IOException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        var catalogue = new Catalogue(connection);
        catalogue.speakPlainly();
        if (!catalogue.migrated()) {
            throw new BackupTrouble("There is nothing to back up: this installation was never started.");
        }
        Files.deleteIfExists(unfinished);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var creation = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(unfinished, creation, ownerOnly)) {
            var zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
            zip.setLevel(Deflater.BEST_SPEED);
            var manifest = write(catalogue, zip);
            zip.finish();
            zip.flush();
            channel.force(true);
            return manifest;
        }
    }

    private Manifest write(Catalogue catalogue, ZipOutputStream zip) throws SQLException, IOException {
        var tables = new ArrayList<TableContent>();
        for (var table : catalogue.tables()) {
            tables.add(write(table, catalogue.connection(), zip));
        }
        // Sequences know no snapshot: asked last, they are never behind the rows.
        var manifest = new Manifest(
                Manifest.FORMAT,
                clock.instant(),
                catalogue.server(),
                catalogue.migrations(),
                tables,
                catalogue.sequences());
        zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
        zip.write(JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        zip.closeEntry();
        return manifest;
    }

    private static TableContent write(TableColumns table, Connection connection, ZipOutputStream zip)
            throws SQLException, IOException {
        zip.putNextEntry(new ZipEntry(new TableContent(table, 0).entry()));
        var rows = copying(connection)
                .copyOut("copy (select " + table.quotedColumns() + " from " + table.quotedName() + ") to stdout", zip);
        zip.closeEntry();
        return new TableContent(table, rows);
    }

    static CopyManager copying(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private static void discard(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException trouble) {
            throw new BackupTrouble("Cannot remove " + unfinished + ": " + trouble.getMessage(), trouble);
        }
    }

    /** What a backup came to. */
    public record Summary(int tables, long rows, java.time.Instant takenAt) {
        static Summary of(Manifest manifest) {
            return new Summary(manifest.tables().size(), manifest.rows(), manifest.takenAt());
        }
    }
}
