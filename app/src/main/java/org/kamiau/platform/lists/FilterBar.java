package org.kamiau.platform.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;

/**
 * The conditions above a list as chips, and the one being written.
 *
 * @param groups the top level first (number 0), then the groups within it
 * @param add where a column for a further condition is chosen
 * @param addGroup the same for a group of its own, null when there are enough
 * @param picker the columns to choose from, empty unless that is being done
 * @param editor the condition being written, if any
 * @param clear where the list is without any condition, null when it has none
 */
public record FilterBar(
        List<Group> groups,
        String add,
        @Nullable String addGroup,
        List<ListPage.Choice> picker,
        @Nullable Editor editor,
        @Nullable String clear) {

    /**
     * A condition.
     *
     * @param without where the list is without it
     * @param change opens the editor on it
     */
    public record Chip(String label, String operator, String values, String said, String without, String change) {}

    /**
     * Conditions that are combined in one way.
     *
     * @param join "and" or "or"
     * @param toggle where they are combined the other way
     * @param add where a column for a further condition of this group is chosen
     */
    public record Group(int number, String join, String toggle, List<Chip> chips, String add) {
        public Group {
            chips = List.copyOf(chips);
        }
    }

    public FilterBar {
        groups = List.copyOf(groups);
        picker = List.copyOf(picker);
    }

    public boolean isEmpty() {
        return groups.stream().allMatch(group -> group.chips().isEmpty());
    }

    /** How many conditions there are. */
    public int size() {
        return groups.stream().mapToInt(group -> group.chips().size()).sum();
    }

    /** One way in which the condition being written may compare. */
    public record Choice(String code, String label, boolean chosen) {}

    /**
     * The condition being written.
     *
     * @param inputs the rest of the list's address
     * @param cancel back without it
     */
    public record Editor(
            String column,
            String label,
            Column.Kind kind,
            int group,
            List<Choice> operators,
            List<Choice> codes,
            String value,
            String from,
            String to,
            String days,
            boolean me,
            List<Map.Entry<String, String>> inputs,
            String cancel) {}

    static FilterBar of(ListDefinition<?> list, ListState state, Address address, Wording words, Reading reading) {
        var chips = new Chips(list, state, words);
        var groups = new ArrayList<Group>();
        var filter = state.filter();
        groups.add(chips.group(0, filter.match(), filter.terms()));
        filter.groups().forEach(group -> groups.add(chips.group(group.number(), group.match(), group.terms())));
        boolean narrowed = !filter.isEmpty() || state.words() != null;
        return new FilterBar(
                groups,
                chips.picking(0),
                filter.isEmpty() || filter.nextGroup() > StateReader.MOST_GROUPS ? null : chips.picking(filter.nextGroup()),
                address.first("add", "").equals(PICKING) ? chips.picker(reading.actor(), Editors.group(address)) : List.of(),
                Editors.of(list, state, address, words, reading),
                narrowed ? chips.link(state.with(Filter.NONE).withoutWords(), "") : null);
    }

    /** What {@code add} says while the column is not chosen yet. */
    private static final String PICKING = "column";

    /** Draws chips and the addresses behind them. */
    private record Chips(ListDefinition<?> list, ListState state, Wording words) {

        Group group(int number, Filter.Match match, List<Term> terms) {
            var filter = state.filter();
            var toggled = number == 0 ? filter.with(match.other()) : filter.with(number, match.other());
            var chips = new ArrayList<Chip>();
            for (int i = 0; i < terms.size(); i++) {
                chips.add(chip(number, i, terms.get(i)));
            }
            return new Group(number, words.join(match), link(state.with(toggled), ""), chips, picking(number));
        }

        private Chip chip(int group, int position, Term term) {
            var column = words.column(term.column());
            return new Chip(
                    words.label(column),
                    words.operator(term.operator(), column.kind()),
                    term.operator().bare() ? "" : words.values(term),
                    words.term(term),
                    link(state.with(state.filter().without(group, position)), ""),
                    link(state, "edit=" + group + "." + position));
        }

        String picking(int group) {
            return link(state, "add=" + PICKING + (group == 0 ? "" : "&in=" + group));
        }

        List<ListPage.Choice> picker(Actor actor, int group) {
            return list.columns(actor).stream()
                    .filter(Column::isFilterable)
                    .map(column -> new ListPage.Choice(
                            column.key(), words.label(column), false, link(state, "add=" + column.key() + "&in=" + group)))
                    .toList();
        }

        String link(ListState other, String more) {
            var query = other.address().toString();
            var all = query.isEmpty() ? more : more.isEmpty() ? query : query + "&" + more;
            return all.isEmpty() ? list.path() : list.path() + "?" + all;
        }
    }
}
