package org.kamiau.needs.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The series of the need "records that go to the main contractor", as it stood week by week. */
class TrendTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 12, 1);
    private static final Series RECORDS = Series.of(
            FIRST,
            List.of(0, 1, 0, 1, 0, 1, 0, 1, 1, 0, 1, 1, 0, 1, 1, 1, 0, 1, 3, 4, 5, 4, 2, 7, 8, 9, 9, 11, 10, 12),
            List.of(34, 36, 33, 30, 0, 35, 34, 36, 37, 35, 38, 36, 37, 39, 38, 40, 41, 40, 42, 41, 43, 30, 14, 44, 45, 46, 44, 47, 46, 48));

    private static Trend on(String day) {
        return Trend.of(RECORDS, LocalDate.parse(day));
    }

    @Test
    void it_rises_in_the_batch_of_27_april() {
        var trend = on("2026-04-27");

        assertThat(trend.contrast()).isEqualTo(new Contrast(13, 8, 166, 446));
        assertThat(trend.contrast().g2()).isEqualTo(11.08, within(0.005));
        assertThat(trend.contrast().p()).isEqualTo(0.00087, within(0.00001));
        assertThat(trend.contrast().exact()).isFalse();
        assertThat(trend.burst().from()).isEqualTo("2026-04-06");
        assertThat(trend.rises(34 * trend.contrast().p())).isTrue();
    }

    @Test
    void no_batch_before_that_finds_it() {
        var rising = IntStream.range(8, 31)
                .mapToObj(FIRST::plusWeeks)
                .filter(monday -> Trend.of(RECORDS, monday).rises(0))
                .toList();

        assertThat(rising).first().isEqualTo(LocalDate.of(2026, 4, 27));
    }

    @Test
    void a_week_earlier_it_was_in_a_burst_but_not_strong() {
        var trend = on("2026-04-20");

        assertThat(trend.burst().from()).isEqualTo("2026-04-06");
        assertThat(trend.contrast()).isEqualTo(new Contrast(8, 8, 164, 405));
        assertThat(trend.contrast().exact()).isTrue();
        assertThat(trend.contrast().strong()).isFalse();
    }

    @Test
    void what_is_heard_within_a_week_counts_when_it_is_over() {
        assertThat(on("2026-05-03")).isEqualTo(on("2026-04-27"));
    }

    @Test
    void looking_back_later_puts_the_start_later_so_detections_are_kept() {
        assertThat(on("2026-06-29").burst().from()).isEqualTo("2026-04-13");
    }

    @Test
    void two_corpora_compare_as_published() {
        assertThat(new Contrast(52, 57, 50_000, 75_000).g2()).isEqualTo(2.65, within(0.005));
    }

    @Test
    void a_fall_is_no_rise() {
        var fallen = new Contrast(5, 60, 200, 600);

        assertThat(fallen.g2()).isGreaterThan(Contrast.STRONG);
        assertThat(fallen.strong()).isFalse();
        assertThat(fallen.p()).isEqualTo(1);
    }

    @Test
    void few_expected_are_counted_exactly() {
        var few = new Contrast(5, 0, 40, 120);

        assertThat(few.exact()).isTrue();
        assertThat(few.p()).isEqualTo(2 * Math.pow(0.25, 5), within(1e-9));
        assertThat(few.strong()).isTrue();
    }

    @Test
    void without_any_past_nothing_is_said() {
        var young = Series.of(FIRST, List.of(9, 9, 9, 9, 9), List.of(10, 10, 10, 10, 10));

        var trend = Trend.of(young, FIRST.plusWeeks(5));

        assertThat(trend.burst()).isEqualTo(new Burst(List.of(), null));
        assertThat(trend.rises(0)).isFalse();
        assertThat(Trend.of(new Series(List.of()), FIRST).contrast()).isEqualTo(new Contrast(0, 0, 0, 0));
    }

    @Test
    void false_discoveries_are_held_down_over_all_needs() {
        assertThat(FalseDiscoveries.adjusted(List.of(0.01, 0.04, 0.03, 0.005)))
                .satisfiesExactly(
                        q -> assertThat(q).isEqualTo(0.02, within(1e-9)), q -> assertThat(q).isEqualTo(0.04, within(1e-9)),
                        q -> assertThat(q).isEqualTo(0.04, within(1e-9)), q -> assertThat(q).isEqualTo(0.02, within(1e-9)));
        assertThat(FalseDiscoveries.adjusted(List.of())).isEmpty();
    }
}
