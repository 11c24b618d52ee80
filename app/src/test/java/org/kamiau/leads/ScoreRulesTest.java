package org.kamiau.leads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kamiau.customers.Customers.SegmentName;
import org.kamiau.customers.RoleLevel;

class ScoreRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-24T00:05:00Z");
    private static final ScoreRules RULES = ScoreRules.DEFAULT;
    private static final SegmentName CONSTRUCTION = new SegmentName("中堅建設", "Mid-sized construction");
    private static final Prospect PERFECT =
            new Prospect(CONSTRUCTION, 800, RoleLevel.HEAD, "工事部長", "23", false, false, "kensho.example", List.of());
    private static final Prospect UNKNOWN =
            new Prospect(null, null, RoleLevel.UNKNOWN, null, null, false, false, null, List.of());

    private static Touch touch(ResponseKind kind, int daysAgo) {
        return new Touch(kind, NOW.minus(Duration.ofDays(daysAgo)));
    }

    @Test
    void a_head_in_a_target_company_of_the_right_size_and_region_is_an_a() {
        var score = RULES.score(PERFECT, List.of(touch(ResponseKind.QUOTE_REQUEST, 0), touch(ResponseKind.DOWNLOAD, 0)), NOW);

        assertThat(score.fit()).isEqualTo(80);
        assertThat(score.engagement()).isEqualTo(40);
        assertThat(score.grade()).isEqualTo("A2");
    }

    @Test
    void interest_halves_after_its_half_life() {
        assertThat(RULES.score(UNKNOWN, List.of(touch(ResponseKind.PRICE_PAGE, 0)), NOW).engagement()).isEqualTo(15);
        assertThat(RULES.score(UNKNOWN, List.of(touch(ResponseKind.PRICE_PAGE, 7)), NOW).engagement()).isEqualTo(8);
        assertThat(RULES.score(UNKNOWN, List.of(touch(ResponseKind.EVENT, 45)), NOW).engagement()).isEqualTo(10);
    }

    @Test
    void one_response_of_a_kind_counts_per_day() {
        var three = List.of(touch(ResponseKind.DOWNLOAD, 0), touch(ResponseKind.DOWNLOAD, 0), touch(ResponseKind.DOWNLOAD, 0));

        assertThat(RULES.score(UNKNOWN, three, NOW).engagement()).isEqualTo(10);
    }

    @Test
    void the_day_is_the_one_in_japan() {
        // 23:30 and 00:30 in Japan lie on two days although they share one in UTC.
        var late = new Touch(ResponseKind.DOWNLOAD, Instant.parse("2026-11-22T14:30:00Z"));
        var early = new Touch(ResponseKind.DOWNLOAD, Instant.parse("2026-11-22T15:30:00Z"));

        assertThat(RULES.score(UNKNOWN, List.of(late, early), NOW).engagement()).isEqualTo(19);
    }

    @Test
    void scores_stay_between_0_and_100() {
        var eager = IntStream.range(0, 60).mapToObj(day -> touch(ResponseKind.DEMO_REQUEST, day)).toList();
        var free = new Prospect(null, null, RoleLevel.UNKNOWN, null, null, false, true, "gmail.com", List.of());

        assertThat(RULES.score(UNKNOWN, eager, NOW).engagement()).isEqualTo(100);
        assertThat(RULES.score(free, List.of(), NOW).fit()).isZero();
    }

    @Test
    void a_free_mail_address_costs_20_and_is_said_so() {
        var free = new Prospect(CONSTRUCTION, 800, RoleLevel.HEAD, "工事部長", "23", false, true, "gmail.com", List.of());

        var score = RULES.score(free, List.of(), NOW);

        assertThat(score.fit()).isEqualTo(60);
        assertThat(score.reasons()).contains(new Reason("free_mail", -20, List.of()));
    }

    @Test
    void reasons_add_up_to_the_score_and_the_heaviest_comes_first() {
        var score = RULES.score(PERFECT, List.of(touch(ResponseKind.QUOTE_REQUEST, 0)), NOW);

        assertThat(score.reasons().stream().mapToInt(Reason::points).sum()).isEqualTo(score.fit() + score.engagement());
        assertThat(score.top()).hasSize(3);
        assertThat(score.reasons().getFirst().points()).isEqualTo(30);
    }

    @Test
    void low_fit_never_becomes_an_mql_on_interest_alone() {
        assertThat(RULES.qualifies(new Score(59, 100, "C1", List.of()), false)).isFalse();
        assertThat(RULES.qualifies(new Score(60, 40, "B2", List.of()), false)).isTrue();
        assertThat(RULES.qualifies(new Score(60, 39, "B3", List.of()), false)).isFalse();
    }

    @Test
    void a_raised_hand_needs_a_fit_of_40() {
        assertThat(RULES.qualifies(new Score(40, 0, "C4", List.of()), true)).isTrue();
        assertThat(RULES.qualifies(new Score(39, 100, "D1", List.of()), true)).isFalse();
    }

    @Test
    void students_are_outside() {
        var student = new Prospect(null, null, RoleLevel.UNKNOWN, "大学院生", null, false, false, "example.ac.jp", List.of());

        assertThat(RULES.outside(student)).contains("student");
        assertThat(RULES.outside(PERFECT)).isEmpty();
    }
}
