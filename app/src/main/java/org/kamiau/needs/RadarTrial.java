package org.kamiau.needs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.kamiau.needs.trend.FalseDiscoveries;
import org.kamiau.needs.trend.Series;
import org.kamiau.needs.trend.Trend;
import org.kamiau.platform.pieces.Rate;

/**
 * How often the Monday batch is wrong where nothing rises, and how often it finds a need that doubles: on made-up
 * mentions, Poisson in every week.
 */
record RadarTrial(double mentions, int seeds) {

    private static final int NEEDS = 34;
    private static final int ACCOUNTS = 200;
    private static final int WEEKS = 52;

    /** Within so many batches a doubling should be found. */
    private static final int WITHIN = 4;

    /** The first batch with a full comparison before it: 4 weeks against 12. */
    private static final int FIRST_BATCH = 17;

    /** The week in which one need doubles. */
    private static final int DOUBLES = 30;

    /** False alarms are said for half a year. */
    private static final double PERIOD = 26;

    private static final double Z = 1.96;
    private static final LocalDate MONDAY = LocalDate.of(2025, 12, 1);

    /**
     * What came of it.
     *
     * @param alarms false bursts per 26 weeks over all needs, with a 95 % interval over seeds
     * @param found in how many seeds the doubling was found in time
     */
    record Outcome(double mentions, double alarms, double margin, Rate found) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.1f mentions a need and week (%d needs, %d seeds): %.2f false bursts per 26 weeks over all needs (95 %% %.2f to %.2f); "
                            + "a doubling is found within %d weeks in %.1f %% of seeds (95 %% %.1f to %.1f)",
                    mentions, NEEDS, found.n(), alarms, Math.max(0, alarms - margin), alarms + margin, WITHIN, found.percent(), found.low(), found.high());
        }
    }

    Outcome run() {
        var alarms = IntStream.range(0, seeds).parallel().mapToDouble(seed -> alarms(weeks(new Random(seed), false))).toArray();
        long found = IntStream.range(0, seeds).parallel().filter(seed -> finds(weeks(new Random(1_000_000L + seed), true))).count();
        double scale = PERIOD / (WEEKS - FIRST_BATCH + 1);
        double mean = Arrays.stream(alarms).average().orElse(0);
        double variance = Arrays.stream(alarms).map(n -> (n - mean) * (n - mean)).sum() / Math.max(1, seeds - 1);
        return new Outcome(mentions, scale * mean, scale * Z * Math.sqrt(variance / seeds), new Rate(found, seeds, true));
    }

    /** Mentions of every need, week by week, of distinct accounts; the first need may double. */
    private int[][] weeks(Random random, boolean doubles) {
        var weeks = new int[WEEKS][NEEDS];
        for (int week = 0; week < WEEKS; week++) {
            for (int need = 0; need < NEEDS; need++) {
                boolean more = doubles && need == 0 && week >= DOUBLES;
                int voices = poisson(more ? 2 * mentions : mentions, random);
                weeks[week][need] = (int) random.ints(voices, 0, ACCOUNTS).distinct().count();
            }
        }
        return weeks;
    }

    private static int poisson(double mean, Random random) {
        double limit = Math.exp(-mean);
        int n = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            n++;
        }
        return n;
    }

    /** A need that goes on rising is one alarm. */
    private static int alarms(int[][] weeks) {
        int alarms = 0;
        var before = new boolean[NEEDS];
        for (int until = FIRST_BATCH - 1; until < WEEKS; until++) {
            var now = rising(weeks, until);
            for (int need = 0; need < NEEDS; need++) {
                alarms += now[need] && !before[need] ? 1 : 0;
            }
            before = now;
        }
        return alarms;
    }

    private static boolean finds(int[][] weeks) {
        return IntStream.rangeClosed(DOUBLES + 1, DOUBLES + WITHIN).anyMatch(until -> rising(weeks, until)[0]);
    }

    /** Which needs rise on the Monday after so many weeks. */
    private static boolean[] rising(int[][] weeks, int until) {
        var day = MONDAY.plusWeeks(until);
        var all = Arrays.stream(weeks).mapToInt(week -> Arrays.stream(week).sum()).toArray();
        List<Trend> trends = IntStream.range(0, NEEDS).mapToObj(need -> Trend.of(series(weeks, all, until, need), day)).toList();
        var q = FalseDiscoveries.adjusted(trends.stream().map(trend -> trend.contrast().p()).toList());
        var rising = new boolean[NEEDS];
        for (int need = 0; need < NEEDS; need++) {
            rising[need] = trends.get(need).rises(q.get(need));
        }
        return rising;
    }

    private static Series series(int[][] weeks, int[] all, int until, int need) {
        var found = new ArrayList<Series.Week>();
        for (int week = Math.max(0, until - Trends.WEEKS); week < until; week++) {
            found.add(new Series.Week(MONDAY.plusWeeks(week), weeks[week][need], all[week]));
        }
        return new Series(found);
    }
}
