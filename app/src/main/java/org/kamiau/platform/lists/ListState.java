package org.kamiau.platform.lists;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list's address says: which view, what is filtered, in which order, which columns, from where.
 *
 * @param view the preset or saved view that it began with
 * @param asView whether it still is that view, so that naming it says everything
 * @param words free text, null when none
 * @param columns keys of the shown columns in their order
 */
record ListState(
        @Nullable String view,
        boolean asView,
        Filter filter,
        @Nullable String words,
        Sort sort,
        boolean defaultSort,
        List<String> columns,
        boolean defaultColumns,
        Cursor cursor,
        int size) {

    static final int USUAL_SIZE = 50;
    static final int MOST = 200;

    ListState {
        columns = List.copyOf(columns);
    }

    ListState with(Filter other) {
        return new ListState(view, false, other, words, sort, defaultSort, columns, defaultColumns, Cursor.FIRST, size);
    }

    ListState with(Sort other) {
        return new ListState(view, false, filter, words, other, false, columns, defaultColumns, Cursor.FIRST, size);
    }

    ListState with(Cursor other) {
        return new ListState(view, asView, filter, words, sort, defaultSort, columns, defaultColumns, other, size);
    }

    ListState withoutWords() {
        return new ListState(view, false, filter, null, sort, defaultSort, columns, defaultColumns, Cursor.FIRST, size);
    }

    /** Everything but the position: what leads to the same list again. */
    Address address() {
        var address = new Address().add("view", view);
        if (!asView) {
            describe(address);
        }
        return size == USUAL_SIZE ? address : address.add("size", String.valueOf(size));
    }

    /** Everything that a saved view keeps, said in full. */
    Address described() {
        return describe(new Address());
    }

    /** As {@link #described()}, but without the parameter that a form brings itself. */
    Address addressWithout(String... names) {
        var all = describe(new Address().add("view", view));
        var rest = new Address();
        all.pairs().stream()
                .filter(pair -> !List.of(names).contains(pair.getKey()))
                .forEach(pair -> rest.add(pair.getKey(), pair.getValue()));
        return size == USUAL_SIZE ? rest : rest.add("size", String.valueOf(size));
    }

    private Address describe(Address address) {
        address.add("match", filter.match().code());
        filter.terms().forEach(term -> address.add("f", term.toString()));
        for (var group : filter.groups()) {
            address.add("match" + group.number(), group.match().code());
            group.terms().forEach(term -> address.add("g" + group.number(), term.toString()));
        }
        address.add("q", words);
        if (!defaultSort) {
            address.add("sort", sort.toString());
        }
        if (!defaultColumns) {
            address.add("columns", String.join(",", columns));
        }
        return address;
    }

    String query() {
        var address = address();
        var position = cursor.text(sort);
        return (position.isEmpty() ? address : address.add("cursor", position)).toString();
    }
}
