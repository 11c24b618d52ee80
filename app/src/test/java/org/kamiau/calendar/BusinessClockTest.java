package org.kamiau.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kamiau.calendar.BusinessClock.Outcome;
import org.kamiau.calendar.BusinessClock.State;
import org.kamiau.calendar.BusinessClock.Stop;
import org.kamiau.platform.Function;
import org.kamiau.platform.RecordRef;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;

class BusinessClockTest {
    private static final BusinessCalendar CALENDAR = BusinessCalendar.standard();
    private static final Instant FRIDAY_EVENING = at("2026-11-20T17:52");

    @Test
    void the_friday_inquiry_turns_amber_and_red_on_tuesday_morning() {
        var moments = Moments.of(FRIDAY_EVENING, BusinessTime.minutes(30), CALENDAR);

        assertThat(moments)
                .isEqualTo(
                        new Moments(
                                FRIDAY_EVENING,
                                at("2026-11-24T09:16"),
                                at("2026-11-24T09:22"),
                                at("2026-11-24T09:52"),
                                30));
    }

    @Test
    void promises_in_days_double_in_days() {
        var moments = Moments.of(at("2026-11-21T12:00"), BusinessTime.days(1), CALENDAR);

        assertThat(moments)
                .isEqualTo(
                        new Moments(
                                at("2026-11-21T12:00"),
                                at("2026-11-24T16:12"),
                                at("2026-11-25T09:00"),
                                at("2026-11-26T09:00"),
                                540));
    }

    @Test
    void a_clock_runs_pauses_at_night_and_turns_amber_and_red() {
        var clock = clock(null);

        assertThat(clock.state(at("2026-11-20T17:55"), CALENDAR)).isEqualTo(State.RUNNING);
        assertThat(clock.state(at("2026-11-22T12:00"), CALENDAR)).isEqualTo(State.PAUSED);
        assertThat(clock.state(at("2026-11-24T09:15"), CALENDAR)).isEqualTo(State.RUNNING);
        assertThat(clock.state(at("2026-11-24T09:16"), CALENDAR)).isEqualTo(State.AMBER);
        assertThat(clock.state(at("2026-11-24T09:22"), CALENDAR)).isEqualTo(State.RED);
        assertThat(clock.state(at("2026-11-24T22:00"), CALENDAR)).isEqualTo(State.RED);
    }

    @Test
    void a_stopped_clock_keeps_the_state_it_ended_in() {
        var now = at("2026-12-01T10:00");
        var early = at("2026-11-24T09:10");
        var late = at("2026-11-24T09:40");

        assertThat(clock(new Stop(early, Outcome.MET)).state(now, CALENDAR)).isEqualTo(State.KEPT);
        assertThat(clock(new Stop(late, Outcome.BREACHED)).state(now, CALENDAR))
                .isEqualTo(State.RED);
        assertThat(clock(new Stop(late, Outcome.WAIVED)).state(now, CALENDAR))
                .isEqualTo(State.KEPT);
    }

    @Test
    void an_answer_at_the_due_moment_is_in_time() {
        var due = at("2026-11-24T09:22");

        assertThat(BusinessClock.outcome(due, due)).isEqualTo(Outcome.MET);
        assertThat(BusinessClock.outcome(due.plusNanos(1), due)).isEqualTo(Outcome.BREACHED);
    }

    @Test
    void a_view_counts_down_while_it_runs_and_stands_still_once_stopped() {
        var running = ClockView.of(clock(null), at("2026-11-24T09:05"), CALENDAR);
        var stopped =
                ClockView.of(
                        clock(new Stop(at("2026-11-24T09:32"), Outcome.BREACHED)),
                        at("2026-12-01T10:00"),
                        CALENDAR);

        assertThat(running.leftMinutes()).isEqualTo(17);
        assertThat(running.left()).isEqualTo(new TimeLeft.Remaining(0, 0, 17));
        assertThat(stopped.leftMinutes()).isEqualTo(-10);
        assertThat(stopped.left()).isEqualTo(new TimeLeft.Overrun(0, 0, 10));
    }

    private static BusinessClock clock(@Nullable Stop stop) {
        return new BusinessClock(
                new UUID(0, 1),
                new RecordRef("handoff", new UUID(0, 2)),
                "handoffs.answer",
                Function.INSIDE_SALES,
                null,
                Moments.of(FRIDAY_EVENING, BusinessTime.minutes(30), CALENDAR),
                stop);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Tokyo")).toInstant();
    }
}
