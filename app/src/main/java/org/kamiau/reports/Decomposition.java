package org.kamiau.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A change of a rate between two periods, split exactly into who came (mix) and how those who came fared (within), by
 * groups k with share s and rate r: mix = Σ Δs·(r̄ₖ − r̄), within = Σ s̄ₖ·Δrₖ, where bars are the means of the two periods.
 * Says nothing about causes. All figures are percentage points.
 */
public record Decomposition(List<Group> groups) {

    /** A group with its number and its hits before and after. */
    public record Group(String key, long n, long hits, long laterN, long laterHits) {

        /** A group that was not there before had, as far as anybody knows, the rate that it has now; and vice versa. */
        double rate() {
            return n > 0 ? (double) hits / n : laterN > 0 ? (double) laterHits / laterN : 0;
        }

        double laterRate() {
            return laterN > 0 ? (double) laterHits / laterN : rate();
        }

        double meanRate() {
            return (rate() + laterRate()) / 2;
        }
    }

    /** A part of the change. */
    public record Effect(String key, double effect) {}

    /** Rounded to a tenth of a point, so that the parts still add up to the total. */
    public record Rounded(double total, double mix, List<Effect> within) {}

    public Decomposition {
        groups = List.copyOf(groups);
    }

    /** Groups with the most members come first. */
    static Decomposition of(Step step, Map<String, Counts> before, Map<String, Counts> after) {
        var keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        return new Decomposition(keys.stream()
                .map(key -> group(key, step, before.getOrDefault(key, Counts.NONE), after.getOrDefault(key, Counts.NONE)))
                .filter(group -> group.n() + group.laterN() > 0)
                .sorted(Comparator.comparingLong((Group group) -> -group.n() - group.laterN()).thenComparing(Group::key))
                .toList());
    }

    private static Group group(String key, Step step, Counts before, Counts after) {
        return new Group(key, step.n(before), step.hits(before), step.n(after), step.hits(after));
    }

    public long n() {
        return groups.stream().mapToLong(Group::n).sum();
    }

    public long laterN() {
        return groups.stream().mapToLong(Group::laterN).sum();
    }

    public long hits() {
        return groups.stream().mapToLong(Group::hits).sum();
    }

    public long laterHits() {
        return groups.stream().mapToLong(Group::laterHits).sum();
    }

    /** Whether there is a rate on both sides. */
    public boolean comparable() {
        return n() > 0 && laterN() > 0;
    }

    public double total() {
        return 100.0 * laterHits() / laterN() - 100.0 * hits() / n();
    }

    public double mix() {
        return groups.stream().mapToDouble(this::mix).sum();
    }

    /** What a group's greater or smaller share did. */
    public double mix(Group group) {
        double mean = (total() / 2 / 100) + (double) hits() / n();
        return 100 * (share(group, true) - share(group, false)) * (group.meanRate() - mean);
    }

    public double within(Group group) {
        return 100 * (share(group, true) + share(group, false)) / 2 * (group.laterRate() - group.rate());
    }

    private double share(Group group, boolean later) {
        return later ? (double) group.laterN() / laterN() : (double) group.n() / n();
    }

    public List<Effect> within() {
        return groups.stream().map(group -> new Effect(group.key(), within(group))).toList();
    }

    /** The parts whose tenths were cut the most are rounded up until the sum is the rounded total. */
    public Rounded rounded() {
        var exact = new ArrayList<Double>();
        exact.add(mix());
        groups.forEach(group -> exact.add(within(group)));
        var tenths = exact.stream().mapToLong(part -> (long) Math.floor(part * 10)).toArray();
        long total = Math.round(total() * 10);
        long missing = total - java.util.Arrays.stream(tenths).sum();
        IntStream.range(0, tenths.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> tenths[i] - exact.get(i) * 10))
                .limit(Math.max(0, missing))
                .forEach(i -> tenths[i]++);
        return new Rounded(
                total / 10.0,
                tenths[0] / 10.0,
                IntStream.range(0, groups.size()).mapToObj(i -> new Effect(groups.get(i).key(), tenths[i + 1] / 10.0)).toList());
    }
}
