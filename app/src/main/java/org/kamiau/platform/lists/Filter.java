package org.kamiau.platform.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Conditions combined by "all" or "any", with groups of conditions among them that are combined in turn. */
record Filter(Match match, List<Term> terms, List<Group> groups) {

    static final Filter NONE = new Filter(Match.ALL, List.of(), List.of());

    /** How conditions combine. */
    enum Match {
        ALL,
        ANY;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        Match other() {
            return this == ALL ? ANY : ALL;
        }

        static Optional<Match> of(String code) {
            return Stream.of(values()).filter(match -> match.code().equals(code)).findFirst();
        }

        Condition combine(List<Condition> conditions) {
            if (conditions.isEmpty()) {
                return DSL.noCondition();
            }
            return this == ALL ? DSL.and(conditions) : DSL.or(conditions);
        }
    }

    /** @param number as in the address: {@code g1} and {@code match1} */
    record Group(int number, Match match, List<Term> terms) {
        Group {
            terms = List.copyOf(terms);
        }

        Condition condition() {
            return match.combine(terms.stream().map(Term::condition).toList());
        }
    }

    Filter {
        terms = List.copyOf(terms);
        groups = groups.stream().filter(group -> !group.terms().isEmpty()).toList();
    }

    Condition condition() {
        var all = new ArrayList<Condition>();
        terms.forEach(term -> all.add(term.condition()));
        groups.forEach(group -> all.add(group.condition()));
        return match.combine(all);
    }

    boolean isEmpty() {
        return terms.isEmpty() && groups.isEmpty();
    }

    Filter with(Match other) {
        return new Filter(other, terms, groups);
    }

    Filter with(int group, Match other) {
        return new Filter(match, terms, groups.stream()
                .map(each -> each.number() == group ? new Group(group, other, each.terms()) : each)
                .toList());
    }

    /** @param group 0 is the top level */
    Filter without(int group, int position) {
        if (group == 0) {
            return new Filter(match, without(terms, position), groups);
        }
        return new Filter(match, terms, groups.stream()
                .map(each -> each.number() == group ? new Group(group, each.match(), without(each.terms(), position)) : each)
                .toList());
    }

    private static List<Term> without(List<Term> terms, int position) {
        var rest = new ArrayList<>(terms);
        if (position >= 0 && position < rest.size()) {
            rest.remove(position);
        }
        return rest;
    }

    /** Adds a condition to the top level, a group, or a new group of that number. */
    Filter with(int group, Term term) {
        if (group == 0) {
            return new Filter(match, plus(terms, term), groups);
        }
        var all = new ArrayList<Group>();
        boolean found = false;
        for (var each : groups) {
            found |= each.number() == group;
            all.add(each.number() == group ? new Group(group, each.match(), plus(each.terms(), term)) : each);
        }
        if (!found) {
            all.add(new Group(group, match.other(), List.of(term)));
        }
        return new Filter(match, terms, all);
    }

    private static List<Term> plus(List<Term> terms, Term term) {
        return Stream.concat(terms.stream(), Stream.of(term)).toList();
    }

    /** The number that a further group would have. */
    int nextGroup() {
        return groups.stream().mapToInt(Group::number).max().orElse(0) + 1;
    }
}
