package org.kamiau.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of our own in a folder, ready for use: a real server process that ends with us, listens on this
 * machine only and asks for a password that nobody needs to know.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    /** The database that {@link #url()} leads to. */
    public static final String DATABASE = "kamiau";

    private static final Duration PATIENCE_WITH_ANOTHER = Duration.ofSeconds(60);

    private final int port;
    private final String password;
    private final @Nullable Serving serving;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedPostgres(int port, String password, @Nullable Serving serving) {
        this.port = port;
        this.password = password;
        this.serving = serving;
    }

    /** What only the one who started the server has to put away again. */
    private record Serving(Home home, FolderLock lock, Supervision supervision) {}

    /** Starts the server of this folder, setting it up on first use; throws {@link ServerTrouble}. */
    public static EmbeddedPostgres start(Path home, Durability durability) {
        var folder = Home.at(home);
        var lock = FolderLock.take(folder.lock()).orElseThrow(() -> new ServerTrouble("Kamiau already runs in "
                + folder.folder() + " (" + FolderLock.holder(folder.lock())
                + "): stop it first, or choose another folder with --data."));
        return start(folder, lock, durability);
    }

    /** Uses the server that another process runs in this folder, or starts one until closed. */
    public static EmbeddedPostgres attachOrStart(Path home) {
        var folder = Home.at(home);
        var deadline = System.nanoTime() + PATIENCE_WITH_ANOTHER.toNanos();
        try (var watch = folder.folder().getFileSystem().newWatchService()) {
            folder.folder().register(watch, java.nio.file.StandardWatchEventKinds.ENTRY_CREATE);
            while (System.nanoTime() < deadline) {
                var running = running(folder);
                if (running.isPresent()) return running.get();
                var lock = FolderLock.take(folder.lock());
                if (lock.isPresent()) return start(folder, lock.get(), Durability.DURABLE);
                // The other one is starting or stopping: its port file or its lock will tell which.
                var key = watch.poll(200, java.util.concurrent.TimeUnit.MILLISECONDS);
                if (key != null) key.reset();
            }
        } catch (IOException trouble) {
            throw new ServerTrouble("Cannot read " + folder.folder() + ": " + Folders.reason(trouble), trouble);
        } catch (InterruptedException interruption) {
            throw Waiting.interrupted(interruption);
        }
        throw new ServerTrouble("The Kamiau in " + folder.folder() + " (" + FolderLock.holder(folder.lock())
                + ") has no database ready: try again later.");
    }

    private static EmbeddedPostgres start(Home home, FolderLock lock, Durability durability) {
        try {
            Files.deleteIfExists(home.port());
            new Leftovers(home.data()).clear();
            var account = Account.owning(home.data());
            var binaries = Binaries.in(Cache.of(account, home));
            var cluster = Cluster.open(home, account, binaries, durability);
            var supervision = Supervision.start(cluster, durability);
            var server = new EmbeddedPostgres(
                    supervision.port(), cluster.password(), new Serving(home, lock, supervision));
            server.announce(home);
            return server;
        } catch (RuntimeException trouble) {
            lock.close();
            throw trouble;
        } catch (IOException trouble) {
            lock.close();
            throw new ServerTrouble("Cannot use " + home.folder() + ": " + Folders.reason(trouble), trouble);
        }
    }

    private void announce(Home home) throws IOException {
        try {
            createDatabase();
            Folders.writePrivately(home.port(), String.valueOf(port));
            if (!Account.endsServersOfTheDead()) {
                Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop-postgresql").unstarted(this::close));
            }
        } catch (SQLException trouble) {
            close();
            throw new ServerTrouble("PostgreSQL runs, but " + trouble.getMessage(), trouble);
        }
    }

    private void createDatabase() throws SQLException {
        try (var connection = connect("postgres");
                var statement = connection.createStatement()) {
            try (var found = statement.executeQuery(
                    "select 1 from pg_database where datname = '" + DATABASE + "'")) {
                if (found.next()) return;
            }
            statement.execute("create database " + DATABASE);
        }
    }

    private static Optional<EmbeddedPostgres> running(Home home) throws IOException {
        try {
            var port = Integer.parseInt(Files.readString(home.port()).strip());
            var server = new EmbeddedPostgres(port, Cluster.readPassword(home), null);
            try (var connection = server.connect(DATABASE)) {
                return connection.isValid(5) ? Optional.of(server) : Optional.empty();
            }
        } catch (NoSuchFileException | NumberFormatException | SQLException notServing) {
            return Optional.empty();
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), user(), password);
    }

    public String url() {
        return url(DATABASE);
    }

    /** The address of another database on the same server. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String user() {
        return Cluster.USER;
    }

    public String password() {
        return password;
    }

    /** Whether another process runs this server, so that it stays when this one is done. */
    public boolean attached() {
        return serving == null;
    }

    /** Stops the server, unless it belongs to another process; more than once does no harm. */
    @Override
    public void close() {
        if (serving == null || !closed.compareAndSet(false, true)) return;
        try {
            Files.deleteIfExists(serving.home().port());
            serving.supervision().stop();
        } catch (IOException trouble) {
            throw new ServerTrouble("Cannot close " + serving.home().folder() + ": " + Folders.reason(trouble), trouble);
        } finally {
            serving.lock().close();
        }
    }
}
