package org.kamiau.platform.lists;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;

/**
 * A list as its module declares it, once, as a bean: where rows come from, who may see which, what they show.
 *
 * @param <R> what one row is for the module's template and API
 */
public final class ListDefinition<R> {

    private final Builder<R> parts;
    private final List<Field<?>> fields;

    private ListDefinition(Builder<R> parts) {
        this.parts = parts;
        var all = new LinkedHashSet<Field<?>>();
        all.add(parts.id);
        all.addAll(parts.selected);
        parts.columns.values().stream().map(Column::field).filter(java.util.Objects::nonNull).forEach(all::add);
        this.fields = List.copyOf(all);
    }

    /**
     * @param name unique; message keys of the list start with it
     * @param path where its page is
     * @param id unique among the rows; breaks ties of every order
     */
    public static <R> Builder<R> of(String name, String path, Field<UUID> id, Class<R> row) {
        return new Builder<>(name, path, id);
    }

    public String name() {
        return parts.name;
    }

    public String path() {
        return parts.path;
    }

    Field<UUID> id() {
        return parts.id;
    }

    Table<?> table() {
        return java.util.Objects.requireNonNull(parts.table);
    }

    /** All fields that the mapper may read, those of hidden columns included: they are selected as null. */
    List<Field<?>> fields() {
        return fields;
    }

    /** Fields that only columns hidden from the actor show; their values never leave the database. */
    Set<Field<?>> hiddenFrom(Actor actor) {
        var hidden = new LinkedHashSet<Field<?>>();
        var shown = new LinkedHashSet<Field<?>>();
        for (var column : parts.columns.values()) {
            var field = column.field();
            if (field != null) {
                (column.isShownTo(actor) ? shown : hidden).add(field);
            }
        }
        hidden.removeAll(shown);
        return hidden;
    }

    R row(Record record) {
        return java.util.Objects.requireNonNull(parts.mapper).apply(record);
    }

    List<R> enriched(List<R> rows, Actor actor) {
        return parts.enrichment.apply(rows, actor);
    }

    List<Column<R>> columns(Actor actor) {
        return parts.columns.values().stream().filter(column -> column.isShownTo(actor)).toList();
    }

    Optional<Column<R>> column(String key, Actor actor) {
        return Optional.ofNullable(parts.columns.get(key)).filter(column -> column.isShownTo(actor));
    }

    Condition visible(Actor actor) {
        return parts.visible.apply(actor);
    }

    boolean openTo(Actor actor) {
        return parts.openTo.test(actor);
    }

    /** The order that the module wants, unless its column is hidden from the actor: then by id. */
    Sort sort(Actor actor) {
        return Sort.of(this, parts.sort, actor).orElseGet(() -> Sort.byId(this));
    }

    @Nullable BiFunction<String, Actor, Condition> search() {
        return parts.search;
    }

    Map<String, String> presets() {
        return parts.presets;
    }

    List<BulkAction> bulk(Actor actor) {
        return parts.bulk.stream().filter(action -> action.allowed().test(actor)).toList();
    }

    /** Collects what a list is made of. */
    public static final class Builder<R> {

        private final String name;
        private final String path;
        private final Field<UUID> id;
        private final List<Field<?>> selected = new ArrayList<>();
        private final Map<String, Column<R>> columns = new LinkedHashMap<>();
        private final Map<String, String> presets = new LinkedHashMap<>();
        private final List<BulkAction> bulk = new ArrayList<>();
        private @Nullable Table<?> table;
        private @Nullable Function<Record, R> mapper;
        private @Nullable BiFunction<String, Actor, Condition> search;
        private BiFunction<List<R>, Actor, List<R>> enrichment = (rows, actor) -> rows;
        private Function<Actor, Condition> visible = actor -> DSL.noCondition();
        private Predicate<Actor> openTo = actor -> true;
        private String sort = "";

        private Builder(String name, String path, Field<UUID> id) {
            this.name = name;
            this.path = path;
            this.id = id;
        }

        /** A table, or tables joined so that each id comes once. */
        public Builder<R> from(Table<?> rows) {
            table = rows;
            return this;
        }

        /** Fields that the mapper reads beyond those of the columns. */
        public Builder<R> select(Field<?>... more) {
            selected.addAll(List.of(more));
            return this;
        }

        public Builder<R> row(Function<Record, R> fromRecord) {
            mapper = fromRecord;
            return this;
        }

        public Builder<R> column(Column<R> column) {
            if (columns.put(column.key(), column) != null) {
                throw new IllegalStateException(name + " has two columns " + column.key());
            }
            if (column.sort() != null && column.readableWhere() != null) {
                throw new IllegalStateException(column.key() + ": its order would betray values that the reader may not see");
            }
            return this;
        }

        /** Which rows the actor may see at all. */
        public Builder<R> visible(Function<Actor, Condition> rows) {
            visible = rows;
            return this;
        }

        /** Who may open the list. */
        public Builder<R> openTo(Predicate<Actor> reader) {
            openTo = reader;
            return this;
        }

        /** @param order a column's key, with {@code -} in front for descending */
        public Builder<R> sort(String order) {
            sort = order;
            return this;
        }

        /** Finds rows by words typed freely; words are trimmed and at most 200 characters. */
        public Builder<R> search(BiFunction<String, Actor, Condition> words) {
            search = words;
            return this;
        }

        /** Completes the rows of a page in one batch, with what cannot be joined (masked contacts). */
        public Builder<R> enrich(BiFunction<List<R>, Actor, List<R>> batch) {
            enrichment = batch;
            return this;
        }

        /** A view that comes with the list; the first one opens by default. Its label is {@code <list>.view.<key>}. */
        public Builder<R> preset(String key, String query) {
            presets.put(key, query);
            return this;
        }

        public Builder<R> bulk(BulkAction action) {
            bulk.add(action);
            return this;
        }

        public ListDefinition<R> build() {
            if (table == null || mapper == null || columns.isEmpty()) {
                throw new IllegalStateException(name + " needs a table, a mapper and columns");
            }
            return new ListDefinition<>(this);
        }
    }
}
