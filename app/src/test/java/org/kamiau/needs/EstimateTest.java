package org.kamiau.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EstimateTest {

    @Test
    void the_interval_is_wilsons() {
        // 57 of 300: centre .1939, half-width .0441 (computed by hand).
        var share = Estimate.of(57, 300);

        assertThat(share.low()).isCloseTo(0.1497, within(0.0002));
        assertThat(share.high()).isCloseTo(0.2382, within(0.0002));
        assertThat(share.margin()).isCloseTo(0.0442, within(0.0002));
    }

    @Test
    void weighted_answers_tell_less() {
        var equal = new Estimate(0.19, 300, 300);
        var weighted = new Estimate(0.19, 300, 180);

        assertThat(weighted.margin()).isGreaterThan(equal.margin());
        assertThat(weighted.low()).isLessThan(equal.low());
    }

    @Test
    void the_rise_of_the_story_is_no_chance_and_a_tiny_one_is() {
        var march = Estimate.of(12, 300);
        var june = Estimate.of(57, 300);

        // z = 5.76
        assertThat(june.p(march)).isLessThan(1e-6);
        assertThat(Estimate.of(14, 300).p(march)).isCloseTo(0.69, within(0.01));
    }

    @Test
    void the_tails_are_those_of_the_tables() {
        assertThat(Estimate.tails(1.959964)).isCloseTo(0.05, within(1e-5));
        assertThat(Estimate.tails(2.575829)).isCloseTo(0.01, within(1e-5));
        assertThat(Estimate.tails(0)).isCloseTo(1, within(1e-6));
    }

    @Test
    void nobody_asked_tells_nothing() {
        var none = Estimate.of(0, 0);

        assertThat(none.low()).isZero();
        assertThat(none.high()).isEqualTo(1);
        assertThat(none.p(Estimate.of(5, 10))).isNull();
    }

    @Test
    void equal_certainties_do_not_differ() {
        assertThat(Estimate.of(0, 30).p(Estimate.of(0, 40))).isEqualTo(1);
    }
}
