package org.kamiau.platform.lists;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Text;

/** A list's conditions, order and values in the reader's words. */
final class Wording {

    private final ListDefinition<?> list;
    private final Reading reading;
    private final Text t;
    private final Function<Set<UUID>, Map<UUID, String>> directory;
    private final Map<UUID, String> names = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();

    Wording(ListDefinition<?> list, Reading reading, Text t, Function<Set<UUID>, Map<UUID, String>> directory) {
        this.list = list;
        this.reading = reading;
        this.t = t;
        this.directory = directory;
    }

    Text text() {
        return t;
    }

    String label(Column<?> column) {
        return t.get(list.name() + ".column." + column.key());
    }

    /** Texts of codes come once per row; formatting each anew would be most of a page's work. */
    String code(Column<?> column, String code) {
        return labels.computeIfAbsent(column.codeText(code), key -> t.has(key) ? t.get(key) : code);
    }

    /** Asks for all names at once, before any of them is said. */
    void learn(Set<UUID> members) {
        var unknown = new HashSet<>(members);
        unknown.removeAll(names.keySet());
        if (!unknown.isEmpty()) {
            names.putAll(directory.apply(unknown));
        }
    }

    void learn(Filter filter) {
        var members = new HashSet<UUID>();
        terms(filter).stream()
                .filter(term -> column(term.column()).kind() == Column.Kind.MEMBER)
                .flatMap(term -> term.values().stream())
                .filter(value -> !value.equals(Conditions.ME))
                .forEach(value -> members.add(UUID.fromString(value)));
        learn(members);
    }

    private static List<Term> terms(Filter filter) {
        var all = new ArrayList<>(filter.terms());
        filter.groups().forEach(group -> all.addAll(group.terms()));
        return all;
    }

    String member(UUID id) {
        return names.getOrDefault(id, t.get("lists.member.unknown"));
    }

    /** A value as a page shows it. */
    String said(Column<?> column, Object value) {
        return switch (value) {
            case Instant moment -> t.dateTime(moment);
            case LocalDate date -> t.date(date);
            case Integer number -> Numbers.grouped(number);
            case Long number -> Numbers.grouped(number);
            default -> plain(column, value);
        };
    }

    /** A value that is not a number or a date in words: names, labels, tags. */
    String plain(Column<?> column, Object value) {
        return switch (value) {
            case MemberId member -> member(member.value());
            case UUID member when column.kind() == Column.Kind.MEMBER -> member(member);
            case Boolean flag -> t.get(flag ? "lists.value.yes" : "lists.value.no");
            case BigDecimal number -> number.toPlainString();
            case Collection<?> tags -> tags.stream().map(String::valueOf).collect(Collectors.joining(", "));
            default -> column.kind() == Column.Kind.CODE ? code(column, value.toString()) : value.toString();
        };
    }

    Column<?> column(String key) {
        return list.column(key, reading.actor()).orElseThrow();
    }

    String operator(Operator operator, Column.Kind kind) {
        var special = "lists.operator." + kind.name().toLowerCase(Locale.ROOT) + "." + operator.code();
        return t.get(t.has(special) ? special : "lists.operator." + operator.code());
    }

    /** How an operator is offered where one chooses it. */
    String choice(String code, Column.Kind kind) {
        var special = "lists.choose." + kind.name().toLowerCase(Locale.ROOT) + "." + code;
        return t.get(t.has(special) ? special : "lists.choose." + code);
    }

    /** "MQL or Assigned", "3 to 5", "me". */
    String values(Term term) {
        var column = column(term.column());
        var said = term.values().stream().map(value -> value(column, term.operator(), value)).toList();
        if (said.size() == 2 && term.operator() == Operator.BETWEEN) {
            return t.get("lists.value.between", said.getFirst(), said.getLast());
        }
        return String.join(t.get("lists.value.or"), said);
    }

    private String value(Column<?> column, Operator operator, String value) {
        if (operator == Operator.LAST_DAYS || operator == Operator.NEXT_DAYS) {
            return t.get("lists.value." + operator.code(), Integer.parseInt(value));
        }
        return switch (column.kind()) {
            case CODE -> code(column, value);
            case MEMBER -> value.equals(Conditions.ME) ? t.get("lists.value.me") : member(UUID.fromString(value));
            case FLAG -> t.get(value.equals("yes") || value.equals("true") ? "lists.value.yes" : "lists.value.no");
            case TEXT -> t.get("lists.value.quoted", value);
            case NUMBER, DATE, MOMENT, TAGS -> value;
        };
    }

    /** A whole condition: "Stage is MQL". */
    String term(Term term) {
        var column = column(term.column());
        var operator = operator(term.operator(), column.kind());
        return term.operator().bare()
                ? t.get("lists.term.bare", label(column), operator)
                : t.get("lists.term", label(column), operator, values(term));
    }

    /** What the list shows in one line of words, for "why am I seeing this". */
    List<String> conditions(ListState state) {
        var said = new ArrayList<String>();
        var filter = state.filter();
        var all = new ArrayList<>(filter.terms().stream().map(this::term).toList());
        for (var group : filter.groups()) {
            all.add(t.get("lists.group", group.terms().stream().map(this::term).collect(Collectors.joining(join(group.match())))));
        }
        if (!all.isEmpty()) {
            said.add(String.join(join(filter.match()), all));
        }
        if (state.words() != null) {
            said.add(t.get("lists.words", state.words()));
        }
        if (!state.sort().isById()) {
            said.add(order(state.sort()));
        }
        return said;
    }

    String join(Filter.Match match) {
        return t.get("lists.join." + match.code());
    }

    private String order(Sort sort) {
        var column = column(sort.key());
        var kind = switch (column.kind()) {
            case DATE, MOMENT -> "moment";
            case NUMBER -> "number";
            case TEXT, CODE, MEMBER, FLAG, TAGS -> "text";
        };
        return t.get("lists.order." + kind + (sort.descending() ? ".descending" : ".ascending"), label(column));
    }
}
