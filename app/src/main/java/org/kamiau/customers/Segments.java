package org.kamiau.customers;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The segments in force; each is a rule over an account's facts. */
public record Segments(List<Segment> rules) {
    static final Segments NONE = new Segments(List.of());

    public Segments {
        rules = List.copyOf(rules);
    }

    /**
     * One segment. An empty condition asks nothing, but a segment that asks nothing at all holds nobody.
     *
     * @param target whether the strategy has chosen to serve it
     */
    public record Segment(
            String code,
            String nameJa,
            String nameEn,
            boolean target,
            Set<Industry> industries,
            @Nullable Integer fewestEmployees,
            @Nullable Integer mostEmployees,
            Set<Prefecture> prefectures) {

        public Segment {
            industries = Set.copyOf(industries);
            prefectures = Set.copyOf(prefectures);
        }

        boolean holds(Account.Profile account) {
            var asks = !industries.isEmpty() || fewestEmployees != null || mostEmployees != null || !prefectures.isEmpty();
            return asks
                    && (industries.isEmpty() || account.industry() != null && industries.contains(account.industry()))
                    && (prefectures.isEmpty() || account.prefecture() != null && prefectures.contains(account.prefecture()))
                    && (fewestEmployees == null || account.employees() != null && account.employees() >= fewestEmployees)
                    && (mostEmployees == null || account.employees() != null && account.employees() <= mostEmployees);
        }
    }

    List<String> codesOf(Account account) {
        return rules.stream().filter(segment -> segment.holds(account.profile())).map(Segment::code).sorted().toList();
    }

    boolean anyTarget(List<String> codes) {
        return rules.stream().anyMatch(segment -> segment.target && codes.contains(segment.code));
    }
}
