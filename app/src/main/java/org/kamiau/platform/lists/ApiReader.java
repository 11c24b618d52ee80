package org.kamiau.platform.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kamiau.platform.Characters;
import org.kamiau.platform.Invalid;

/** Reads the parameters of a list in the API; nothing is left out silently. */
final class ApiReader<R> {

    private static final Set<String> RESERVED = Set.of("limit", "cursor", "sort", "q");
    private static final int LONGEST_WORDS = 200;

    private final ListDefinition<R> list;
    private final Reading reading;
    private final Invalid.Findings findings = new Invalid.Findings();

    ApiReader(ListDefinition<R> list, Reading reading) {
        this.list = list;
        this.reading = reading;
    }

    ListState read(Address address) {
        var terms = new ArrayList<Term>();
        for (var name : address.names()) {
            if (!RESERVED.contains(name)) {
                address.all(name).forEach(value -> term(name, value, terms));
            }
        }
        int limit = limit(address.first("limit", "50"));
        var sort = sort(address.first("sort", ""));
        var cursor = cursor(address.first("cursor", ""), sort);
        var words = words(address.first("q", ""));
        findings.raise();
        var filter = new Filter(Filter.Match.ALL, terms, List.of());
        return new ListState(null, false, filter, words.isEmpty() ? null : words, sort, false, List.of(), true, cursor, limit);
    }

    private void term(String name, String value, List<Term> terms) {
        int point = name.indexOf('.');
        var column = point < 0 ? name : name.substring(0, point);
        var operator = point < 0 ? usual(column, value) : name.substring(point + 1);
        try {
            terms.add(Conditions.term(list, new Term.Written(column, operator, value), reading));
        } catch (Unusable unusable) {
            findings.add(name, unusable.code(), unusable.arguments());
        }
    }

    /** A plain name means equality, several codes or members with commas mean any of them, days that day. */
    private String usual(String key, String value) {
        return list.column(key, reading.actor())
                .map(column -> switch (column.kind()) {
                    case CODE, MEMBER, TAGS -> value.contains(",") ? "any-of" : "is";
                    case TEXT, NUMBER, DATE, MOMENT, FLAG -> "is";
                })
                .orElse("is");
    }

    private int limit(String text) {
        if (text.matches("\\d{1,3}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= ListState.MOST) {
            return Integer.parseInt(text);
        }
        findings.add("limit", "lists.unusable.size", ListState.MOST);
        return 1;
    }

    private Sort sort(String text) {
        var usual = list.sort(reading.actor());
        if (text.isEmpty()) {
            return usual;
        }
        return Sort.of(list, text, reading.actor()).orElseGet(() -> {
            findings.add("sort", "lists.unusable.sort", text);
            return usual;
        });
    }

    private Cursor cursor(String text, Sort sort) {
        try {
            return Cursor.read(text, sort);
        } catch (Unusable unusable) {
            findings.add("cursor", unusable.code(), unusable.arguments());
            return Cursor.FIRST;
        }
    }

    private String words(String text) {
        if (text.length() > LONGEST_WORDS) {
            findings.add("q", "lists.unusable.too-long", LONGEST_WORDS);
        } else if (!Characters.printable(text)) {
            findings.add("q", "platform.invalid.control");
        } else if (!text.isEmpty() && list.search() == null) {
            findings.add("q", "lists.unusable.column", "q");
        }
        return text;
    }
}
