package org.kamiau.platform.lists;

import static org.kamiau.platform.lists.Operator.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;

/**
 * A column of a list: what it is compared by (a field, or none), and what it shows of a row. Its label is
 * {@code <list>.column.<key>}.
 *
 * @param <R> what one row is
 */
public final class Column<R> {

    /** What stands in a column, and which conditions make sense of it. */
    public enum Kind {
        TEXT(CONTAINS, IS, STARTS, IS_NOT, LACKS, EMPTY, FILLED),
        NUMBER(AT_LEAST, AT_MOST, BETWEEN, IS, IS_NOT, EMPTY, FILLED),
        DATE(IS, AT_LEAST, AT_MOST, BETWEEN, BEFORE, AFTER, LAST_DAYS, NEXT_DAYS, EMPTY, FILLED),
        MOMENT(IS, AT_LEAST, AT_MOST, BETWEEN, BEFORE, AFTER, LAST_DAYS, NEXT_DAYS, EMPTY, FILLED),
        CODE(ANY_OF, NONE_OF, IS, IS_NOT, EMPTY, FILLED),
        MEMBER(ANY_OF, NONE_OF, IS, IS_NOT, EMPTY, FILLED),
        FLAG(IS),
        TAGS(ANY_OF, NONE_OF, IS, IS_NOT, EMPTY, FILLED);

        private final List<Operator> operators;

        Kind(Operator... operators) {
            this.operators = List.of(operators);
        }

        public List<Operator> operators() {
            return operators;
        }
    }

    /** What a row shows in this column: text, number, date, moment, code, member, flag, list of tags; or nothing. */
    public interface Value<R> {
        @Nullable Object of(R row);
    }

    /** A key that texts are compared by, e.g. company names without their legal form. */
    record Matching(Field<String> key, UnaryOperator<String> normaliser) {}

    /** Rows of which something lies in a stretch of time: from (inclusive) to (exclusive), null where it is open. */
    public interface Within {
        Condition stretch(@Nullable Instant from, @Nullable Instant to);
    }

    private static final class Traits {
        @Nullable Field<?> sort;
        boolean filterable = true;
        boolean optional;
        boolean main;
        Predicate<Actor> shownTo = actor -> true;
        @Nullable Function<Actor, Condition> readableWhere;
        @Nullable Matching matching;
        @Nullable Within within;
        String texts = "";
        List<String> codes = List.of();

        Traits copy() {
            var copy = new Traits();
            copy.sort = sort;
            copy.filterable = filterable;
            copy.optional = optional;
            copy.main = main;
            copy.shownTo = shownTo;
            copy.readableWhere = readableWhere;
            copy.matching = matching;
            copy.within = within;
            copy.texts = texts;
            copy.codes = codes;
            return copy;
        }
    }

    private final String key;
    private final Kind kind;
    private final @Nullable Field<?> field;
    private final Value<R> value;
    private final Traits traits;

    private Column(String key, Kind kind, @Nullable Field<?> field, Value<R> value, Traits traits) {
        if (!key.matches("[a-zA-Z][a-zA-Z0-9_-]{0,39}")) {
            throw new IllegalArgumentException(key + " cannot stand in an address as a column");
        }
        this.key = key;
        this.kind = kind;
        this.field = field;
        this.value = value;
        this.traits = traits;
    }

    private Column(String key, Kind kind, @Nullable Field<?> field, Value<R> value) {
        this(key, kind, field, value, new Traits());
    }

    public static <R> Column<R> text(String key, @Nullable Field<String> field, Value<R> value) {
        return new Column<>(key, Kind.TEXT, field, value);
    }

    public static <R> Column<R> number(String key, @Nullable Field<? extends Number> field, Value<R> value) {
        return new Column<>(key, Kind.NUMBER, field, value);
    }

    public static <R> Column<R> date(String key, @Nullable Field<LocalDate> field, Value<R> value) {
        return new Column<>(key, Kind.DATE, field, value);
    }

    public static <R> Column<R> moment(String key, @Nullable Field<Instant> field, Value<R> value) {
        return new Column<>(key, Kind.MOMENT, field, value);
    }

    /** @param texts what stands before the code in its message key, e.g. {@code leads.stage} */
    public static <R> Column<R> code(
            String key, @Nullable Field<String> field, Value<R> value, String texts, List<String> codes) {
        return new Column<>(key, Kind.CODE, field, value).with(traits -> {
            traits.texts = texts;
            traits.codes = List.copyOf(codes);
        });
    }

    public static <R> Column<R> member(String key, @Nullable Field<UUID> field, Value<R> value) {
        return new Column<>(key, Kind.MEMBER, field, value);
    }

    public static <R> Column<R> flag(String key, @Nullable Field<Boolean> field, Value<R> value) {
        return new Column<>(key, Kind.FLAG, field, value);
    }

    public static <R> Column<R> tags(String key, @Nullable Field<String[]> field, Value<R> value) {
        return new Column<>(key, Kind.TAGS, field, value);
    }

    private Column<R> with(Consumer<Traits> change) {
        var copy = traits.copy();
        change.accept(copy);
        return new Column<>(key, kind, field, value, copy);
    }

    /** There is an index on (field, id), plain ascending; both directions and empty values use it. */
    public Column<R> sortable() {
        if (field == null) {
            throw new IllegalStateException(key + " has no field to sort by");
        }
        return sortable(field);
    }

    /** Sorted by an expression that has an index with the id behind it, e.g. kana in Japanese order. */
    public Column<R> sortable(Field<?> expression) {
        return with(traits -> traits.sort = expression);
    }

    public Column<R> unfiltered() {
        return with(traits -> traits.filterable = false);
    }

    /** Not shown until somebody chooses it. */
    public Column<R> optional() {
        return with(traits -> traits.optional = true);
    }

    /** Names the row: always shown, and the title of its card on the phone. */
    public Column<R> main() {
        return with(traits -> traits.main = true);
    }

    /** For everybody else the column does not exist: not selected, filtered, sorted, exported. */
    public Column<R> shownTo(Predicate<Actor> reader) {
        return with(traits -> traits.shownTo = reader);
    }

    /** Conditions on this column match only rows whose value the actor may read in full. */
    public Column<R> readableWhere(Function<Actor, Condition> readable) {
        return with(traits -> traits.readableWhere = readable);
    }

    /** Text conditions compare with a normalised key instead of the field. */
    public Column<R> matching(Field<String> normalised, UnaryOperator<String> normaliser) {
        return with(traits -> traits.matching = new Matching(normalised, normaliser));
    }

    /** Times are compared by something other than the field, e.g. by each of many moments of which the field is the last. */
    public Column<R> within(Within rows) {
        return with(traits -> traits.within = rows);
    }

    public String key() {
        return key;
    }

    public Kind kind() {
        return kind;
    }

    public List<String> codes() {
        return traits.codes;
    }

    public boolean isMain() {
        return traits.main;
    }

    @Nullable Field<?> field() {
        return field;
    }

    @Nullable Object value(R row) {
        return value.of(row);
    }

    String codeText(String code) {
        return traits.texts + "." + code;
    }

    boolean isOptional() {
        return traits.optional;
    }

    boolean isFilterable() {
        return traits.filterable && field != null;
    }

    boolean isShownTo(Actor actor) {
        return traits.shownTo.test(actor);
    }

    @Nullable Field<?> sort() {
        return traits.sort;
    }

    @Nullable Within within() {
        return traits.within;
    }

    @Nullable Matching matching() {
        return traits.matching;
    }

    @Nullable Function<Actor, Condition> readableWhere() {
        return traits.readableWhere;
    }
}
