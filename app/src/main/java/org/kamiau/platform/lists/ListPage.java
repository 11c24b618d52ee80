package org.kamiau.platform.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, ready to be drawn: rows, columns, and the addresses that lead on.
 *
 * @param <R> what one row is
 */
public final class ListPage<R> {

    /** A row and the id of its record. */
    public record Line<R>(UUID id, R row) {}

    /**
     * A shown column.
     *
     * @param sorted {@code ascending}, {@code descending}, or null
     * @param sortLink where a click on the heading leads, null when the column cannot be sorted by
     */
    public record Head(
            String key, String label, Column.Kind kind, boolean main, @Nullable String sorted, @Nullable String sortLink) {
        public boolean is(String other) {
            return key.equals(other);
        }

        public boolean numeric() {
            return kind == Column.Kind.NUMBER;
        }
    }

    /** A view above the list. @param mark {@code own}, {@code shared} or empty for one that came with the list */
    public record Tab(String id, String label, String link, boolean current, String mark) {}

    /** What somebody may choose to show or filter by. */
    public record Choice(String key, String label, boolean chosen, String link) {}

    private final ListDefinition<R> list;
    private final ListState state;
    private final Wording words;
    private final Reading reading;
    private final List<Line<R>> lines;
    private final Keyset.Slice slice;
    private final ViewChoices.Choice views;
    private final List<String> troubles;
    private final FilterBar filterBar;
    private final List<Head> heads;
    private final Map<String, Column<R>> shown;
    private final List<BulkAction> bulk;

    ListPage(
            ListDefinition<R> list,
            ListState state,
            Wording words,
            Reading reading,
            List<Line<R>> lines,
            Keyset.Slice slice,
            ViewChoices.Choice views,
            List<String> troubles,
            FilterBar filterBar) {
        this.list = list;
        this.state = state;
        this.words = words;
        this.reading = reading;
        this.lines = List.copyOf(lines);
        this.slice = slice;
        this.views = views;
        this.troubles = List.copyOf(troubles);
        this.filterBar = filterBar;
        this.shown = list.columns(reading.actor()).stream().collect(Collectors.toMap(Column::key, column -> column));
        this.heads = state.columns().stream().map(key -> head(shown(key))).toList();
        this.bulk = list.bulk(reading.actor());
    }

    private Column<R> shown(String key) {
        return java.util.Objects.requireNonNull(shown.get(key));
    }

    private Head head(Column<R> column) {
        boolean current = state.sort().key().equals(column.key());
        var next = Sort.of(list, (current && !state.sort().descending() ? "-" : "") + column.key(), reading.actor());
        return new Head(
                column.key(),
                words.label(column),
                column.kind(),
                column.isMain(),
                !current ? null : state.sort().descending() ? "descending" : "ascending",
                next.map(sort -> link(state.with(sort))).orElse(null));
    }

    private String link(ListState other) {
        var query = other.query();
        return query.isEmpty() ? list.path() : list.path() + "?" + query;
    }

    public String name() {
        return list.name();
    }

    public String path() {
        return list.path();
    }

    public List<Line<R>> lines() {
        return lines;
    }

    /** The shown columns in their order. */
    public List<Head> columns() {
        return heads;
    }

    /** The text that a column shows of a row; empty when there is nothing to show. */
    @SuppressWarnings("unchecked")
    public String cell(Head head, Line<?> line) {
        var column = shown(head.key());
        var value = column.value((R) line.row());
        return value == null ? "" : words.said(column, value);
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Somebody narrowed the list down, so that emptiness may be their own doing. */
    public boolean isNarrowed() {
        return !state.filter().isEmpty() || state.words() != null;
    }

    /** What of the address could not be used, in words. */
    public List<String> troubles() {
        return troubles;
    }

    public FilterBar filterBar() {
        return filterBar;
    }

    /** Why these rows are here: the conditions and the order in words. */
    public List<String> why() {
        return words.conditions(state);
    }

    public @Nullable String previous() {
        return slice.earlier() && !lines.isEmpty() ? link(edge(slice.lines().getFirst(), true)) : null;
    }

    public @Nullable String next() {
        return slice.more() && !lines.isEmpty() ? link(edge(slice.lines().getLast(), false)) : null;
    }

    private ListState edge(Keyset.Line line, boolean backward) {
        return state.with(new Cursor(backward, line.id(), line.value()));
    }

    public String first() {
        return link(state.with(Cursor.FIRST));
    }

    public String last() {
        return link(state.with(Cursor.LAST));
    }

    /** Leads to this page again, position included. */
    public String here() {
        return link(state);
    }

    /** How many rows there are, asked for when the page stands already. */
    public String countLink() {
        return "/lists/" + list.name() + "/count?" + state.address();
    }

    public String exportLink(String format) {
        return "/lists/" + list.name() + "/export?format=" + format + "&" + state.address();
    }

    /** What bulk forms bring along, so that "all that match" means these. */
    public String address() {
        return state.address().toString();
    }

    /** What a view would keep of the list as it stands. */
    public String described() {
        return state.described().toString();
    }

    /** Whether there is anything that this reader could do with chosen rows. */
    public boolean selectable() {
        return !bulk.isEmpty();
    }

    public List<BulkAction> bulk() {
        return bulk;
    }

    public List<Tab> tabs() {
        var tabs = new ArrayList<Tab>();
        for (var preset : list.presets().keySet()) {
            var label = words.text().get(list.name() + ".view." + preset);
            tabs.add(new Tab(preset, label, list.path() + "?view=" + preset, preset.equals(state.view()), ""));
        }
        for (var view : views.views()) {
            var id = view.id().toString();
            tabs.add(new Tab(id, view.name(), list.path() + "?view=" + id, id.equals(state.view()), view.isOf(reading.actor()) ? "own" : "shared"));
        }
        return tabs;
    }

    /** The view that this began with, when it is one's own and may be overwritten or removed. */
    public @Nullable String ownView() {
        return views.find(state.view()).filter(view -> view.isOf(reading.actor())).map(view -> view.id().toString()).orElse(null);
    }

    public @Nullable String view() {
        return state.view();
    }

    public boolean changed() {
        return !state.asView();
    }

    /** A member who only reads saves no views for others. */
    public boolean mayShare() {
        return !reading.actor().readsOnly();
    }

    /** Every column there is for this reader, and whether it is shown. */
    public List<Choice> columnChoices() {
        return list.columns(reading.actor()).stream()
                .map(column -> new Choice(column.key(), words.label(column), state.columns().contains(column.key()), ""))
                .toList();
    }

    /** The address without its columns, as hidden inputs. */
    public List<Map.Entry<String, String>> inputsWithout(String... names) {
        return state.addressWithout(names).pairs();
    }

    public @Nullable String words() {
        return state.words();
    }

    public boolean searchable() {
        return list.search() != null;
    }
}
