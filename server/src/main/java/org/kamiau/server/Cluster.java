package org.kamiau.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/** The data folder of one installation, made on first use, with the password that opens it. */
record Cluster(Home home, Account account, Binaries binaries, String password) {
    static final String USER = "kamiau";

    /**
     * Where PostgreSQL finds its data when it runs under a lent account. Such a folder may lie below one that only
     * root may pass (/root itself); root can hand over an open working directory, which needs no way there.
     */
    private static final String WORKING_DIRECTORY = "/proc/self/cwd";

    static Cluster open(Home home, Account account, Binaries binaries, Durability durability) {
        try {
            if (Files.exists(home.data().resolve("PG_VERSION"))) {
                return new Cluster(home, account, binaries, readPassword(home));
            }
            var cluster = new Cluster(home, account, binaries, newPassword());
            Folders.writePrivately(home.password(), cluster.password);
            cluster.initialise(durability);
            return cluster;
        } catch (IOException trouble) {
            throw new ServerTrouble(
                    "Cannot set up the database in " + home.folder() + ": " + Folders.reason(trouble), trouble);
        }
    }

    static String readPassword(Home home) throws IOException {
        if (!Files.exists(home.password())) {
            throw new ServerTrouble("The database's password is missing: put back " + home.password() + ".");
        }
        return Files.readString(home.password()).strip();
    }

    private static String newPassword() {
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private void initialise(Durability durability) throws IOException {
        var unfinished = home.unfinishedData();
        Folders.delete(unfinished);
        Folders.delete(home.data());
        Folders.folder(unfinished, "rwx------");
        account.own(unfinished);
        var handedOver = home.database().resolve("password");
        try {
            Folders.writePrivately(handedOver, password);
            account.own(handedOver);
            initdb(unfinished, durability);
        } finally {
            Files.deleteIfExists(handedOver);
        }
        Files.move(unfinished, home.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void initdb(Path unfinished, Durability durability) throws IOException {
        var words = account.running(binaries.initdb());
        words.addAll(List.of("--pgdata", address(unfinished), "--username", USER, "--encoding", "UTF8"));
        words.addAll(List.of("--auth", "scram-sha-256", "--pwfile", "../password"));
        // Not --locale=C: it would leave pg_trgm without a single trigram of Japanese.
        words.addAll(List.of("--locale-provider", "builtin", "--builtin-locale", "C.UTF-8"));
        words.addAll(List.of("--lc-collate", "C", "--lc-ctype", "C.UTF-8", "--lc-messages", "C"));
        words.add("--data-checksums");
        if (durability == Durability.THROWAWAY) words.add("--no-sync");
        var initdb = new ProcessBuilder(words).directory(unfinished.toFile()).redirectErrorStream(true).start();
        var said = new String(initdb.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (Waiting.end(initdb) != 0) {
            throw new ServerTrouble("PostgreSQL could not set up its data in " + home.database() + ": "
                    + ServerLog.reason(said.lines().toList()));
        }
    }

    /** How a PostgreSQL whose working directory is {@code data} is told where its data lies. */
    String address(Path data) {
        return account.lent() ? WORKING_DIRECTORY : data.toString();
    }
}
