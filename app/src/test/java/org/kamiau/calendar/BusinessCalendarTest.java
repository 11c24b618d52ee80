package org.kamiau.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kamiau.calendar.BusinessTime.days;
import static org.kamiau.calendar.BusinessTime.hours;
import static org.kamiau.calendar.BusinessTime.minutes;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.THURSDAY;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class BusinessCalendarTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final BusinessCalendar calendar = BusinessCalendar.standard();

    @ParameterizedTest(name = "{0} + {1} is {2}")
    @CsvSource({
        "2026-11-20T17:52,    30m, 2026-11-24T09:22", // over the three-day weekend
        "2026-09-14T10:00,    5d,  2026-09-24T10:00", // over Silver Week with its citizens' holiday
        "2026-12-28T17:30,    60m, 2027-01-04T09:30", // over the year-end closing
        "2026-11-24T09:00,    4h,  2026-11-24T13:00",
        "2026-11-24T17:30,    30m, 2026-11-24T18:00", // due at closing time, not at the next
                                                      // opening
        "2026-11-24T17:30,    31m, 2026-11-25T09:01",
        "2026-11-24T09:00,    1d,  2026-11-25T09:00",
        "2026-11-24T09:00,  540m,  2026-11-24T18:00",
        "2026-11-24T10:00,  540m,  2026-11-25T10:00",
        "2026-11-21T13:00,    30m, 2026-11-24T09:30", // a Saturday start moves to the next opening
        "2026-11-21T13:00,    1d,  2026-11-25T09:00",
        "2026-11-24T07:15,    1d,  2026-11-25T09:00", // before opening
        "2026-11-24T18:00,    1m,  2026-11-25T09:01", // closing time is outside the hours
        "2026-11-24T18:00,    0m,  2026-11-25T09:00",
        "2026-11-24T12:00,    0d,  2026-11-24T12:00",
        "2026-11-24T17:52:30, 30m, 2026-11-25T09:22:30",
        "2026-12-28T09:00,    1d,  2027-01-04T09:00",
        "2027-03-19T12:00,    1d,  2027-03-23T12:00", // over a substitute holiday
    })
    void business_time_after_a_start(LocalDateTime start, String amount, LocalDateTime due) {
        assertThat(calendar.due(at(start), BusinessTime.parse(amount))).isEqualTo(at(due));
    }

    @ParameterizedTest(name = "{0} to {1}: {2} minutes")
    @CsvSource({
        "2026-11-20T17:52, 2026-11-24T09:22, 30",
        "2026-11-20T17:52, 2026-11-24T09:05, 13",
        "2026-09-14T10:00, 2026-09-24T10:00, 2700",
        "2026-11-21T00:00, 2026-11-23T23:59, 0",
        "2026-11-24T09:00, 2026-11-24T09:00:59, 0",
        "2026-11-24T09:22, 2026-11-20T17:52, -30",
        "2025-12-26T17:00, 2027-01-04T10:00, 129720", // all of 2026, and an hour on either side of
                                                      // it
    })
    void business_minutes_between_two_moments(LocalDateTime from, LocalDateTime to, long expected) {
        assertThat(calendar.minutesBetween(at(from), at(to))).isEqualTo(expected);
    }

    @Test
    void the_months_of_2026_have_these_business_days() {
        var counted =
                IntStream.rangeClosed(1, 12)
                        .mapToObj(month -> calendar.businessDaysIn(YearMonth.of(2026, month)));

        assertThat(counted)
                .containsExactly(19L, 18L, 21L, 21L, 18L, 22L, 22L, 20L, 19L, 21L, 19L, 20L);
    }

    @Test
    void the_office_is_open_from_nine_up_to_six() {
        assertThat(calendar.open(at("2026-11-24T08:59:59"))).isFalse();
        assertThat(calendar.open(at("2026-11-24T09:00"))).isTrue();
        assertThat(calendar.open(at("2026-11-24T17:59:59"))).isTrue();
        assertThat(calendar.open(at("2026-11-24T18:00"))).isFalse();
        assertThat(calendar.open(at("2026-11-23T12:00"))).isFalse();
    }

    @Test
    void the_next_opening_is_now_when_open_and_else_the_next_business_morning() {
        assertThat(calendar.nextOpening(at("2026-11-24T12:34"))).isEqualTo(at("2026-11-24T12:34"));
        assertThat(calendar.nextOpening(at("2026-11-24T06:00"))).isEqualTo(at("2026-11-24T09:00"));
        assertThat(calendar.nextOpening(at("2026-12-28T20:00"))).isEqualTo(at("2027-01-04T09:00"));
    }

    @Test
    void business_days_are_counted_between_dates() {
        assertThat(calendar.businessDaysBetween(day("2026-09-14"), day("2026-09-24"))).isEqualTo(5);
        assertThat(calendar.businessDaysBetween(day("2026-09-24"), day("2026-09-14")))
                .isEqualTo(-5);
        assertThat(calendar.businessDaysBetween(day("2026-12-28"), day("2027-01-04"))).isEqualTo(1);
        assertThat(calendar.plusBusinessDays(day("2026-11-21"), 0)).isEqualTo(day("2026-11-24"));
        assertThat(calendar.plusBusinessDays(day("2026-11-20"), 1)).isEqualTo(day("2026-11-24"));
    }

    @Test
    void company_days_close_a_working_day_and_open_a_day_off() {
        var exceptions =
                with(
                        WorkingWeek.standard(),
                        new CompanyDay(day("2026-08-13"), false, "夏季休業"),
                        new CompanyDay(day("2026-08-15"), true, "棚卸し"));

        assertThat(exceptions.businessDay(day("2026-08-13"))).isFalse();
        assertThat(exceptions.open(at("2026-08-15T17:00"))).isTrue();
        assertThat(exceptions.due(at("2026-08-12T17:30"), hours(1)))
                .isEqualTo(at("2026-08-14T09:30"));
        assertThat(exceptions.due(at("2026-08-14T17:30"), hours(1)))
                .isEqualTo(at("2026-08-15T09:30"));
    }

    @Test
    void clocks_stand_still_during_lunch() {
        var lunch = with(new WorkingWeek(WorkingWeek.standard().hours(), span("12:00", "13:00")));

        assertThat(lunch.open(at("2026-11-24T12:30"))).isFalse();
        assertThat(lunch.due(at("2026-11-24T11:50"), minutes(20)))
                .isEqualTo(at("2026-11-24T13:10"));
        assertThat(lunch.due(at("2026-11-24T12:10"), minutes(20)))
                .isEqualTo(at("2026-11-24T13:20"));
        assertThat(lunch.due(at("2026-11-24T12:10"), days(1))).isEqualTo(at("2026-11-25T13:00"));
        assertThat(lunch.minutesBetween(at("2026-11-24T09:00"), at("2026-11-24T18:00")))
                .isEqualTo(480);
    }

    @Test
    void a_shorter_day_takes_the_nearest_time_it_has() {
        var hours = Map.of(THURSDAY, span("09:00", "18:00"), FRIDAY, span("10:00", "15:00"));
        var shortFridays = with(new WorkingWeek(hours, null));

        assertThat(shortFridays.due(at("2026-11-26T17:00"), days(1)))
                .isEqualTo(at("2026-11-27T15:00"));
        assertThat(shortFridays.due(at("2026-11-26T09:00"), days(1)))
                .isEqualTo(at("2026-11-27T10:00"));
        assertThat(shortFridays.due(at("2026-11-26T17:00"), days(2)))
                .isEqualTo(at("2026-12-03T17:00"));
    }

    @Test
    void another_zone_moves_the_hours() {
        var london =
                new BusinessCalendar(
                        ZoneId.of("Europe/London"),
                        WorkingWeek.standard(),
                        null,
                        Holidays.japanese(),
                        List.of());

        assertThat(london.due(Instant.parse("2026-07-01T18:00:00Z"), minutes(30)))
                .isEqualTo(Instant.parse("2026-07-02T08:30:00Z"));
        assertThat(london.businessDay(day("2026-12-30"))).isTrue();
    }

    @Test
    void ten_thousand_business_days_are_found_at_once() {
        var due = calendar.due(at("2026-11-24T10:00"), days(10_000));

        assertThat(calendar.minutesBetween(at("2026-11-24T10:00"), due)).isEqualTo(5_400_000);
        assertThat(calendar.due(at("2026-11-24T10:00"), minutes(5_400_000))).isEqualTo(due);
    }

    @Test
    void a_week_without_hours_or_with_only_lunch_is_refused() {
        assertThatThrownBy(() -> new WorkingWeek(Map.of(), null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                new WorkingWeek(
                                        Map.of(SATURDAY, span("12:00", "13:00")),
                                        span("11:00", "14:00")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> span("18:00", "09:00"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_closing_that_would_leave_no_open_day_is_refused() {
        assertThatThrownBy(() -> new YearEndClosing(MonthDay.of(1, 4), MonthDay.of(1, 3)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new YearEndClosing(MonthDay.of(1, 1), MonthDay.of(12, 31)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static BusinessCalendar with(WorkingWeek week, CompanyDay... companyDays) {
        return new BusinessCalendar(
                TOKYO, week, YearEndClosing.customary(), Holidays.japanese(), List.of(companyDays));
    }

    private static Span span(String from, String to) {
        return new Span(LocalTime.parse(from), LocalTime.parse(to));
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static Instant at(String local) {
        return at(LocalDateTime.parse(local));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(TOKYO).toInstant();
    }
}
