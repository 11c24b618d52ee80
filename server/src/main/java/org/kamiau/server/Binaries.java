package org.kamiau.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked once per version into a cache that every installation of this user shares. */
record Binaries(Path folder) {

    static Binaries in(Path cache) {
        var archive = archive();
        var folder = cache.resolve("postgresql-" + fingerprint(archive));
        var binaries = new Binaries(folder);
        if (!binaries.complete()) unpack(archive, cache, binaries);
        return binaries;
    }

    Path initdb() {
        return folder.resolve("bin/initdb");
    }

    Path postgres() {
        return folder.resolve("bin/postgres");
    }

    private boolean complete() {
        return Files.isExecutable(postgres()) && Files.isExecutable(initdb());
    }

    private static String archive() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var os = system.contains("linux") ? "linux" : system.contains("mac") ? "darwin" : system;
        var machine = System.getProperty("os.arch");
        var architecture = switch (machine) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> machine;
        };
        var archive = "/postgres-" + os + "-" + architecture + ".txz";
        if (Binaries.class.getResource(archive) == null) {
            throw new ServerTrouble("No PostgreSQL for " + os + " on " + machine
                    + " comes with this build: use a PostgreSQL of your own with --db URL.");
        }
        return archive;
    }

    private static InputStream open(String archive) {
        return Objects.requireNonNull(Binaries.class.getResourceAsStream(archive));
    }

    private static String fingerprint(String archive) {
        try (var bytes = new DigestInputStream(open(archive), MessageDigest.getInstance("SHA-256"))) {
            bytes.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(bytes.getMessageDigest().digest(), 0, 8);
        } catch (IOException | NoSuchAlgorithmException trouble) {
            throw new ServerTrouble("Cannot read PostgreSQL's archive " + archive, trouble);
        }
    }

    /** Under a lock, so that two first starts neither disturb each other nor work twice. */
    private static synchronized void unpack(String archive, Path cache, Binaries wanted) {
        try (var channel = FileChannel.open(
                        cache.resolve("unpacking.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (!lock.isValid() || wanted.complete()) return;
            var unfinished = cache.resolve("unpacking");
            Folders.delete(unfinished);
            Folders.folder(unfinished, "rwxr-xr-x");
            unpack(archive, unfinished);
            Folders.delete(wanted.folder);
            Files.move(unfinished, wanted.folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException trouble) {
            throw new ServerTrouble("Cannot unpack PostgreSQL into " + cache + ": " + Folders.reason(trouble), trouble);
        }
    }

    private static void unpack(String archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(open(archive))))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) throw new IOException("entry outside the archive: " + entry.getName());
                unpack(tar, entry, target, path);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target, Path path)
            throws IOException {
        if (entry.isDirectory()) {
            openFolders(target, path);
            return;
        }
        openFolders(target, Objects.requireNonNull(path.getParent()));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(path, target.resolve(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            var executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    /** Open to all, whatever the umask: the user who runs PostgreSQL may not be the one who unpacks. */
    private static void openFolders(Path target, Path folder) {
        if (folder.equals(target)) return;
        openFolders(target, Objects.requireNonNull(folder.getParent()));
        Folders.folder(folder, "rwxr-xr-x");
    }
}
