package org.kamiau.diagnoses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    /** Everybody gives these points to every statement, but to those named. */
    private static Counts counts(int n, int points, Map<Integer, Integer> others) {
        var sums = new HashMap<Integer, Integer>();
        IntStream.rangeClosed(1, 20).forEach(statement -> sums.put(statement, n * others.getOrDefault(statement, points)));
        return new Counts(n, sums);
    }

    @Test
    void bands_begin_at_20_40_60_and_80() {
        assertThat(Band.of(39.9)).isEqualTo(Band.UNDEFINED);
        assertThat(Band.of(40)).isEqualTo(Band.DEFINED);
        assertThat(Band.of(60)).isEqualTo(Band.ALIGNED);
        assertThat(Band.of(79.9)).isEqualTo(Band.ALIGNED);
        assertThat(Band.of(80)).isEqualTo(Band.INTEGRATED);
    }

    @Test
    void the_gap_and_the_three_widest_differences_are_shown_from_five_a_side() {
        var outcome = Objects.requireNonNull(Outcome.of(counts(5, 3, Map.of(5, 1, 9, 1)), counts(6, 3, Map.of(5, 5, 2, 4)), 5));

        assertThat(outcome.sales().total()).isCloseTo(56, within(1e-9));
        assertThat(outcome.marketing().total()).isCloseTo(63, within(1e-9));
        assertThat(outcome.gap()).isCloseTo(7, within(1e-9));
        assertThat(outcome.apart()).as("the bands differ").isTrue();
        assertThat(outcome.differences()).extracting(Outcome.Difference::statement).containsExactly(5, 9, 2);
    }

    @Test
    void nothing_is_shown_below_five_on_either_side() {
        assertThat(Outcome.of(counts(4, 3, Map.of()), counts(20, 3, Map.of()), 5)).isNull();
        assertThat(Outcome.of(counts(20, 3, Map.of()), counts(4, 3, Map.of()), 5)).isNull();
        assertThat(Outcome.of(Counts.NONE, Counts.NONE, 5)).isNull();
    }

    @Test
    void a_small_company_sees_bands_and_no_more_from_three() {
        var outcome = Objects.requireNonNull(Outcome.of(counts(3, 2, Map.of()), counts(8, 4, Map.of()), 3));

        assertThat(outcome.bandsOnly()).isTrue();
        assertThat(outcome.sales()).isEqualTo(new Outcome.Part(Band.DEFINED, null));
        assertThat(outcome.marketing()).isEqualTo(new Outcome.Part(Band.INTEGRATED, null));
        assertThat(outcome.differences()).isEmpty();
        assertThat(Outcome.of(counts(2, 2, Map.of()), counts(8, 4, Map.of()), 3)).isNull();
    }

    @Test
    void ten_points_within_a_band_are_wide() {
        assertThat(Objects.requireNonNull(Outcome.of(counts(5, 3, Map.of()), counts(5, 3, Map.of(1, 5, 2, 5, 3, 5, 4, 5, 5, 5)), 5)).apart()).isTrue();
        assertThat(Objects.requireNonNull(Outcome.of(counts(5, 3, Map.of()), counts(5, 3, Map.of(1, 5)), 5)).apart()).isFalse();
    }
}
