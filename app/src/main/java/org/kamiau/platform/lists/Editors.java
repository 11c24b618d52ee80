package org.kamiau.platform.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Directory;

/** The small form in which one condition is written: opened by an address, read back from its fields. */
final class Editors {

    private static final String RANGE = "range";

    private Editors() {}

    /** The editor that {@code add=COLUMN} (with {@code in=GROUP}) or {@code edit=GROUP.POSITION} opens. */
    static FilterBar.@Nullable Editor of(
            ListDefinition<?> list, ListState state, Address address, Wording words, Reading reading) {
        var edited = address.first("edit");
        if (edited != null) {
            return edited.matches("\\d\\.\\d{1,2}") ? edited(list, state, edited, words) : null;
        }
        var column = list.column(address.first("add", ""), reading.actor()).filter(Column::isFilterable);
        if (column.isEmpty()) {
            return null;
        }
        return editor(list, state, state, column.get(), group(address), null, words);
    }

    /** The group that a condition is meant for; 0 is the top level. */
    static int group(Address address) {
        var text = address.first("in", "0");
        return text.matches("[0-9]") ? Integer.parseInt(text) : 0;
    }

    private static FilterBar.@Nullable Editor edited(ListDefinition<?> list, ListState state, String edited, Wording words) {
        int group = edited.charAt(0) - '0';
        int position = Integer.parseInt(edited.substring(2));
        var terms = group == 0
                ? state.filter().terms()
                : state.filter().groups().stream()
                        .filter(each -> each.number() == group)
                        .findFirst()
                        .map(Filter.Group::terms)
                        .orElse(List.of());
        if (position >= terms.size()) {
            return null;
        }
        var term = terms.get(position);
        var rest = state.with(state.filter().without(group, position));
        return editor(list, state, rest, words.column(term.column()), group, term, words);
    }

    private static FilterBar.Editor editor(
            ListDefinition<?> list, ListState state, ListState rest, Column<?> column, int group, @Nullable Term term, Wording words) {
        var values = term == null ? List.<String>of() : term.values();
        boolean days = term != null && (term.operator() == Operator.LAST_DAYS || term.operator() == Operator.NEXT_DAYS);
        var query = state.query();
        return new FilterBar.Editor(
                column.key(),
                words.label(column),
                column.kind(),
                group,
                operators(column.kind(), term, words),
                column.codes().stream().map(code -> new FilterBar.Choice(code, words.code(column, code), values.contains(code))).toList(),
                typed(column, values, words),
                bound(term, true),
                bound(term, false),
                days ? values.getFirst() : "7",
                column.kind() == Column.Kind.MEMBER && (term == null || values.contains(Conditions.ME)),
                rest.addressWithout().pairs(),
                query.isEmpty() ? list.path() : list.path() + "?" + query);
    }

    private static String typed(Column<?> column, List<String> values, Wording words) {
        return switch (column.kind()) {
            case MEMBER -> String.join(", ", values.stream()
                    .filter(value -> !value.equals(Conditions.ME))
                    .map(id -> words.member(UUID.fromString(id)))
                    .toList());
            case TEXT, FLAG -> values.isEmpty() ? "" : values.getFirst();
            case TAGS -> String.join(", ", values);
            case CODE, NUMBER, DATE, MOMENT -> "";
        };
    }

    private static String bound(@Nullable Term term, boolean lower) {
        if (term == null) {
            return "";
        }
        return switch (term.operator()) {
            case BETWEEN -> lower ? term.values().getFirst() : term.values().getLast();
            case IS -> term.values().getFirst();
            case AT_LEAST, AFTER -> lower ? term.values().getFirst() : "";
            case AT_MOST, BEFORE -> lower ? "" : term.values().getFirst();
            case IS_NOT, ANY_OF, NONE_OF, CONTAINS, LACKS, STARTS, LAST_DAYS, NEXT_DAYS, EMPTY, FILLED -> "";
        };
    }

    /** From and to are two fields of one choice; an open side makes it "at least" or "at most". */
    private static List<FilterBar.Choice> operators(Column.Kind kind, @Nullable Term term, Wording words) {
        var codes = switch (kind) {
            case TEXT -> List.of("contains", "is", "starts", "is-not", "lacks", "empty", "filled");
            case NUMBER -> List.of(RANGE, "empty", "filled");
            case DATE, MOMENT -> List.of(RANGE, "last-days", "next-days", "empty", "filled");
            case CODE, MEMBER, TAGS -> List.of("any-of", "none-of", "empty", "filled");
            case FLAG -> List.of("is");
        };
        var chosen = term == null ? codes.getFirst() : written(term.operator(), codes);
        return codes.stream().map(code -> new FilterBar.Choice(code, label(code, kind, words), code.equals(chosen))).toList();
    }

    private static String written(Operator operator, List<String> codes) {
        if (codes.contains(operator.code())) {
            return operator.code();
        }
        return switch (operator) {
            case IS -> codes.contains(RANGE) ? RANGE : "any-of";
            case IS_NOT -> codes.contains(RANGE) ? RANGE : "none-of";
            case ANY_OF, NONE_OF, CONTAINS, LACKS, STARTS, AT_LEAST, AT_MOST, BETWEEN, BEFORE, AFTER, LAST_DAYS, NEXT_DAYS,
                    EMPTY, FILLED -> RANGE;
        };
    }

    private static String label(String code, Column.Kind kind, Wording words) {
        return words.choice(code, kind);
    }

    /**
     * The condition that the form's fields say, as it stands in an address ({@code stage.any-of.mql}). Names of
     * members become their ids when the directory knows them; what is wrong stays as typed, so that the page
     * can say so.
     */
    static String written(Address form, Column.Kind kind, @Nullable Directory directory) {
        var column = form.first("add", "");
        var operator = form.first("op", "is");
        if (operator.equals(RANGE)) {
            return column + "." + range(form.first("from", ""), form.first("to", ""));
        }
        var known = Operator.of(operator);
        if (known.isEmpty() || known.get().bare()) {
            return column + "." + operator;
        }
        var value = switch (known.get()) {
            case LAST_DAYS, NEXT_DAYS -> form.first("days", "");
            case IS, IS_NOT, ANY_OF, NONE_OF, CONTAINS, LACKS, STARTS, AT_LEAST, AT_MOST, BETWEEN, BEFORE, AFTER, EMPTY, FILLED ->
                Term.joined(known.get(), values(form, kind, directory));
        };
        return column + "." + operator + "." + value;
    }

    private static String range(String from, String to) {
        if (to.isEmpty()) {
            return "at-least." + from;
        }
        if (from.isEmpty()) {
            return "at-most." + to;
        }
        return from.equals(to) ? "is." + from : "between." + Term.joined(Operator.BETWEEN, List.of(from.replace(",", ""), to.replace(",", "")));
    }

    private static List<String> values(Address form, Column.Kind kind, @Nullable Directory directory) {
        var values = new ArrayList<String>();
        for (var value : form.all("value")) {
            switch (kind) {
                case MEMBER -> {
                    for (var name : value.split("[,、，]")) {
                        values.add(member(name.strip(), directory));
                    }
                }
                case TAGS -> values.addAll(List.of(value.split("\\s*[,、，]\\s*")));
                case TEXT, NUMBER, DATE, MOMENT, CODE, FLAG -> values.add(value);
            }
        }
        return values;
    }

    private static String member(String name, @Nullable Directory directory) {
        if (name.equals(Conditions.ME) || directory == null || name.matches("[0-9a-fA-F-]{36}")) {
            return name;
        }
        var found = directory.search(name);
        var exact = found.stream().filter(person -> person.name().equals(name)).findFirst();
        return exact.or(() -> found.stream().findFirst()).map(person -> person.id().toString()).orElse(name);
    }
}
