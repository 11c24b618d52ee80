package org.kamiau.platform.lists;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Characters;

/**
 * Reads an address into a list's state. What means nothing here, or is not for this reader, is handed to
 * whoever listens and left out.
 */
final class StateReader<R> {

    static final int MOST_GROUPS = 9;
    private static final int MOST_TERMS = 30;
    private static final int LONGEST_WORDS = 200;
    private static final List<String> DESCRIBING = List.of("match", "f", "q", "sort", "columns");

    private final ListDefinition<R> list;
    private final Reading reading;
    private final Consumer<Unusable> trouble;
    private int terms;

    StateReader(ListDefinition<R> list, Reading reading, Consumer<Unusable> trouble) {
        this.list = list;
        this.reading = reading;
        this.trouble = trouble;
    }

    /** Says in the address itself what is wanted, instead of naming a view. */
    static boolean describes(Address address) {
        return DESCRIBING.stream().anyMatch(address::has)
                || Stream.iterate(1, n -> n + 1).limit(MOST_GROUPS).anyMatch(n -> address.has("g" + n));
    }

    /** Whether a parameter belongs to a list's address, and not to a form around it. */
    static boolean isOfList(String name) {
        return DESCRIBING.contains(name) || name.matches("view|size|g[1-9]|match[1-9]");
    }

    /**
     * @param view the view that the address names or that opens by default
     * @param content what that view holds; asked only when the address does not say itself what it wants
     */
    ListState read(Address address, @Nullable String view, String content) {
        boolean described = describes(address);
        var from = described ? address : Address.of(content);
        var sort = sort(from);
        var columns = columns(from);
        var chosen = columns.isEmpty() ? usualColumns() : columns;
        var effective = sort == null ? list.sort(reading.actor()) : sort;
        return new ListState(
                view, !described, filter(from), words(from), effective, sort == null, chosen, columns.isEmpty(),
                cursor(address, effective), size(address));
    }

    private Filter filter(Address from) {
        var groups = new ArrayList<Filter.Group>();
        var match = match(from, "match", Filter.Match.ALL);
        for (int n = 1; n <= MOST_GROUPS; n++) {
            groups.add(new Filter.Group(n, match(from, "match" + n, match.other()), terms(from.all("g" + n))));
        }
        return new Filter(match, terms(from.all("f")), groups);
    }

    private Filter.Match match(Address from, String name, Filter.Match otherwise) {
        var text = from.first(name);
        if (text == null) {
            return otherwise;
        }
        return Filter.Match.of(text).orElseGet(() -> {
            trouble.accept(new Unusable("match", text));
            return otherwise;
        });
    }

    private List<Term> terms(List<String> texts) {
        var read = new ArrayList<Term>();
        for (var text : texts) {
            try {
                if (++terms > MOST_TERMS) {
                    throw new Unusable("too-many", MOST_TERMS);
                }
                read.add(Conditions.term(list, Term.Written.of(text), reading));
            } catch (Unusable unusable) {
                trouble.accept(unusable);
            }
        }
        return read;
    }

    private @Nullable String words(Address from) {
        var words = from.first("q");
        if (words == null || list.search() == null) {
            return null;
        }
        if (words.length() > LONGEST_WORDS) {
            trouble.accept(new Unusable("too-long", LONGEST_WORDS));
            return null;
        }
        if (!Characters.printable(words)) {
            trouble.accept(new Unusable("value", ""));
            return null;
        }
        return words;
    }

    private @Nullable Sort sort(Address from) {
        var text = from.first("sort");
        if (text == null) {
            return null;
        }
        var sort = Sort.of(list, text, reading.actor());
        if (sort.isEmpty()) {
            trouble.accept(new Unusable("sort", text));
        }
        return sort.orElse(null);
    }

    private List<String> columns(Address from) {
        var keys = new LinkedHashSet<String>();
        for (var value : from.all("columns")) {
            for (var key : value.split(",")) {
                if (list.column(key.strip(), reading.actor()).isPresent()) {
                    keys.add(key.strip());
                } else {
                    trouble.accept(new Unusable("column", key.strip()));
                }
            }
        }
        if (keys.isEmpty()) {
            return List.of();
        }
        var main = list.columns(reading.actor()).stream().filter(Column::isMain).map(Column::key);
        return Stream.concat(main, keys.stream()).distinct().toList();
    }

    private List<String> usualColumns() {
        return list.columns(reading.actor()).stream().filter(column -> !column.isOptional()).map(Column::key).toList();
    }

    private Cursor cursor(Address address, Sort sort) {
        try {
            return Cursor.read(address.first("cursor", ""), sort);
        } catch (Unusable unusable) {
            trouble.accept(unusable);
            return Cursor.FIRST;
        }
    }

    private int size(Address address) {
        try {
            return Math.clamp(Integer.parseInt(address.first("size", "50")), 1, ListState.MOST);
        } catch (NumberFormatException noNumber) {
            trouble.accept(new Unusable("size", ListState.MOST));
            return ListState.USUAL_SIZE;
        }
    }
}
