package org.kamiau.needs.trend;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The weeks in which a need was named as if its share had doubled (Kleinberg 2002, two states, batched).
 *
 * @param weeks the Mondays of the burst weeks among the last twelve, in order
 * @param from the Monday since which the burst lasts, or null when the last week is in none
 */
public record Burst(List<LocalDate> weeks, @Nullable LocalDate from) {

    /** Over how many weeks the path is sought; it begins in the quiet state. */
    public static final int WEEKS = 12;

    /** Times the usual share. */
    static final double SCALE = 2;

    /** How costly it is to enter a burst, times ln {@link #WEEKS}. */
    static final double GAMMA = 1;

    /** The usual share comes from that many active weeks at most, and without the latest ones. */
    private static final int BASELINE = 26;

    private static final int LATEST = 4;

    /** With fewer active weeks before the latest, nothing is usual yet. */
    static final int ENOUGH = 4;

    private static final double LARGEST_SHARE = 0.99;

    public Burst {
        weeks = List.copyOf(weeks);
    }

    /** What can be said at the beginning of this day. */
    public static Burst of(Series series, LocalDate day) {
        var baseline = baseline(series, day);
        return baseline.size() < ENOUGH ? new Burst(List.of(), null) : path(series.back(day, WEEKS, 0), usual(baseline));
    }

    /** Active weeks before the latest four, at most 26. */
    private static List<Series.Week> baseline(Series series, LocalDate day) {
        var active = series.back(day, Integer.MAX_VALUE, LATEST).stream().filter(Series.Week::active).toList();
        return active.subList(Math.max(0, active.size() - BASELINE), active.size());
    }

    private static double usual(List<Series.Week> baseline) {
        double named = baseline.stream().mapToInt(Series.Week::mentions).sum();
        double all = baseline.stream().mapToInt(Series.Week::all).sum();
        return (named + 0.5) / (all + 1);
    }

    /** The cheapest path (Viterbi). The binomial coefficient is the same in both states and left out. */
    private static Burst path(List<Series.Week> weeks, double usual) {
        double raised = Math.min(SCALE * usual, LARGEST_SHARE);
        double up = GAMMA * Math.log(WEEKS);
        double quiet = 0;
        double burst = Double.POSITIVE_INFINITY;
        var fromQuiet = new ArrayList<Boolean>();
        var fromBurst = new ArrayList<Boolean>();
        for (var week : weeks) {
            fromBurst.add(burst < quiet);
            fromQuiet.add(quiet + up < burst);
            double cheapest = Math.min(quiet, burst);
            double entered = Math.min(burst, quiet + up);
            quiet = cheapest + cost(week, usual);
            burst = entered + cost(week, raised);
        }
        return traced(weeks, burst < quiet, fromQuiet, fromBurst);
    }

    private static double cost(Series.Week week, double share) {
        return -week.mentions() * Math.log(share) - (week.all() - week.mentions()) * Math.log1p(-share);
    }

    /** Back from the state of the last week. */
    private static Burst traced(List<Series.Week> weeks, boolean last, List<Boolean> fromQuiet, List<Boolean> fromBurst) {
        Deque<LocalDate> found = new ArrayDeque<>();
        LocalDate from = null;
        boolean lasting = last;
        boolean state = last;
        for (int i = weeks.size() - 1; i >= 0; i--) {
            lasting &= state;
            if (state) {
                found.addFirst(weeks.get(i).monday());
                from = lasting ? weeks.get(i).monday() : from;
            }
            state = state ? !fromQuiet.get(i) : fromBurst.get(i);
        }
        return new Burst(List.copyOf(found), from);
    }
}
