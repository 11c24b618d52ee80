package org.kamiau.platform.lists;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page by the position of its first row, so that the last page costs what the first one costs.
 *
 * <p>PostgreSQL uses an index on {@code (value, id)} for {@code (value, id) > (…)} in either direction, but
 * not for "empty values last" in both. So rows with a value and rows without are read one after the other,
 * each with the same plain index; the second question is asked only when the first ran dry.
 */
final class Keyset {

    /** The rows with a value of the order's expression come first, the others behind them. */
    enum Phase {
        FILLED,
        EMPTY
    }

    /** @param record what was asked for; ids and order values stand beside it */
    record Line(UUID id, @Nullable Object value, Record record) {}

    /** A page in its order, and whether there is more before and behind it. */
    record Slice(List<Line> lines, boolean more, boolean earlier) {

        /** Where the next page begins; asked only when there is more. */
        Cursor behind() {
            return Cursor.after(lines.getLast().id(), lines.getLast().value());
        }
    }

    private final DSLContext sql;
    private final Table<?> table;
    private final List<Field<?>> fields;
    private final Set<Field<?>> hidden;
    private final Condition condition;
    private final Sort sort;

    Keyset(DSLContext sql, Table<?> table, List<Field<?>> fields, Set<Field<?>> hidden, Condition condition, Sort sort) {
        this.sql = sql;
        this.table = table;
        this.fields = fields;
        this.hidden = hidden;
        this.condition = condition;
        this.sort = sort;
    }

    Slice read(Cursor cursor, int size) {
        var lines = new ArrayList<Line>(size + 1);
        var from = cursor;
        for (var phase : phases(cursor)) {
            lines.addAll(question(phase, from, size + 1 - lines.size()).coerce(coerced()).fetch(Keyset::line));
            if (lines.size() > size) {
                break;
            }
            from = cursor.backward() ? Cursor.LAST : Cursor.FIRST;
        }
        boolean more = lines.size() > size;
        var kept = more ? lines.subList(0, size) : lines;
        boolean came = cursor.id() != null;
        return cursor.backward()
                ? new Slice(List.copyOf(kept.reversed()), came, more)
                : new Slice(List.copyOf(kept), more, came);
    }

    List<Phase> phases(Cursor cursor) {
        if (!sort.nullable()) {
            return List.of(Phase.FILLED);
        }
        var order = cursor.backward() ? List.of(Phase.EMPTY, Phase.FILLED) : List.of(Phase.FILLED, Phase.EMPTY);
        if (cursor.id() == null) {
            return order;
        }
        var at = cursor.value() == null ? Phase.EMPTY : Phase.FILLED;
        return order.subList(order.indexOf(at), order.size());
    }

    /** What the database is asked for one phase. */
    Select<Record> question(Phase phase, Cursor cursor, int limit) {
        boolean falling = sort.descending() != cursor.backward();
        return sql.select(selected())
                .from(table)
                .where(condition)
                .and(in(phase))
                .and(beyond(cursor, falling))
                .orderBy(order(falling))
                .limit(limit);
    }

    private Condition in(Phase phase) {
        if (!sort.nullable()) {
            return noCondition();
        }
        return switch (phase) {
            case FILLED -> sort.field().isNotNull();
            case EMPTY -> sort.field().isNull();
        };
    }

    @SuppressWarnings("unchecked")
    private Condition beyond(Cursor cursor, boolean falling) {
        if (cursor.id() == null) {
            return noCondition();
        }
        if (sort.isById() || cursor.value() == null) {
            return falling ? sort.id().lt(cursor.id()) : sort.id().gt(cursor.id());
        }
        var field = (Field<Object>) sort.field();
        var here = row(field, sort.id());
        var there = row(val(cursor.value(), field.getDataType()), val(cursor.id()));
        return falling ? here.lt(there) : here.gt(there);
    }

    /** The value stands in the order of empty rows too: that is what makes the index fit. */
    private List<SortField<?>> order(boolean falling) {
        var fields = sort.isById() ? List.<Field<?>>of(sort.id()) : List.<Field<?>>of(sort.field(), sort.id());
        return fields.stream().<SortField<?>>map(field -> falling ? field.desc() : field.asc()).toList();
    }

    private List<Field<?>> selected() {
        var all = new ArrayList<Field<?>>(fields.size() + 2);
        all.add(sort.id().as("line_id"));
        all.add(sort.field().as("line_value"));
        for (var field : fields) {
            all.add(hidden.contains(field) ? castNull(field) : field);
        }
        return all;
    }

    /** Records answer to the fields themselves, hidden ones included, whatever was selected in their place. */
    private List<Field<?>> coerced() {
        var all = new ArrayList<Field<?>>(fields.size() + 2);
        all.add(DSL.field(DSL.name("line_id"), UUID.class));
        all.add(DSL.field(DSL.name("line_value"), sort.field().getDataType()));
        all.addAll(fields);
        return all;
    }

    private static Line line(Record record) {
        return new Line(record.get(0, UUID.class), record.get(1), record);
    }
}
