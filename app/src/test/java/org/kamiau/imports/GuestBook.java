package org.kamiau.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kamiau.platform.Ids;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.imports.Importer;
import org.springframework.stereotype.Component;

/** A small importer with a table of its own: guests by source and id, taken back unless somebody greeted them. */
@Component
class GuestBook implements Importer {

    private final DSLContext sql;

    GuestBook(DSLContext sql) {
        this.sql = sql;
        sql.execute("create table if not exists public.guest (id uuid primary key, key text, company text, mail text, greeted boolean not null default false)");
    }

    @Override
    public String kind() {
        return "guests";
    }

    @Override
    public String title() {
        return "imports.list.file";
    }

    @Override
    public List<Field> fields() {
        return List.of(Field.known("company.name").needed(), Field.known("person.email"), Field.known("person.familyName"), Field.known("person.givenName"), Field.known("source.externalId"));
    }

    @Override
    public int chunk() {
        return 100;
    }

    @Override
    public List<Result> take(List<Row> rows, Context context) {
        var results = new ArrayList<Result>();
        rows.forEach(row -> results.add(take(row, context)));
        return results;
    }

    private Result take(Row row, Context context) {
        var mail = row.get("person.email");
        if (mail != null && !mail.contains("@")) {
            return Result.refused("person.email", "platform.invalid.format");
        }
        if ("爆発".equals(row.get("company.name"))) {
            throw new IllegalStateException("the importer has a fault");
        }
        var key = row.get("source.externalId") == null ? null : context.source() + "/" + row.get("source.externalId") + "/" + row.get("company.name");
        if (key != null && sql.fetchOptional("select 1 from public.guest where key = ?", key).isPresent()) {
            return Result.taken(Effect.UNCHANGED, null);
        }
        var id = Ids.next();
        sql.execute("insert into public.guest (id, key, company, mail) values (?, ?, ?, ?)", id, key, row.get("company.name"), mail);
        return mail == null
                ? new Result.Taken(Effect.CREATED, id, List.of(Invalid.Field.of("person.email", "platform.invalid.not-blank")))
                : Result.taken(Effect.CREATED, id);
    }

    @Override
    public boolean undoes() {
        return true;
    }

    @Override
    public Set<UUID> undo(List<UUID> records, Context context) {
        return new HashSet<>(sql.resultQuery(
                        "delete from public.guest where id = any({0}) and not greeted returning id",
                        org.jooq.impl.DSL.val(records.toArray(UUID[]::new)))
                .fetch(row -> row.get(0, UUID.class)));
    }

    long count(String company) {
        return sql.fetch("select 1 from public.guest where company like ?", company).size();
    }

    void greet(String company) {
        sql.execute("update public.guest set greeted = true where company = ?", company);
    }
}
