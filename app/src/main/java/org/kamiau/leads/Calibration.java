package org.kamiau.leads;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.kamiau.platform.pieces.Rate;

/**
 * Whether scores told what became of MQLs. They are ranked by fit + engagement (0–200) as it was when they
 * qualified, and counted as SQL when field sales confirmed them within 21 days. Cohorts that had their time
 * only; with too few of them nothing is said.
 *
 * @param n MQLs with a score
 * @param sqls of them, confirmed
 * @param deciles the highest scores first; equal scores stay together, so that tenths may differ in size or be missing
 */
public record Calibration(
        long n, long sqls, List<Decile> deciles, Optional<Order> order, Optional<Forecast> forecast, Optional<Drift> drift) {

    /** MQLs of a month with one score, and how many were confirmed. */
    record Bin(YearMonth month, int score, long n, long hits) {}

    /** A tenth of the MQLs by score. */
    public record Decile(int number, int low, int high, long n, long hits) {
        public Rate rate() {
            return new Rate(hits, n, true);
        }
    }

    /**
     * How often the confirmed one of two MQLs has the higher score: 0.5 is chance (Hanley and McNeil 1982).
     *
     * @param low lower end of the 95 % interval
     */
    public record Order(double auc, double low, double high) {
        public boolean better() {
            return low > 0.5;
        }
    }

    /**
     * Mean squared error (Brier 1950) of the last three mature months, foretold from the months before: by the
     * rate of the score's tenth, drawn towards the mean with 20 pseudo-leads, and by the mean alone.
     */
    public record Forecast(double brier, double prior, long n) {
        /** 1 is perfect, 0 no better than the mean, below 0 worse. */
        public double skill() {
            return prior == 0 ? 0 : 1 - brier / prior;
        }
    }

    /**
     * Population stability index between the last three full months and the three before: below 0.1 the same
     * people come, from 0.25 others do.
     */
    public record Drift(double psi, long n, long before) {
        public boolean shifted() {
            return psi >= SHIFTED;
        }

        public boolean stable() {
            return psi < STABLE;
        }
    }

    /** Reasons to look at the rules again. */
    public enum Hint {
        NOT_BETTER_THAN_CHANCE,
        WORSE_THAN_MEAN,
        OTHERS_COME
    }

    static final int ENOUGH = 200;
    static final int ENOUGH_SQLS = 20;
    private static final int ENOUGH_OF_A_QUARTER = 100;
    private static final int PSEUDO = 20;
    private static final double STABLE = 0.1;
    private static final double SHIFTED = 0.25;
    private static final double Z = 1.959964;

    public Calibration {
        deciles = List.copyOf(deciles);
    }

    /**
     * @param mature bins of the months that had their time
     * @param lastMature the latest of them
     * @param recent bins of the last six full months, mature or not, for the drift
     * @param lastFull the latest of those
     */
    static Calibration of(List<Bin> mature, YearMonth lastMature, List<Bin> recent, YearMonth lastFull) {
        long n = mature.stream().mapToLong(Bin::n).sum();
        long sqls = mature.stream().mapToLong(Bin::hits).sum();
        boolean enough = n >= ENOUGH && sqls >= ENOUGH_SQLS && sqls < n;
        return new Calibration(
                n, sqls, enough ? deciles(mature) : List.of(), enough ? Optional.of(order(mature, n, sqls)) : Optional.empty(),
                forecast(mature, lastMature), drift(recent, lastFull));
    }

    public boolean enough() {
        return !deciles.isEmpty();
    }

    /** Confirmed of the better and of the worse half of the tenths. */
    public Rate upper() {
        return together(deciles.stream().filter(decile -> decile.number() <= 3).toList());
    }

    public Rate lower() {
        return together(deciles.stream().filter(decile -> decile.number() >= 8).toList());
    }

    private static Rate together(List<Decile> deciles) {
        return new Rate(deciles.stream().mapToLong(Decile::hits).sum(), deciles.stream().mapToLong(Decile::n).sum(), true);
    }

    public Set<Hint> hints() {
        var hints = EnumSet.noneOf(Hint.class);
        order.filter(one -> !one.better()).ifPresent(_ -> hints.add(Hint.NOT_BETTER_THAN_CHANCE));
        forecast.filter(one -> one.skill() < 0).ifPresent(_ -> hints.add(Hint.WORSE_THAN_MEAN));
        drift.filter(Drift::shifted).ifPresent(_ -> hints.add(Hint.OTHERS_COME));
        return hints;
    }

    /** A score belongs to the tenth in which the middle of all who have it lies. */
    static List<Decile> deciles(List<Bin> bins) {
        var byScore = byScore(bins);
        long all = bins.stream().mapToLong(Bin::n).sum();
        var deciles = new TreeMap<Integer, Decile>();
        long above = 0;
        for (var score : byScore.descendingMap().entrySet()) {
            long n = score.getValue()[0];
            int number = (int) (10 * (above + n / 2.0) / all) + 1;
            deciles.merge(
                    number, new Decile(number, score.getKey(), score.getKey(), n, score.getValue()[1]),
                    (one, lower) -> new Decile(number, lower.low(), one.high(), one.n() + lower.n(), one.hits() + lower.hits()));
            above += n;
        }
        return List.copyOf(deciles.values());
    }

    /** Score → how many, and how many confirmed. */
    private static TreeMap<Integer, long[]> byScore(List<Bin> bins) {
        var scores = new TreeMap<Integer, long[]>();
        bins.stream().filter(bin -> bin.n() > 0).forEach(bin -> {
            var counts = scores.computeIfAbsent(bin.score(), _ -> new long[2]);
            counts[0] += bin.n();
            counts[1] += bin.hits();
        });
        return scores;
    }

    static Order order(List<Bin> bins, long n, long sqls) {
        double others = n - sqls;
        double below = 0;
        double won = 0;
        for (var counts : byScore(bins).values()) {
            double rest = counts[0] - counts[1];
            won += counts[1] * (below + rest / 2);
            below += rest;
        }
        double auc = won / (sqls * others);
        double q1 = auc / (2 - auc);
        double q2 = 2 * auc * auc / (1 + auc);
        double variance = (auc * (1 - auc) + (sqls - 1) * (q1 - auc * auc) + (others - 1) * (q2 - auc * auc)) / (sqls * others);
        double margin = Z * Math.sqrt(Math.max(0, variance));
        return new Order(auc, Math.max(0, auc - margin), Math.min(1, auc + margin));
    }

    private static Optional<Forecast> forecast(List<Bin> bins, YearMonth lastMature) {
        var later = bins.stream().filter(bin -> bin.month().isAfter(lastMature.minusMonths(3))).toList();
        var earlier = bins.stream().filter(bin -> !bin.month().isAfter(lastMature.minusMonths(3))).toList();
        long known = earlier.stream().mapToLong(Bin::n).sum();
        long n = later.stream().mapToLong(Bin::n).sum();
        if (known < ENOUGH || n < ENOUGH_OF_A_QUARTER || later.stream().mapToLong(Bin::hits).sum() < ENOUGH_SQLS / 2) {
            return Optional.empty();
        }
        double mean = (double) earlier.stream().mapToLong(Bin::hits).sum() / known;
        var deciles = deciles(earlier);
        return Optional.of(new Forecast(
                brier(later, n, bin -> foretold(deciles, bin.score(), mean)), brier(later, n, _ -> mean), n));
    }

    private static double brier(List<Bin> bins, long n, java.util.function.ToDoubleFunction<Bin> chance) {
        return bins.stream()
                        .mapToDouble(bin -> {
                            double p = chance.applyAsDouble(bin);
                            return bin.hits() * (1 - p) * (1 - p) + (bin.n() - bin.hits()) * p * p;
                        })
                        .sum()
                / n;
    }

    /** A score between or below all tenths counts to the nearest above, else to the lowest. */
    private static double foretold(List<Decile> deciles, int score, double mean) {
        var decile = deciles.stream().filter(one -> one.low() <= score).findFirst().orElseGet(deciles::getLast);
        return (decile.hits() + PSEUDO * mean) / (decile.n() + PSEUDO);
    }

    private static Optional<Drift> drift(List<Bin> bins, YearMonth lastFull) {
        var now = quarter(bins, lastFull);
        var before = quarter(bins, lastFull.minusMonths(3));
        long n = now.stream().mapToLong(Bin::n).sum();
        long was = before.stream().mapToLong(Bin::n).sum();
        return n < ENOUGH_OF_A_QUARTER || was < ENOUGH_OF_A_QUARTER ? Optional.empty() : Optional.of(new Drift(psi(now, before), n, was));
    }

    private static List<Bin> quarter(List<Bin> bins, YearMonth last) {
        return bins.stream().filter(bin -> !bin.month().isAfter(last) && bin.month().isAfter(last.minusMonths(3))).toList();
    }

    /** Over the tenths of the earlier quarter; an empty one counts as half a lead, since nothing has no logarithm. */
    static double psi(List<Bin> now, List<Bin> before) {
        var deciles = new ArrayList<>(deciles(before));
        deciles.sort(Comparator.comparingInt(Decile::number));
        long all = now.stream().mapToLong(Bin::n).sum();
        long was = before.stream().mapToLong(Bin::n).sum();
        double psi = 0;
        for (int i = 0; i < deciles.size(); i++) {
            int from = i == deciles.size() - 1 ? Integer.MIN_VALUE : deciles.get(i).low();
            int to = i == 0 ? Integer.MAX_VALUE : deciles.get(i - 1).low() - 1;
            long there = now.stream().filter(bin -> from <= bin.score() && bin.score() <= to).mapToLong(Bin::n).sum();
            double share = Math.max(there, 0.5) / all;
            double earlier = Math.max(deciles.get(i).n(), 0.5) / was;
            psi += (share - earlier) * Math.log(share / earlier);
        }
        return psi;
    }
}
