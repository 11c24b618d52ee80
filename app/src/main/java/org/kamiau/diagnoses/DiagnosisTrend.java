package org.kamiau.diagnoses;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kamiau.platform.Side;

/** Rounds that show totals, the oldest first, and where their points lie in a picture of 600 × 160. */
public record DiagnosisTrend(List<Point> points) {

    private static final int WIDTH = 600;
    private static final int HEIGHT = 160;
    /** The names of the bands stand left of the points. */
    private static final int LEFT = 150;
    private static final int RIGHT = 40;

    /** One round. */
    public record Point(Round round, double sales, double marketing) {
        public double of(Side side) {
            return side == Side.SALES ? sales : marketing;
        }
    }

    public DiagnosisTrend {
        points = List.copyOf(points);
    }

    /** @param newestFirst as the rounds are listed */
    static DiagnosisTrend of(List<Diagnoses.Seen> newestFirst) {
        return new DiagnosisTrend(newestFirst.reversed().stream()
                .filter(seen -> seen.outcome() != null && !seen.outcome().bandsOnly())
                .map(seen -> {
                    var outcome = Objects.requireNonNull(seen.outcome());
                    return new Point(seen.round(), Objects.requireNonNull(outcome.sales().total()), Objects.requireNonNull(outcome.marketing().total()));
                })
                .toList());
    }

    public boolean drawn() {
        return points.size() > 1;
    }

    /** The line of a side, as SVG reads it. */
    public String line(Side side) {
        return IntStream.range(0, points.size())
                .mapToObj(at -> x(at) + "," + y(points.get(at).of(side)))
                .collect(Collectors.joining(" "));
    }

    public String x(int at) {
        return decimal(LEFT + (points.size() == 1 ? 0.5 : (double) at / (points.size() - 1)) * (WIDTH - LEFT - RIGHT));
    }

    /** Of a total; 100 is at the top. */
    public String y(double total) {
        return decimal((Band.MOST - total) / (Band.MOST - Band.UNDEFINED.from()) * HEIGHT);
    }

    /** Numbers stand on the outer side of the two lines, so that they meet neither the other's number nor its line. */
    public int beside(Side side, int at) {
        var point = points.get(at);
        var above = side == Side.SALES ? point.sales() >= point.marketing() : point.marketing() > point.sales();
        return above ? -9 : 19;
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    /** Where a total stands between 20 and 100, in percent, as style sheets read it. */
    public static String css(double total) {
        return decimal(100 * (total - Band.UNDEFINED.from()) / (Band.MOST - Band.UNDEFINED.from()));
    }
}
