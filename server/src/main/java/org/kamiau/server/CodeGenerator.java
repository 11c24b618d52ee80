package org.kamiau.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Target;

/** Writes the jOOQ classes of a database that it migrates for the purpose, if the migrations changed. */
public record CodeGenerator(Path migrations, Path output, String targetPackage, Path work) {
    // Held, because the logging system forgets the level of a logger that nobody holds.
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    /** Arguments: folder of the migrations, folder for the classes, their package, folder to work in. */
    public static void main(String[] arguments) throws Exception {
        new CodeGenerator(Path.of(arguments[0]), Path.of(arguments[1]), arguments[2], Path.of(arguments[3])).run();
    }

    void run() throws Exception {
        var fingerprint = Fingerprint.of(this);
        var stamp = output.resolve(".fingerprint");
        if (Files.exists(stamp) && Files.readString(stamp).equals(fingerprint)) return;
        speakOnlyOfTrouble();
        Folders.delete(work);
        try (var server = EmbeddedPostgres.start(work, Durability.THROWAWAY)) {
            migrate(server);
            GenerationTool.generate(configuration(server));
        }
        Folders.delete(work);
        Files.createDirectories(output);
        Files.writeString(stamp, fingerprint);
        System.out.println("Generated the jOOQ classes from the migrations in " + migrations);
    }

    private static void speakOnlyOfTrouble() {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        FLYWAY.setLevel(Level.WARNING);
    }

    private void migrate(EmbeddedPostgres server) {
        Flyway.configure()
                .dataSource(server.url(), server.user(), server.password())
                .locations("filesystem:" + migrations)
                .load()
                .migrate();
    }

    private Configuration configuration(EmbeddedPostgres server) throws SQLException {
        var instants = new ForcedType()
                .withName("INSTANT")
                .withIncludeTypes("(?i:timestamp\\s+with\\s+time\\s+zone)")
                .withIgnoreUnused(true);
        return new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new Jdbc()
                        .withUrl(server.url())
                        .withUser(server.user())
                        .withPassword(server.password()))
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withName("org.jooq.meta.postgres.PostgresDatabase")
                                .withSchemata(schemas(server))
                                .withIncludeRoutines(false)
                                .withForcedTypes(instants))
                        .withGenerate(new Generate()
                                .withRecords(true)
                                .withGlobalObjectReferences(true)
                                // Modules do not read across; and tables that refer to themselves give two paths one name.
                                .withImplicitJoinPathsToMany(false))
                        .withTarget(new Target()
                                .withPackageName(targetPackage)
                                .withDirectory(output.toString())
                                .withClean(true)));
    }

    /**
     * Asked of the database, so that a new module needs no configuration. The schema of the extensions holds
     * no table, but keeps a lone module's classes in a package of their own: jOOQ flattens a single schema.
     */
    private static List<SchemaMappingType> schemas(EmbeddedPostgres server) throws SQLException {
        var schemas = new ArrayList<SchemaMappingType>();
        try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                var statement = connection.createStatement();
                var found = statement.executeQuery("""
                        select nspname from pg_namespace
                        where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'public')
                        order by nspname""")) {
            while (found.next()) schemas.add(new SchemaMappingType().withInputSchema(found.getString(1)));
        }
        return schemas;
    }
}
