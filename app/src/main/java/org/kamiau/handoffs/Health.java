package org.kamiau.handoffs;

import org.jspecify.annotations.Nullable;
import org.kamiau.platform.pieces.Rate;

/**
 * How well hand-overs across a boundary go, 0–100: 30 · answered on time + 30 · agreed fields present + 20 · (1 − asked
 * again) + 20 · rating of both sides ÷ 5. A part of which there is no case is not invented: without
 * all four there is no score.
 *
 * @param n hand-overs offered in the time, withdrawn ones left out
 * @param onTime answered in time, of those answered or overdue that had a due moment; silence is late
 * @param reasked held meetings at which the customer was asked again for something agreed, of held ones
 * @param noShow meetings to which the customer did not come, of completed ones
 * @param completeness mean share of the agreed fields that were there
 * @param rating mean of all ratings of both sides, 1–5
 */
public record Health(long n, Rate onTime, Mean completeness, Rate reasked, Mean rating, Rate noShow) {

    private static final double GREEN = 80;
    private static final double RED = 60;

    /** A mean of n cases; null without one. */
    public record Mean(long n, @Nullable Double value) {

        static Mean of(long n, double sum) {
            return new Mean(n, n == 0 ? null : sum / n);
        }
    }

    /**
     * What was counted.
     *
     * @param presence sum over the hand-overs with agreed fields of the share that was there
     * @param ratingSum sum of the ratings
     */
    record Counts(
            long n, long answerable, long inTime, long withFields, double presence, long held, long reasked, long ratings, double ratingSum, long noShow) {

        Health health() {
            return new Health(
                    n, new Rate(inTime, answerable, true), Mean.of(withFields, presence), new Rate(reasked, held, true), Mean.of(ratings, ratingSum),
                    new Rate(noShow, held + noShow, true));
        }
    }

    /** Null while one of its parts is unknown. */
    public @Nullable Double score() {
        var present = completeness.value;
        var rated = rating.value;
        return onTime.n() == 0 || present == null || reasked.n() == 0 || rated == null
                ? null
                : score(onTime.percent() / 100, present, reasked.percent() / 100, rated);
    }

    static double score(double onTime, double completeness, double reasked, double rating) {
        return 30 * onTime + 30 * completeness + 20 * (1 - reasked) + 20 * rating / 5;
    }

    /** Green from 80, red below 60. */
    public String tone() {
        var score = score();
        return score == null ? "" : score >= GREEN ? "green" : score < RED ? "red" : "amber";
    }
}
