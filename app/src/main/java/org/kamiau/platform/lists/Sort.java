package org.kamiau.platform.lists;

import java.util.Optional;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Nullability;
import org.jooq.TableField;
import org.kamiau.platform.Actor;

/**
 * The order of a list: one column's expression, ties broken by id in the same direction.
 *
 * @param key the column's key, or {@code id}
 * @param nullable whether there may be rows without a value; those come last in both directions
 */
record Sort(String key, Field<?> field, Field<UUID> id, boolean descending, boolean nullable) {

    private static final String ID = "id";

    /** @param text a column's key, {@code -} in front for descending; empty when the actor cannot sort by it */
    static <R> Optional<Sort> of(ListDefinition<R> list, String text, Actor actor) {
        boolean descending = text.startsWith("-");
        var key = descending ? text.substring(1) : text;
        if (key.equals(ID)) {
            return Optional.of(new Sort(ID, list.id(), list.id(), descending, false));
        }
        return list.column(key, actor)
                .map(Column::sort)
                .map(field -> new Sort(key, field, list.id(), descending, mayBeNull(field, list.id())));
    }

    static Sort byId(ListDefinition<?> list) {
        return new Sort(ID, list.id(), list.id(), false, false);
    }

    /** A NOT NULL column of another table is null again where a left join found nothing. */
    private static boolean mayBeNull(Field<?> field, Field<UUID> id) {
        return !(field instanceof TableField<?, ?> column
                && id instanceof TableField<?, ?> own
                && java.util.Objects.equals(column.getTable(), own.getTable())
                && column.getDataType().nullability() == Nullability.NOT_NULL);
    }

    boolean isById() {
        return field.equals(id);
    }

    @Override
    public String toString() {
        return (descending ? "-" : "") + key;
    }
}
