package org.kamiau.reports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.pieces.Rate;

/**
 * How fast sales tried to reach MQLs: business minutes from the response to the first human attempt.
 *
 * @param months one for each month, in order
 * @param curve how MQLs fared by how fast the first attempt was, from the mature part of the period
 */
public record Speed(Stretch whole, List<Stretch> months, List<Bucket> curve) {

    /** From this many mature MQLs with an attempt on, one's own curve says something. */
    public static final int ENOUGH = 200;

    /**
     * @param tried MQLs with an attempt; {@code untried} those without one
     * @param within tried within the time agreed for their kind
     */
    public record Stretch(Period period, long tried, long untried, @Nullable Double median, @Nullable Double p90, long within) {

        public Rate kept() {
            return new Rate(within, tried, true);
        }
    }

    /** @param key upper bound in business minutes, {@code more}, or empty for no attempt */
    public record Bucket(String key, long n, long sqls) {
        public Rate rate() {
            return new Rate(sqls, n, true);
        }
    }

    public Speed {
        months = List.copyOf(months);
        curve = List.copyOf(curve);
    }

    public long known() {
        return curve.stream().filter(bucket -> !bucket.key().isEmpty()).mapToLong(Bucket::n).sum();
    }

    /** How many more MQLs are needed before the curve is shown; none when it is. */
    public long missing() {
        return Math.max(0, ENOUGH - known());
    }
}
