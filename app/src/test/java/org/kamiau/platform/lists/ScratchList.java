package org.kamiau.platform.lists;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Role;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A list over a table of its own, with every kind of column, for the tests of the list piece. */
@TestConfiguration
class ScratchList {

    static final Table<Record> THING = table(name("scratch", "thing"));
    static final Field<UUID> ID = field(name("scratch", "thing", "id"), UUID.class);
    static final Field<String> NAME = field(name("scratch", "thing", "name"), String.class);
    static final Field<Instant> DUE_AT = field(name("scratch", "thing", "due_at"), SQLDataType.INSTANT);
    static final Field<Integer> SCORE = field(name("scratch", "thing", "score"), Integer.class);
    static final Field<String> STAGE = field(name("scratch", "thing", "stage"), String.class);
    static final Field<UUID> OWNER = field(name("scratch", "thing", "owner_id"), UUID.class);
    static final Field<Boolean> HOT = field(name("scratch", "thing", "hot"), Boolean.class);
    static final Field<String[]> TAGS = field(name("scratch", "thing", "tags"), String[].class);
    static final Field<String> MAIL = field(name("scratch", "thing", "mail"), String.class);
    static final Field<Integer> SALARY = field(name("scratch", "thing", "salary"), Integer.class);
    static final Field<Boolean> GONE = field(name("scratch", "thing", "gone"), Boolean.class);

    static final Actor SELLER = actor("fs1", Role.FS);
    static final Actor HEAD = actor("sales-head", Role.SALES_HEAD);

    /** What a row shows. */
    public record Thing(
            UUID id,
            @Nullable String name,
            @Nullable Instant dueAt,
            @Nullable Integer score,
            @Nullable String stage,
            @Nullable MemberId owner,
            @Nullable Boolean hot,
            List<String> tags,
            @Nullable String mail,
            @Nullable Integer salary) {}

    static Actor actor(String name, Role role) {
        var id = new MemberId(UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return new Actor(id, name, name + "@asanagi.example", Set.of(role), Set.of(role.function()), Locale.ENGLISH, "auto", "session");
    }

    /** Mail is readable to the owner of the row, salaries only to heads of sales. */
    static ListDefinition<Thing> definition() {
        return ListDefinition.of("scratch", "/scratch", ID, Thing.class)
                .from(THING)
                .row(ScratchList::thing)
                .column(Column.text("name", NAME, Thing::name).main().sortable())
                .column(Column.moment("due", DUE_AT, Thing::dueAt).sortable())
                .column(Column.number("score", SCORE, Thing::score).sortable())
                .column(Column.code("stage", STAGE, Thing::stage, "scratch.stage", List.of("new", "mql", "won")))
                .column(Column.member("owner", OWNER, Thing::owner))
                .column(Column.flag("hot", HOT, Thing::hot).optional())
                .column(Column.tags("tags", TAGS, Thing::tags).optional())
                .column(Column.text("mail", MAIL, Thing::mail).optional().readableWhere(actor -> OWNER.eq(actor.id().value())))
                .column(Column.number("salary", SALARY, Thing::salary).sortable().shownTo(actor -> actor.is(Role.SALES_HEAD)))
                .visible(actor -> GONE.eq(false))
                .openTo(actor -> !actor.is(Role.TRADE))
                .search((words, actor) -> NAME.containsIgnoreCase(words))
                .sort("due")
                .preset("mine", "f=owner.is.me")
                .preset("all", "match=all")
                .bulk(new BulkAction("close", "/scratch/bulk/close", actor -> actor.is(Role.SALES_HEAD)))
                .build();
    }

    private static Thing thing(Record record) {
        var owner = record.get(OWNER);
        var tags = record.get(TAGS);
        return new Thing(
                record.get(ID), record.get(NAME), record.get(DUE_AT), record.get(SCORE), record.get(STAGE),
                owner == null ? null : new MemberId(owner), record.get(HOT), tags == null ? List.of() : List.of(tags),
                record.get(MAIL), record.get(SALARY));
    }

    static void create(DSLContext sql) {
        sql.execute("create schema if not exists scratch");
        sql.execute(
                """
                create table if not exists scratch.thing (
                    id uuid primary key, name text, due_at timestamptz, score integer, stage text, owner_id uuid,
                    hot boolean, tags text[], mail text, salary integer, gone boolean not null default false)
                """);
        sql.execute("create index if not exists thing_due on scratch.thing (due_at, id)");
        sql.execute("create index if not exists thing_score on scratch.thing (score, id)");
        sql.execute("create index if not exists thing_name on scratch.thing (name, id)");
    }

    static UUID add(DSLContext sql, Thing thing) {
        sql.insertInto(THING)
                .set(ID, thing.id())
                .set(NAME, thing.name())
                .set(DUE_AT, thing.dueAt())
                .set(SCORE, thing.score())
                .set(STAGE, thing.stage())
                .set(OWNER, thing.owner() == null ? null : thing.owner().value())
                .set(HOT, thing.hot())
                .set(TAGS, thing.tags().toArray(String[]::new))
                .set(MAIL, thing.mail())
                .set(SALARY, thing.salary())
                .execute();
        return thing.id();
    }

    @Bean
    ListDefinition<Thing> scratch(DSLContext sql) {
        create(sql);
        return definition();
    }
}
