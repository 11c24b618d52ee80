package org.kamiau.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeGeneratorTest {
    @TempDir
    Path folder;

    @Test
    void every_schema_of_the_migrations_gets_its_package_and_times_are_instants() throws Exception {
        migration("platform", "V20260101_0900__extensions.sql", """
                create schema extensions;
                create extension pg_trgm schema extensions;""");
        migration("leads", "V20260101_0930__lead.sql", """
                create schema leads;
                create table leads.lead (id uuid primary key, received_at timestamptz not null);
                create schema people;
                create table people.member (id uuid primary key);""");

        generator().run();

        assertThat(folder.resolve("out/db")).isDirectoryContaining("glob:**/leads");
        assertThat(folder.resolve("out/db/extensions")).doesNotExist();
        assertThat(folder.resolve("out/db/public_")).doesNotExist();
        assertThat(folder.resolve("out/db/leads/tables/Lead.java")).content().contains("Instant> RECEIVED_AT");
        assertThat(folder.resolve("out/db/leads/Tables.java")).content().contains("Lead LEAD = Lead.LEAD");
        assertThat(folder.resolve("work")).doesNotExist();
    }

    @Test
    void nothing_happens_until_a_migration_changes() throws Exception {
        migration("people", "V20260101_0900__member.sql", "create schema people; create table people.member (id uuid);");
        migration("leads", "V20260101_0930__lead.sql", "create schema leads; create table leads.lead (id uuid);");
        generator().run();
        var generated = folder.resolve("out/db/leads/tables/Lead.java");
        Files.delete(generated);

        generator().run();
        assertThat(generated).doesNotExist();

        migration("leads", "V20260102_0930__name.sql", "alter table leads.lead add name text;");
        generator().run();
        assertThat(generated).content().contains("NAME");
    }

    private CodeGenerator generator() {
        return new CodeGenerator(folder.resolve("java"), folder.resolve("out"), "db", folder.resolve("work"));
    }

    private void migration(String module, String name, String sql) throws Exception {
        var migrations = Files.createDirectories(folder.resolve("java/org/kamiau/" + module + "/migration"));
        Files.writeString(migrations.resolve(name), sql);
    }
}
