package org.kamiau.diagnoses;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a round shows of both sides.
 *
 * @param total mean total, 20 to 100; null where only bands are shown
 * @param gap points between the sides; null where only bands are shown
 * @param apart the gap is ten points or more, or the bands differ
 * @param differences where the sides differ most, at most three; none where only bands are shown
 */
public record Outcome(Part sales, Part marketing, @Nullable Double gap, boolean apart, List<Difference> differences) {

    static final int STATEMENTS = 20;

    /** Points from which on a gap is one. */
    static final double WIDE = 10;

    private static final int SHOWN = 3;

    /** One side. */
    public record Part(Band band, @Nullable Double total) {}

    /** A statement, with the mean points (1 to 5) of both sides. */
    public record Difference(int statement, double sales, double marketing) {
        public double points() {
            return Math.abs(sales - marketing);
        }
    }

    public Outcome {
        differences = List.copyOf(differences);
    }

    public boolean bandsOnly() {
        return gap == null;
    }

    /** Null below the least; bands only below five. */
    static @Nullable Outcome of(Counts sales, Counts marketing, int least) {
        int fewest = Math.min(sales.n(), marketing.n());
        if (fewest < least || fewest == 0) {
            return null;
        }
        var ofSales = Band.of(sales.total());
        var ofMarketing = Band.of(marketing.total());
        if (fewest < Round.ENOUGH) {
            return new Outcome(new Part(ofSales, null), new Part(ofMarketing, null), null, ofSales != ofMarketing, List.of());
        }
        double gap = Math.abs(sales.total() - marketing.total());
        return new Outcome(
                new Part(ofSales, sales.total()), new Part(ofMarketing, marketing.total()), gap, gap >= WIDE || ofSales != ofMarketing,
                differences(sales, marketing));
    }

    private static List<Difference> differences(Counts sales, Counts marketing) {
        return IntStream.rangeClosed(1, STATEMENTS)
                .mapToObj(statement -> new Difference(statement, sales.mean(statement), marketing.mean(statement)))
                .filter(difference -> difference.points() > 0)
                .sorted(Comparator.comparingDouble(Difference::points).reversed().thenComparing(Difference::statement))
                .limit(SHOWN)
                .toList();
    }
}
