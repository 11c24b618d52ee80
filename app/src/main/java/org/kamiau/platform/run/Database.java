package org.kamiau.platform.run;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kamiau.server.Durability;
import org.kamiau.server.EmbeddedPostgres;
import org.kamiau.server.ServerTrouble;
import org.postgresql.ds.PGSimpleDataSource;

/** The PostgreSQL that an installation lives on: the embedded one of its data folder, or one's own. */
final class Database implements AutoCloseable {

    private static final int OLDEST_SERVER = 160000;

    private final String url;
    private final String user;
    private final String password;
    private final @Nullable EmbeddedPostgres embedded;

    private Database(String url, String user, String password, @Nullable EmbeddedPostgres embedded) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.embedded = embedded;
    }

    /** @param serving a serving process owns the embedded server; other commands use the one that runs */
    static Database open(Options options, boolean serving) {
        var db = options.db();
        if (db != null) {
            return own(db);
        }
        var postgres = serving
                ? EmbeddedPostgres.start(options.data(), Durability.DURABLE)
                : EmbeddedPostgres.attachOrStart(options.data());
        return new Database(postgres.url(), postgres.user(), postgres.password(), postgres);
    }

    private static Database own(String address) {
        var uri = uri(address);
        var login = uri.getRawUserInfo() == null ? new String[0] : uri.getRawUserInfo().split(":", 2);
        var url = "jdbc:postgresql://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) + uri.getRawPath()
                + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        var database = new Database(url, login.length > 0 ? decode(login[0]) : "", login.length > 1 ? decode(login[1]) : "", null);
        database.check();
        return database;
    }

    private static URI uri(String address) {
        var plain = address.startsWith("jdbc:") ? address.substring(5) : address;
        try {
            var uri = URI.create(plain);
            if (uri.getHost() != null && plain.startsWith("postgres") && uri.getRawPath().length() > 1) {
                return uri;
            }
        } catch (IllegalArgumentException malformed) {
            // refused below, without repeating the address: it may hold a password
        }
        throw new ServerTrouble("--db wants an address like postgresql://user:password@host:5432/database.");
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private void check() {
        var login = new Properties();
        if (!user.isEmpty()) {
            login.setProperty("user", user);
            login.setProperty("password", password);
        }
        login.setProperty("connectTimeout", "10");
        try (var connection = DriverManager.getConnection(url, login);
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select current_setting('server_version_num')::int, current_setting('server_version'),"
                                + " pg_encoding_to_char(encoding) from pg_database where datname = current_database()")) {
            row.next();
            if (row.getInt(1) < OLDEST_SERVER) {
                throw new ServerTrouble("This PostgreSQL is version " + row.getString(2) + "; Kamiau needs 16 or newer.");
            }
            if (!row.getString(3).equals("UTF8")) {
                throw new ServerTrouble("This database is encoded in " + row.getString(3)
                        + "; Kamiau needs UTF8 (create database … encoding 'UTF8' template template0).");
            }
        } catch (SQLException e) {
            throw new ServerTrouble("The database cannot be used: " + firstLine(e));
        }
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }

    Map<String, Object> properties() {
        return Map.of("spring.datasource.url", url, "spring.datasource.username", user, "spring.datasource.password", password);
    }

    /** For work without the application's pool. */
    DataSource source() {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        if (!user.isEmpty()) {
            source.setUser(user);
            source.setPassword(password);
        }
        return source;
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
