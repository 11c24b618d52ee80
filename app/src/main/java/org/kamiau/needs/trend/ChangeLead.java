package org.kamiau.needs.trend;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * How early an account speaks of what others speak of later: {@code Σ(1 − 2p) ÷ (K + 3)} over the confirmed needs that
 * it named, where p is its place among all who named the need (0 first, 1 last). Between −1 and 1.
 *
 * @param needs confirmed needs that it named
 */
public record ChangeLead(double index, int needs) {

    /** Until this many needs are confirmed, sellers name the accounts that lead. */
    public static final int ENOUGH_NEEDS = 2;

    /** Counts of an account that its seller named: as if its index just reached leading. */
    public static final ChangeLead NOMINATED = new ChangeLead(0.3, 0);

    /** From this index on an account leads, and follows from its negative on. */
    public static final double LEADS = 0.3;
    private static final double PRIOR = 3;

    /**
     * Where an account stood among those who named a need.
     *
     * @param rank 1 for the first; the mean rank where several spoke on the same day
     */
    public record Place(double rank, int of) {
        double share() {
            return (rank - 0.5) / of;
        }
    }

    /** Which way an account leans. */
    public enum Stance {
        LEADING,
        BETWEEN,
        FOLLOWING;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static ChangeLead of(List<Place> places) {
        double sum = places.stream().mapToDouble(place -> 1 - 2 * place.share()).sum();
        return new ChangeLead(sum / (places.size() + PRIOR), places.size());
    }

    public Stance stance() {
        return index >= LEADS ? Stance.LEADING : index <= -LEADS ? Stance.FOLLOWING : Stance.BETWEEN;
    }

    public boolean leads() {
        return stance() == Stance.LEADING;
    }

    /** How much its mentions weigh. */
    public double weight() {
        return Math.exp(index);
    }
}
