package org.kamiau.handoffs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kamiau.FixedClock;
import org.kamiau.KamiauTest;
import org.kamiau.calendar.BusinessTime;
import org.kamiau.calendar.Clocks;
import org.kamiau.calendar.NewClock;
import org.kamiau.handoffs.Promise.Direction;
import org.kamiau.people.SamplePeople;
import org.kamiau.platform.ApplicationClock;
import org.kamiau.platform.Function;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Role;
import org.kamiau.platform.pieces.Rate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/** In months that no other test uses. */
@KamiauTest
@Transactional
class SlaTest {

    private static final Instant MARCH = Instant.parse("2032-03-02T01:00:00Z");

    @Autowired
    Slas slas;

    @Autowired
    Clocks clocks;

    @Autowired
    ApplicationClock clock;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SamplePeople people;

    @AfterEach
    void storyTime() {
        clock.set(FixedClock.STORY_MORNING);
    }

    private RecordRef promise(String key, Function turn, BusinessTime allowed, Instant start) {
        var about = new RecordRef("handoff", UUID.randomUUID());
        clocks.start(new NewClock(about, key, turn, null, start, allowed));
        return about;
    }

    private Sla march() {
        return slas.between(LocalDate.of(2032, 3, 1), LocalDate.of(2032, 3, 31));
    }

    @Test
    void met_and_breached_count_overdue_is_breached_not_due_and_waived_stand_apart() {
        clock.set(MARCH.plusSeconds(7200));
        clocks.stop(promise("handoffs.reply", Function.MARKETING, BusinessTime.hours(1), MARCH), MARCH.plusSeconds(60));
        clocks.stop(promise("handoffs.reply", Function.MARKETING, BusinessTime.hours(1), MARCH), MARCH.plusSeconds(3700));
        promise("handoffs.reply", Function.MARKETING, BusinessTime.hours(1), MARCH);
        promise("handoffs.reply", Function.MARKETING, BusinessTime.days(2), MARCH);
        clocks.waive(promise("handoffs.reply", Function.MARKETING, BusinessTime.hours(1), MARCH), MARCH);

        var counts = march().of(Direction.MARKETING_TO_SALES);
        assertThat(counts).isEqualTo(new Sla.Counts(1, 2, 1, 1));
        assertThat(counts.rate(true)).isEqualTo(new Rate(1, 3, true));
        assertThat(march().of(Direction.SALES_TO_MARKETING)).isEqualTo(Sla.Counts.NONE);
    }

    @Test
    void a_raised_hand_is_told_from_other_answers_by_its_time() {
        promise("handoffs.answer", Function.INSIDE_SALES, BusinessTime.minutes(30), MARCH);
        promise("handoffs.answer", Function.INSIDE_SALES, BusinessTime.hours(4), MARCH);
        promise("handoffs.answer", Function.FIELD_SALES, BusinessTime.hours(4), MARCH);
        promise("handoffs.signature", Function.FIELD_SALES, BusinessTime.hours(4), MARCH);

        assertThat(march().of(Promise.HAND_RAISE, Direction.SALES_TO_MARKETING).open()).isEqualTo(1);
        assertThat(march().of(Promise.ANSWER, Direction.SALES_TO_MARKETING).open()).isEqualTo(2);
        assertThat(march().lines()).hasSize(2);
    }

    @Test
    void who_owes_whom_follows_whose_turn_it_is() {
        promise("handoffs.rating_giver", Function.MARKETING, BusinessTime.days(5), MARCH);
        promise("handoffs.rating_receiver", Function.INSIDE_SALES, BusinessTime.days(5), MARCH);
        promise("handoffs.confirmation", Function.FIELD_SALES, BusinessTime.days(1), MARCH);
        promise("handoffs.ruling", Function.SALES_OPS, BusinessTime.days(3), MARCH);

        assertThat(march().of(Promise.RATING, Direction.MARKETING_TO_SALES).open()).isEqualTo(1);
        assertThat(march().of(Promise.RATING, Direction.SALES_TO_MARKETING).open()).isEqualTo(1);
        assertThat(march().of(Direction.WITHIN_SALES).open()).isEqualTo(1);
        assertThat(march().of(Direction.OPERATIONS).open()).isEqualTo(1);
    }

    @Test
    void a_promise_counts_in_the_month_in_which_it_fell_due() {
        promise("handoffs.reply", Function.MARKETING, BusinessTime.days(2), Instant.parse("2032-03-31T01:00:00Z"));

        var months = slas.months(YearMonth.of(2032, 3), YearMonth.of(2032, 4));
        assertThat(months).hasSize(2);
        assertThat(Objects.requireNonNull(months.get(YearMonth.of(2032, 3))).of(Direction.MARKETING_TO_SALES).open()).isZero();
        assertThat(Objects.requireNonNull(months.get(YearMonth.of(2032, 4))).of(Direction.MARKETING_TO_SALES).open()).isEqualTo(1);
    }

    @Test
    void the_api_tells_both_directions() {
        clocks.stop(promise("handoffs.reply", Function.MARKETING, BusinessTime.hours(1), MARCH), MARCH.plusSeconds(60));

        assertThat(mvc.get().uri("/api/v1/sla?from=2032-03-01&to=2032-03-31").with(people.as(Role.FIN))).hasStatusOk().bodyJson()
                .extractingPath("$.items[*].direction").asArray()
                .containsExactly("sales_to_marketing", "marketing_to_sales", "within_sales", "operations");
        assertThat(mvc.get().uri("/api/v1/sla?from=2032-03-01&to=2032-03-31").with(people.as(Role.FIN))).bodyJson()
                .extractingPath("$.items[1].total.percent").isEqualTo(100.0);
        assertThat(mvc.get().uri("/agreement/promises?f=due.between.2032-03-01,2032-03-31").with(people.as(Role.FS))).hasStatusOk()
                .bodyText().contains("返却に回答する");
    }
}
