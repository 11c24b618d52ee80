package org.kamiau.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static java.time.temporal.ChronoUnit.MINUTES;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What must hold of every calendar, tried on random moments (always the same ones). */
class BusinessTimeLawsTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Instant FIRST = Instant.parse("2025-12-01T00:00:00Z");
    private static final long SPAN_MINUTES = 3L * 365 * 24 * 60;

    static Stream<BusinessCalendar> calendars() {
        var lunch = new Span(LocalTime.of(12, 0), LocalTime.of(13, 0));
        var oddHours =
                Map.of(
                        MONDAY, new Span(LocalTime.of(6, 30), LocalTime.of(12, 45)),
                        WEDNESDAY, new Span(LocalTime.of(12, 15), LocalTime.of(23, 59)),
                        FRIDAY, new Span(LocalTime.of(9, 0), LocalTime.of(18, 0)),
                        SATURDAY, new Span(LocalTime.MIDNIGHT, LocalTime.of(1, 0)));
        var companyDays =
                List.of(
                        new CompanyDay(LocalDate.of(2026, 8, 13), false, "夏季休業"),
                        new CompanyDay(LocalDate.of(2026, 11, 23), true, "展示会"));
        return Stream.of(
                BusinessCalendar.standard(),
                new BusinessCalendar(
                        TOKYO,
                        new WorkingWeek(WorkingWeek.standard().hours(), lunch),
                        YearEndClosing.customary(),
                        Holidays.japanese(),
                        companyDays),
                new BusinessCalendar(
                        TOKYO,
                        new WorkingWeek(oddHours, lunch),
                        null,
                        Holidays.japanese(),
                        companyDays));
    }

    @ParameterizedTest
    @MethodSource("calendars")
    void the_minutes_between_a_start_and_its_due_moment_are_the_amount(BusinessCalendar calendar) {
        samples(
                2_000,
                random -> {
                    var start = moment(random);
                    var amount = random.nextLong(20_000);

                    var due = calendar.due(start, BusinessTime.minutes(amount));

                    assertThat(calendar.minutesBetween(start, due)).isEqualTo(amount);
                    assertThat(due).isAfterOrEqualTo(start);
                });
    }

    @ParameterizedTest
    @MethodSource("calendars")
    void a_later_start_or_a_larger_amount_is_never_due_earlier(BusinessCalendar calendar) {
        samples(
                2_000,
                random -> {
                    var start = moment(random);
                    var amount =
                            random.nextBoolean()
                                    ? BusinessTime.minutes(random.nextLong(20_000))
                                    : BusinessTime.days(random.nextLong(300));
                    var larger =
                            new BusinessTime(amount.amount() + random.nextLong(50), amount.unit());
                    var later = start.plus(random.nextLong(10_000), MINUTES);

                    var due = calendar.due(start, amount);

                    assertThat(calendar.due(start, larger)).isAfterOrEqualTo(due);
                    assertThat(calendar.due(later, amount)).isAfterOrEqualTo(due);
                });
    }

    @ParameterizedTest
    @MethodSource("calendars")
    void walking_minute_by_minute_finds_the_same_moments(BusinessCalendar calendar) {
        samples(
                60,
                random -> {
                    var start = moment(random).truncatedTo(MINUTES);
                    var amount = random.nextLong(1, 2_000);

                    var due = calendar.due(start, BusinessTime.minutes(amount));

                    assertThat(due).isEqualTo(walk(calendar, start, amount));
                });
    }

    @ParameterizedTest
    @MethodSource("calendars")
    void a_due_moment_of_days_lies_on_the_day_found_by_walking_the_days(BusinessCalendar calendar) {
        samples(
                500,
                random -> {
                    var start = moment(random);
                    var days = random.nextLong(200);

                    var due = calendar.due(start, BusinessTime.days(days));

                    var date = calendar.toLocal(calendar.nextOpening(start)).toLocalDate();
                    for (var left = days; left > 0; left--) {
                        date = date.plusDays(1);
                        while (!calendar.businessDay(date)) {
                            date = date.plusDays(1);
                        }
                    }
                    assertThat(calendar.toLocal(due).toLocalDate()).isEqualTo(date);
                });
    }

    private static Instant walk(BusinessCalendar calendar, Instant start, long amount) {
        var moment = start;
        var left = amount;
        while (left > 0) {
            if (calendar.open(moment)) {
                left--;
            }
            moment = moment.plus(1, MINUTES);
        }
        return moment;
    }

    private static Instant moment(Random random) {
        return FIRST.plus(random.nextLong(SPAN_MINUTES), MINUTES)
                .plusMillis(random.nextLong(60_000));
    }

    private static void samples(int count, Consumer<Random> law) {
        var random = new Random(20261124);
        IntStream.range(0, count).forEach(_ -> law.accept(random));
    }
}
