package org.kamiau.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kamiau.calendar.Sample.ANSWER;
import static org.kamiau.calendar.Sample.at;
import static org.kamiau.calendar.Sample.handoff;
import static org.kamiau.calendar.Sample.promise;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kamiau.KamiauTest;
import org.kamiau.calendar.BusinessClock.Outcome;
import org.kamiau.calendar.BusinessClock.State;
import org.kamiau.platform.Function;
import org.kamiau.platform.MemberId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.annotation.Transactional;

@KamiauTest
@Transactional
class ClocksTest {
    @Autowired
    Clocks clocks;

    @Test
    void the_friday_inquiry_has_17_minutes_left_on_tuesday_at_nine_past_five() {
        var about = handoff();

        clocks.start(promise(about, "2026-11-20T17:52", BusinessTime.minutes(30)));

        assertThat(clocks.of(about)).singleElement().satisfies(clock -> {
            assertThat(clock.dueAt()).isEqualTo(at("2026-11-24T09:22"));
            assertThat(clock.leftMinutes()).isEqualTo(17);
            assertThat(clock.state()).isEqualTo(State.RUNNING);
            assertThat(clock.turn()).isEqualTo(Function.INSIDE_SALES);
        });
    }

    @Test
    void a_promise_about_a_record_runs_only_once_at_a_time() {
        var about = handoff();
        clocks.start(promise(about, "2026-11-20T10:00", BusinessTime.minutes(30)));

        assertThatThrownBy(() -> clocks.start(promise(about, "2026-11-20T10:00", BusinessTime.minutes(30))))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void many_clocks_start_in_one_go() {
        var promises = IntStream.range(0, 1_000)
                .mapToObj(_ -> promise(handoff(), "2026-11-20T10:00", BusinessTime.hours(4)))
                .toList();

        var started = clocks.start(promises);

        var ids = started.stream().map(clock -> clock.about().id()).toList();
        assertThat(clocks.of("handoff", ids)).hasSize(1_000);
        assertThat(clocks.start(List.of())).isEmpty();
    }

    @Test
    void an_answer_in_time_meets_the_promise() {
        var about = handoff();
        clocks.start(promise(about, "2026-11-20T17:52", BusinessTime.minutes(30)));

        var stopped = clocks.stop(about, ANSWER, at("2026-11-24T09:22"));

        assertThat(stopped).hasValueSatisfying(clock -> {
            assertThat(clock.stop()).isEqualTo(new BusinessClock.Stop(at("2026-11-24T09:22"), Outcome.MET));
        });
        assertThat(clocks.stop(about, ANSWER, at("2026-11-24T09:23"))).isEmpty();
        assertThat(clocks.of(about)).extracting(ClockView::state).containsExactly(State.KEPT);
    }

    @Test
    void an_answer_too_late_breaches_it() {
        var about = handoff();
        clocks.start(promise(about, "2026-11-20T17:52", BusinessTime.minutes(30)));

        clocks.stop(about, at("2026-11-24T09:22:01"));

        assertThat(clocks.of(about)).extracting(ClockView::outcome).containsExactly(Outcome.BREACHED);
    }

    @Test
    void a_waived_promise_is_neither() {
        var about = handoff();
        clocks.start(promise(about, "2026-11-20T10:00", BusinessTime.minutes(30)));

        clocks.waive(about, at("2026-11-24T09:00"));

        assertThat(clocks.of(about)).extracting(ClockView::outcome).containsExactly(Outcome.WAIVED);
    }

    @Test
    void a_stop_before_the_start_counts_as_the_start() {
        var about = handoff();
        clocks.start(promise(about, "2026-11-20T10:00", BusinessTime.minutes(30)));

        clocks.stop(about, at("2026-11-20T09:00"));

        assertThat(clocks.of(about)).extracting(ClockView::stoppedAt).containsExactly(at("2026-11-20T10:00"));
    }

    @Test
    void somebody_else_acts_within_the_same_time() {
        var about = handoff();
        var holder = new MemberId(UUID.randomUUID());
        clocks.start(promise(about, "2026-11-24T09:00", BusinessTime.minutes(30)));

        clocks.pass(about, Function.MARKETING, Optional.of(holder));

        assertThat(clocks.of(about)).singleElement().satisfies(clock -> {
            assertThat(clock.turn()).isEqualTo(Function.MARKETING);
            assertThat(clock.holder()).isEqualTo(holder);
            assertThat(clock.dueAt()).isEqualTo(at("2026-11-24T09:30"));
        });
    }

    @Test
    void a_list_shows_the_running_clock_that_is_due_first() {
        var about = handoff();
        clocks.start(promise(about, "2026-11-20T10:00", BusinessTime.minutes(30)));
        clocks.stop(about, at("2026-11-20T10:10"));
        clocks.start(new NewClock(
                about, "handoffs.rating", Function.MARKETING, null, at("2026-11-24T09:00"), BusinessTime.days(5)));
        clocks.start(promise(about, "2026-11-24T09:00", BusinessTime.hours(4)));

        var shown = clocks.of("handoff", List.of(about.id(), UUID.randomUUID()));

        assertThat(shown).containsOnlyKeys(about.id());
        assertThat(shown.get(about.id())).extracting(ClockView::dueAt).isEqualTo(at("2026-11-24T13:00"));
    }
}
