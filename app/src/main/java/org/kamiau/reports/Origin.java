package org.kamiau.reports;

import java.util.Comparator;
import java.util.List;
import org.kamiau.platform.pieces.Rate;

/**
 * What becomes of the MQLs of an origin. What they cost is not known here yet, so this is their fate and not their worth.
 *
 * @param line the mature part of the period
 * @param shrunk the SQL rate in percent, drawn to the mean of all origins by twenty leads that nobody has seen: what to
 *     rank by, lest three lucky leads lead the table
 */
public record Origin(Funnel.Line line, double shrunk) {

    static final int PSEUDO_LEADS = 20;

    /** Best first. */
    static List<Origin> ranked(Funnel funnel) {
        var all = funnel.matureTotal().counts();
        double mean = all.mqls() == 0 ? 0 : (double) all.sqls() / all.mqls();
        return funnel.matureLines().stream()
                .filter(line -> line.counts().mqls() > 0)
                .map(line -> new Origin(line, shrunk(line.counts(), mean)))
                .sorted(Comparator.comparingDouble((Origin origin) -> -origin.shrunk()).thenComparing(origin -> origin.line().key()))
                .toList();
    }

    private static double shrunk(Counts counts, double mean) {
        return 100 * (counts.sqls() + PSEUDO_LEADS * mean) / (counts.mqls() + PSEUDO_LEADS);
    }

    public Rate acceptance() {
        var counts = line.counts();
        return new Rate(counts.sals(), counts.sals() + counts.returned(), line.salesMature());
    }

    public Rate sql() {
        return line.rate(Step.MQL_SQL);
    }

    /** Too few to call it good or bad. */
    public boolean few() {
        return sql().few();
    }
}
