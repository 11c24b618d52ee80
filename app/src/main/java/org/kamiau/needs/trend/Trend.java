package org.kamiau.needs.trend;

import java.time.LocalDate;
import java.util.List;

/** What the weekly counts of a need say at the beginning of a day. */
public record Trend(Contrast contrast, Burst burst) {

    /** How many weeks are "now", and how many before them they are compared with. */
    public static final int NOW = 4;

    public static final int BEFORE = 12;

    /** Fewer mentions now are no trend, however unlikely. */
    public static final int LEAST = 5;

    /** The share of false ones that is accepted among what is called rising (Benjamini and Hochberg 1995). */
    public static final double FALSE_DISCOVERIES = 0.10;

    public static Trend of(Series series, LocalDate day) {
        var now = series.back(day, NOW, 0);
        var before = series.back(day, NOW + BEFORE, NOW);
        return new Trend(new Contrast(mentions(now), mentions(before), all(now), all(before)), Burst.of(series, day));
    }

    private static int mentions(List<Series.Week> weeks) {
        return weeks.stream().mapToInt(Series.Week::mentions).sum();
    }

    private static int all(List<Series.Week> weeks) {
        return weeks.stream().mapToInt(Series.Week::all).sum();
    }

    /** 兆候: in a burst, strong, of enough mentions, and still so among all needs that were looked at. */
    public boolean rises(double q) {
        return burst.from() != null && contrast.strong() && contrast.a() >= LEAST && q <= FALSE_DISCOVERIES;
    }
}
