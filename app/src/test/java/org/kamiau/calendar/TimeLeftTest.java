package org.kamiau.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kamiau.calendar.TimeLeft.Day;
import org.kamiau.calendar.TimeLeft.Overrun;
import org.kamiau.calendar.TimeLeft.Remaining;
import org.kamiau.calendar.TimeLeft.Until;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

class TimeLeftTest {
    @Test
    void an_open_office_counts_hours_and_minutes() {
        assertThat(left("2026-11-24T09:05", "2026-11-24T09:22")).isEqualTo(new Remaining(0, 0, 17));
        assertThat(left("2026-11-24T10:00", "2026-11-24T13:20")).isEqualTo(new Remaining(0, 3, 20));
        assertThat(left("2026-11-24T17:50", "2026-11-25T09:10")).isEqualTo(new Remaining(0, 0, 20));
    }

    @Test
    void a_day_and_a_bit_says_the_hours_and_more_days_only_the_days() {
        assertThat(left("2026-11-24T10:00", "2026-11-25T13:20")).isEqualTo(new Remaining(1, 3, 0));
        assertThat(left("2026-11-24T10:00", "2026-12-01T10:00")).isEqualTo(new Remaining(5, 0, 0));
        assertThat(left("2026-11-24T10:01", "2026-12-01T10:00")).isEqualTo(new Remaining(4, 0, 0));
    }

    @Test
    void a_closed_office_says_until_when() {
        assertThat(left("2026-11-24T20:00", "2026-11-25T09:22"))
                .isEqualTo(
                        new Until(at("2026-11-25T09:22"), Day.TOMORROW_MORNING));
        assertThat(left("2026-11-24T20:00", "2026-11-25T15:00"))
                .isEqualTo(new Until(at("2026-11-25T15:00"), Day.TOMORROW));
        assertThat(left("2026-11-24T07:00", "2026-11-24T09:22"))
                .isEqualTo(new Until(at("2026-11-24T09:22"), Day.TODAY));
        assertThat(left("2026-11-21T12:00", "2026-11-24T09:22"))
                .isEqualTo(new Until(at("2026-11-24T09:22"), Day.LATER));
    }

    @Test
    void a_closed_office_still_counts_what_is_due_on_a_later_day() {
        assertThat(left("2026-11-21T12:00", "2026-11-25T09:22")).isEqualTo(new Remaining(1, 0, 0));
        assertThat(left("2026-11-21T12:00", "2026-12-01T09:00")).isEqualTo(new Remaining(5, 0, 0));
    }

    @Test
    void past_the_due_moment_it_counts_business_time_too() {
        assertThat(left("2026-11-24T13:20", "2026-11-24T10:00")).isEqualTo(new Overrun(0, 3, 20));
        assertThat(left("2026-11-24T09:05", "2026-11-20T17:55")).isEqualTo(new Overrun(0, 0, 10));
        assertThat(left("2026-11-24T10:00", "2026-11-24T10:00")).isEqualTo(new Overrun(0, 0, 0));
        assertThat(left("2026-12-01T10:00", "2026-11-24T10:00")).isEqualTo(new Overrun(5, 0, 0));
        assertThat(left("2026-11-24T20:00", "2026-11-24T17:30")).isEqualTo(new Overrun(0, 0, 30));
    }

    private static TimeLeft left(String now, String due) {
        return TimeLeft.at(at(now), at(due), BusinessCalendar.standard());
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Tokyo")).toInstant();
    }
}
