package org.kamiau.handoffs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kamiau.platform.alerts.Precision;
import org.kamiau.platform.pieces.Rate;

class HealthTest {

    private static Health health(long answerable, long held, long ratings) {
        return new Health.Counts(20, answerable, answerable, 20, 20, held, 0, ratings, ratings * 5.0, 0).health();
    }

    @Test
    void the_storys_gap_scores_54_and_78_after_the_shared_template() {
        assertThat(Health.score(0.45, 0.58, 0.41, 2.8)).isEqualTo(53.9, within(0.001));
        assertThat(Health.score(0.80, 0.88, 0.20, 3.0)).isEqualTo(78.4, within(0.001));
    }

    @Test
    void counts_become_parts_with_their_cases() {
        var health = new Health.Counts(100, 100, 45, 100, 58, 100, 41, 200, 560, 21).health();

        assertThat(health.score()).isNotNull().isEqualTo(53.9, within(0.001));
        assertThat(health.tone()).isEqualTo("red");
        assertThat(health.noShow()).isEqualTo(new Rate(21, 121, true));
        assertThat(health.rating()).isEqualTo(new Health.Mean(200, 2.8));
    }

    @Test
    void best_is_100_and_green() {
        assertThat(health(20, 20, 40).score()).isEqualTo(100.0);
        assertThat(health(20, 20, 40).tone()).isEqualTo("green");
    }

    @Test
    void a_part_without_a_case_is_not_invented() {
        assertThat(health(0, 20, 40).score()).isNull();
        assertThat(health(20, 0, 40).score()).isNull();
        assertThat(health(20, 20, 0).score()).isNull();
        assertThat(health(20, 20, 0).tone()).isEmpty();
        assertThat(health(20, 20, 0).onTime().percent()).isEqualTo(100);
    }

    @Test
    void a_detection_that_is_mostly_wrong_over_20_outcomes_is_unreliable() {
        assertThat(new Precision(9, 20).unreliable()).isTrue();
        assertThat(new Precision(10, 20).unreliable()).isFalse();
        assertThat(new Precision(0, 19).unreliable()).isFalse();
    }
}
