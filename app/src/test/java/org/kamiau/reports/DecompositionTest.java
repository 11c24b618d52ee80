package org.kamiau.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DecompositionTest {

    /** July and October of the demonstration company, by whether the MQL is in a target segment. */
    private static final Decomposition STORY = new Decomposition(List.of(
            new Decomposition.Group("outside", 61, 6, 153, 10),
            new Decomposition.Group("target", 91, 40, 90, 31)));

    @Test
    void the_storys_13_4_points_are_7_1_of_mix_4_6_of_target_quality_and_1_7_of_the_rest() {
        assertThat(STORY.total()).isCloseTo(-13.4, within(0.05));
        assertThat(STORY.mix()).isCloseTo(-7.1, within(0.05));
        assertThat(STORY.rounded()).isEqualTo(new Decomposition.Rounded(
                -13.4, -7.1, List.of(new Decomposition.Effect("outside", -1.7), new Decomposition.Effect("target", -4.6))));
    }

    @Test
    void with_two_groups_the_mix_is_the_shift_times_the_distance_of_the_mean_rates() {
        var target = STORY.groups().getLast();
        double shift = 90 / 243.0 - 91 / 152.0;

        assertThat(STORY.mix()).isCloseTo(100 * shift * (target.meanRate() - STORY.groups().getFirst().meanRate()), within(1e-9));
    }

    @Test
    void the_parts_add_up_to_the_change_whatever_the_groups() {
        var chance = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
        for (int round = 0; round < 500; round++) {
            var groups = IntStream.range(0, 1 + chance.nextInt(6))
                    .mapToObj(i -> {
                        long n = chance.nextInt(40);
                        long later = chance.nextInt(40);
                        return new Decomposition.Group("g" + i, n, n == 0 ? 0 : chance.nextLong(n + 1), later, later == 0 ? 0 : chance.nextLong(later + 1));
                    })
                    .toList();
            var change = new Decomposition(groups);
            if (!change.comparable()) {
                continue;
            }

            double parts = change.mix() + change.within().stream().mapToDouble(Decomposition.Effect::effect).sum();
            var rounded = change.rounded();
            double tenths = rounded.mix() + rounded.within().stream().mapToDouble(Decomposition.Effect::effect).sum();

            assertThat(parts).isCloseTo(change.total(), within(1e-9));
            assertThat(tenths).isCloseTo(rounded.total(), within(1e-9));
            assertThat(rounded.total()).isCloseTo(change.total(), within(0.0501));
        }
    }

    @Test
    void a_group_that_was_not_there_before_only_changes_the_mix() {
        var change = new Decomposition(List.of(
                new Decomposition.Group("known", 100, 40, 100, 40), new Decomposition.Group("new", 0, 0, 100, 10)));

        assertThat(change.mix()).isCloseTo(change.total(), within(1e-9));
        assertThat(change.within()).allMatch(effect -> effect.effect() == 0);
    }

    @Test
    void a_month_without_anybody_cannot_be_compared() {
        assertThat(new Decomposition(List.of(new Decomposition.Group("a", 0, 0, 10, 1))).comparable()).isFalse();
    }
}
