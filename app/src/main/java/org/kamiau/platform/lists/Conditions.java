package org.kamiau.platform.lists;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.kamiau.platform.Characters;

/** Turns a written condition into SQL, or says why it cannot. */
final class Conditions {

    private static final int LONGEST_VALUE = 200;
    private static final int MOST_VALUES = 100;
    static final String ME = "me";

    private Conditions() {}

    /** Raises {@link Unusable} when column, operator and value do not go together, or the actor may not. */
    static <R> Term term(ListDefinition<R> list, Term.Written written, Reading reading) {
        var column = list.column(written.column(), reading.actor())
                .filter(Column::isFilterable)
                .orElseThrow(() -> new Unusable("column", written.column()));
        var operator = Operator.of(written.operator())
                .filter(column.kind().operators()::contains)
                .orElseThrow(() -> new Unusable("operator", written.operator()));
        var values = operator.bare() ? List.<String>of() : checked(Term.values(operator, written.value()));
        var condition = condition(column, operator, values, reading);
        var readable = column.readableWhere();
        return new Term(column.key(), operator, values,
                readable == null ? condition : readable.apply(reading.actor()).and(condition));
    }

    private static List<String> checked(List<String> values) {
        if (values.isEmpty() || values.getFirst().isBlank()) {
            throw new Unusable("no-value");
        }
        if (values.size() > MOST_VALUES) {
            throw new Unusable("too-many-values", MOST_VALUES);
        }
        for (var value : values) {
            if (value.length() > LONGEST_VALUE) {
                throw new Unusable("too-long", LONGEST_VALUE);
            }
            if (!Characters.printable(value)) {
                throw new Unusable("value", "");
            }
        }
        return values.stream().map(String::strip).toList();
    }

    @SuppressWarnings("unchecked")
    private static Condition condition(Column<?> column, Operator operator, List<String> values, Reading reading) {
        var field = java.util.Objects.requireNonNull(column.field());
        return switch (column.kind()) {
            case TEXT -> text(column, (Field<String>) field, operator, values);
            case NUMBER -> Amounts.condition((Field<? extends Number>) field, operator, values);
            case DATE, MOMENT -> Days.condition(field, column.within(), operator, values, reading);
            case CODE -> among((Field<String>) field, operator, codes(column, values).toArray(String[]::new));
            case MEMBER -> among((Field<UUID>) field, operator, members(values, reading).toArray(UUID[]::new));
            case FLAG -> flag((Field<Boolean>) field, values.getFirst());
            case TAGS -> tags((Field<String[]>) field, operator, values);
        };
    }

    private static Condition text(Column<?> column, Field<String> shown, Operator operator, List<String> values) {
        var matching = column.matching();
        if (operator.bare()) {
            var empty = shown.isNull().or(shown.eq(""));
            return operator == Operator.EMPTY ? empty : empty.not();
        }
        var field = matching == null ? shown : matching.key();
        var value = matching == null ? values.getFirst() : matching.normaliser().apply(values.getFirst());
        if (value.isEmpty()) {
            throw new Unusable("value", values.getFirst());
        }
        return switch (operator) {
            case IS -> field.eq(value);
            case IS_NOT -> field.isDistinctFrom(value);
            case CONTAINS -> like(matching, field, "%" + literal(value) + "%");
            case LACKS -> field.isNull().or(like(matching, field, "%" + literal(value) + "%").not());
            case STARTS -> like(matching, field, literal(value) + "%");
            case ANY_OF, NONE_OF, AT_LEAST, AT_MOST, BETWEEN, BEFORE, AFTER, LAST_DAYS, NEXT_DAYS, EMPTY, FILLED ->
                throw new Unusable("operator", operator.code());
        };
    }

    private static Condition like(Column.@org.jspecify.annotations.Nullable Matching matching, Field<String> field, String pattern) {
        return matching == null ? field.likeIgnoreCase(pattern) : field.like(pattern);
    }

    /** Backslash is PostgreSQL's own escape: an ESCAPE clause would keep the trigram index out. */
    private static String literal(String value) {
        return value.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** One value is compared plainly and several with {@code = any(array)}: few shapes of SQL, all indexable. */
    private static <T> Condition among(Field<T> field, Operator operator, T[] values) {
        return switch (operator) {
            case IS, ANY_OF -> values.length == 1 ? field.eq(values[0]) : field.eq(any(values));
            case IS_NOT, NONE_OF -> field.isNull().or(field.eq(any(values)).not());
            case EMPTY -> field.isNull();
            case FILLED -> field.isNotNull();
            case CONTAINS, LACKS, STARTS, AT_LEAST, AT_MOST, BETWEEN, BEFORE, AFTER, LAST_DAYS, NEXT_DAYS ->
                throw new Unusable("operator", operator.code());
        };
    }

    private static List<String> codes(Column<?> column, List<String> values) {
        for (var value : values) {
            if (!column.codes().contains(value)) {
                throw new Unusable("value", value);
            }
        }
        return values;
    }

    private static List<UUID> members(List<String> values, Reading reading) {
        var ids = new ArrayList<UUID>();
        for (var value : values) {
            ids.add(value.equals(ME) ? reading.actor().id().value() : member(value));
        }
        return ids;
    }

    private static UUID member(String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException noId) {
            throw new Unusable("member", value);
        }
    }

    private static Condition flag(Field<Boolean> field, String value) {
        return switch (value) {
            case "yes", "true" -> field.eq(true);
            case "no", "false" -> field.eq(false).or(field.isNull());
            default -> throw new Unusable("value", value);
        };
    }

    private static Condition tags(Field<String[]> field, Operator operator, List<String> values) {
        var overlap = DSL.condition("{0} && {1}::text[]", field, val(values.toArray(String[]::new)));
        var empty = field.isNull().or(DSL.condition("cardinality({0}) = 0", field));
        return switch (operator) {
            case IS, ANY_OF -> overlap;
            case IS_NOT, NONE_OF -> field.isNull().or(overlap.not());
            case EMPTY -> empty;
            case FILLED -> empty.not();
            case CONTAINS, LACKS, STARTS, AT_LEAST, AT_MOST, BETWEEN, BEFORE, AFTER, LAST_DAYS, NEXT_DAYS ->
                throw new Unusable("operator", operator.code());
        };
    }
}
