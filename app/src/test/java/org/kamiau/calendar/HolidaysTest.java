package org.kamiau.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.kamiau.calendar.Holiday.Name;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;

class HolidaysTest {
    private final Holidays holidays = Holidays.japanese();

    @Test
    void the_official_list_is_complete_from_1955_to_2027() {
        var listed = IntStream.rangeClosed(1955, 2027).map(year -> holidays.in(year).size()).sum();

        assertThat(listed).isEqualTo(1067);
        assertThat(holidays.lastListedYear()).isEqualTo(2027);
        assertThat(holidays.in(1954)).isEmpty();
    }

    @Test
    void the_rules_agree_with_the_official_list_in_every_ordinary_year() {
        Predicate<Integer> ordinary = year -> year < 2019 || year > 2021;

        assertThat(IntStream.rangeClosed(2007, 2027).boxed().filter(ordinary))
                .allSatisfy(
                        year ->
                                assertThat(HolidayRules.of(year))
                                        .containsExactlyElementsOf(holidays.in(year)));
    }

    @Test
    void the_enthronement_gave_2019_days_that_no_rule_knows() {
        assertThat(onlyIn(holidays.in(2019), HolidayRules.of(2019)))
                .containsExactly("4/30 国民の休日", "5/1 休日（祝日扱い）", "5/2 国民の休日", "10/22 休日（祝日扱い）");
        assertThat(onlyIn(HolidayRules.of(2019), holidays.in(2019))).isEmpty();
    }

    @Test
    void the_olympic_games_moved_three_holidays_of_2020() {
        assertThat(onlyIn(holidays.in(2020), HolidayRules.of(2020)))
                .containsExactly("7/23 海の日", "7/24 スポーツの日", "8/10 山の日");
        assertThat(onlyIn(HolidayRules.of(2020), holidays.in(2020)))
                .containsExactly("7/20 海の日", "8/11 山の日", "10/12 スポーツの日");
    }

    @Test
    void the_postponed_games_moved_three_holidays_of_2021_and_one_gave_a_substitute() {
        assertThat(onlyIn(holidays.in(2021), HolidayRules.of(2021)))
                .containsExactly("7/22 海の日", "7/23 スポーツの日", "8/8 山の日", "8/9 振替休日");
        assertThat(onlyIn(HolidayRules.of(2021), holidays.in(2021)))
                .containsExactly("7/19 海の日", "8/11 山の日", "10/11 スポーツの日");
    }

    @Test
    void a_weekday_between_two_holidays_is_the_citizens_holiday() {
        assertThat(holidays.on(LocalDate.of(2026, 9, 22)))
                .hasValueSatisfying(day -> assertThat(day.name()).isEqualTo(Name.CITIZENS_HOLIDAY));
        assertThat(holidays.on(LocalDate.of(2032, 9, 21)))
                .hasValueSatisfying(day -> assertThat(day.name()).isEqualTo(Name.CITIZENS_HOLIDAY));
    }

    @Test
    void a_substitute_falls_on_the_next_day_that_is_no_holiday() {
        assertThat(holidays.on(LocalDate.of(2026, 5, 6)))
                .hasValueSatisfying(
                        day -> assertThat(day.name()).isEqualTo(Name.SUBSTITUTE_HOLIDAY));
        assertThat(holidays.on(LocalDate.of(2027, 3, 22)))
                .hasValueSatisfying(
                        day -> assertThat(day.name()).isEqualTo(Name.SUBSTITUTE_HOLIDAY));
    }

    @Test
    void beyond_the_list_the_rules_give_the_days() {
        assertThat(holidays.in(2028))
                .extracting(HolidaysTest::text)
                .containsExactly(
                        "1/1 元日",
                        "1/10 成人の日",
                        "2/11 建国記念の日",
                        "2/23 天皇誕生日",
                        "3/20 春分の日",
                        "4/29 昭和の日",
                        "5/3 憲法記念日",
                        "5/4 みどりの日",
                        "5/5 こどもの日",
                        "7/17 海の日",
                        "8/11 山の日",
                        "9/18 敬老の日",
                        "9/22 秋分の日",
                        "10/9 スポーツの日",
                        "11/3 文化の日",
                        "11/23 勤労感謝の日");
        assertThat(holidays.on(LocalDate.of(2099, 9, 22))).isPresent();
        assertThat(holidays.on(LocalDate.of(2100, 3, 20))).isPresent();
    }

    @Test
    void the_rules_do_not_reach_behind_2007() {
        assertThatThrownBy(() -> HolidayRules.of(2006))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_holiday_has_a_name_in_both_languages() {
        assertThat(Name.LABOUR_THANKSGIVING_DAY.in(Locale.JAPANESE)).isEqualTo("勤労感謝の日");
        assertThat(Name.LABOUR_THANKSGIVING_DAY.in(Locale.ENGLISH))
                .isEqualTo("Labour Thanksgiving Day");
    }

    private static List<String> onlyIn(Collection<Holiday> these, Collection<Holiday> those) {
        return these.stream().filter(day -> !those.contains(day)).map(HolidaysTest::text).toList();
    }

    private static String text(Holiday day) {
        return "%d/%d %s"
                .formatted(
                        day.date().getMonthValue(),
                        day.date().getDayOfMonth(),
                        day.name().in(Locale.JAPANESE));
    }
}
