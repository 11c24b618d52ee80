package org.kamiau;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.kamiau.server.Durability;
import org.kamiau.server.EmbeddedPostgres;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** One PostgreSQL per test run, migrated once; every test context gets a copy of its own. */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger COPIES = new AtomicInteger();

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                var server = EmbeddedPostgres.start(Files.createTempDirectory("kamiau-test"), Durability.THROWAWAY);
                Flyway.configure()
                        .dataSource(server.url(), server.user(), server.password())
                        .locations("classpath:org/kamiau/*/migration")
                        .load()
                        .migrate();
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A fresh, migrated and empty database; returns its JDBC address. */
    public static String create() {
        return create(EmbeddedPostgres.DATABASE);
    }

    /** A database that nothing was ever done to; returns its JDBC address. */
    public static String createUntouched() {
        return create("template0");
    }

    private static String create(String template) {
        var name = "copy" + COPIES.incrementAndGet();
        var server = Server.POSTGRES;
        try (var connection = DriverManager.getConnection(server.url("postgres"), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + template);
            return server.url(name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String user() {
        return Server.POSTGRES.user();
    }

    public static String password() {
        return Server.POSTGRES.password();
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource(
                "test database",
                Map.of(
                        "spring.datasource.url", create(),
                        "spring.datasource.username", user(),
                        "spring.datasource.password", password(),
                        "spring.datasource.hikari.maximum-pool-size", 8,
                        "spring.datasource.hikari.minimum-idle", 0)));
    }
}
