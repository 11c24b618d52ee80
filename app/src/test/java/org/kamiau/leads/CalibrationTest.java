package org.kamiau.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kamiau.leads.Calibration.Bin;
import org.kamiau.leads.Calibration.Decile;
import org.kamiau.leads.Calibration.Hint;

/** The expected numbers were computed independently. */
class CalibrationTest {

    private static final YearMonth JULY = YearMonth.of(2026, 7);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final List<Bin> EARLIER = List.of(new Bin(JULY, 100, 100, 40), new Bin(JULY, 80, 100, 20), new Bin(JULY, 60, 100, 10));

    private static Calibration of(List<Bin> bins) {
        return Calibration.of(bins, OCTOBER, bins, OCTOBER);
    }

    private static List<Bin> and(Bin... more) {
        var bins = new ArrayList<>(EARLIER);
        bins.addAll(List.of(more));
        return bins;
    }

    @Test
    void equal_scores_stay_in_the_tenth_of_their_middle() {
        assertThat(Calibration.deciles(EARLIER))
                .containsExactly(new Decile(2, 100, 100, 100, 40), new Decile(6, 80, 80, 100, 20), new Decile(9, 60, 60, 100, 10));
    }

    @Test
    void different_scores_make_ten_tenths_with_the_highest_first() {
        var bins = new ArrayList<Bin>();
        for (int score = 1; score <= 100; score++) {
            bins.add(new Bin(JULY, score, 3, 1));
        }

        var deciles = of(bins).deciles();

        assertThat(deciles).hasSize(10).allMatch(decile -> decile.n() == 30 && decile.hits() == 10);
        assertThat(deciles.getFirst()).isEqualTo(new Decile(1, 91, 100, 30, 10));
    }

    @Test
    void too_few_say_nothing() {
        var few = of(List.of(new Bin(JULY, 100, 199, 50)));
        var nobody = of(List.of(new Bin(JULY, 100, 1_000, 0), new Bin(JULY, 50, 1_000, 3)));

        assertThat(few.enough()).isFalse();
        assertThat(few.order()).isEmpty();
        assertThat(few.hints()).isEmpty();
        assertThat(nobody.enough()).isFalse();
        assertThat(of(List.of()).enough()).isFalse();
    }

    @Test
    void the_order_is_the_chance_that_the_confirmed_one_scored_higher() {
        var order = of(EARLIER).order().orElseThrow();

        assertThat(order.auc()).isCloseTo(0.6863, within(0.0001));
        assertThat(order.low()).isCloseTo(0.6109, within(0.0001));
        assertThat(order.high()).isCloseTo(0.7617, within(0.0001));
        assertThat(order.better()).isTrue();
    }

    @Test
    void scores_that_tell_nothing_are_told() {
        var calibration = of(List.of(new Bin(JULY, 100, 100, 20), new Bin(JULY, 80, 100, 20), new Bin(JULY, 60, 100, 20)));

        assertThat(calibration.order().orElseThrow().auc()).isEqualTo(0.5);
        assertThat(calibration.hints()).containsExactly(Hint.NOT_BETTER_THAN_CHANCE);
    }

    @Test
    void the_last_three_months_are_foretold_from_those_before() {
        var forecast = of(and(new Bin(OCTOBER, 100, 50, 20), new Bin(OCTOBER, 60, 60, 5))).forecast().orElseThrow();

        assertThat(forecast.brier()).isCloseTo(0.15193, within(0.00001));
        assertThat(forecast.prior()).isCloseTo(0.17566, within(0.00001));
        assertThat(forecast.skill()).isCloseTo(0.13506, within(0.00001));
        assertThat(forecast.n()).isEqualTo(110);
    }

    @Test
    void a_forecast_that_turned_round_is_worse_than_the_mean() {
        var calibration = of(and(new Bin(OCTOBER, 100, 100, 5), new Bin(OCTOBER, 60, 100, 40)));

        assertThat(calibration.forecast().orElseThrow().skill()).isNegative();
        assertThat(calibration.hints()).contains(Hint.WORSE_THAN_MEAN);
    }

    @Test
    void other_leads_than_in_the_quarter_before_drift() {
        var now = List.of(new Bin(OCTOBER, 100, 50, 0), new Bin(OCTOBER, 80, 100, 0), new Bin(OCTOBER, 60, 150, 0));

        assertThat(Calibration.psi(now, EARLIER)).isCloseTo(0.1831, within(0.0001));
        assertThat(Calibration.psi(EARLIER, EARLIER)).isZero();
        assertThat(of(and(now.toArray(Bin[]::new))).drift().orElseThrow().stable()).isFalse();
    }

    @Test
    void a_tenth_that_nobody_is_in_any_more_counts_as_half_a_lead() {
        var now = List.of(new Bin(OCTOBER, 85, 100, 0), new Bin(OCTOBER, 10, 200, 0));

        assertThat(Calibration.psi(now, EARLIER)).isCloseTo(1.9883, within(0.0001));
        assertThat(of(and(now.toArray(Bin[]::new))).hints()).contains(Hint.OTHERS_COME);
    }
}
