package org.kamiau.needs.trend;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Many needs are looked at together, so some look as if they rose by chance (Benjamini and Hochberg 1995). */
public final class FalseDiscoveries {

    private FalseDiscoveries() {}

    /** The p-values, adjusted; in their order. */
    public static List<Double> adjusted(List<Double> p) {
        var largestFirst = IntStream.range(0, p.size()).boxed().sorted(Comparator.<Integer, Double>comparing(p::get).reversed()).toList();
        var q = new Double[p.size()];
        double least = 1;
        for (int i = 0; i < largestFirst.size(); i++) {
            int rank = p.size() - i;
            least = Math.min(least, p.get(largestFirst.get(i)) * p.size() / rank);
            q[largestFirst.get(i)] = least;
        }
        return Arrays.asList(q);
    }
}
