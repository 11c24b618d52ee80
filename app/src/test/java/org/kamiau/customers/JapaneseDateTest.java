package org.kamiau.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JapaneseDateTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"令和8年11月24日", "令和８年１１月２４日", "R8.11.24", "Ｒ８．１１．２４", "r8/11/24", "R08-11-24", "2026/11/24", "2026-11-24", "2026.11.24",
                "2026年11月24日", "2026年11月24日(火)", "20261124", "46350", "2026/11/24 0:00", "平成38年11月24日"})
    void one_day_is_written_in_many_ways(String text) {
        assertThat(JapaneseDate.parse(text).orNull()).isEqualTo(LocalDate.of(2026, 11, 24));
    }

    @ParameterizedTest
    @CsvSource({"令和元年5月1日, 2019-05-01", "H1.1.8, 1989-01-08", "S64.1.7, 1989-01-07", "大正15年12月24日, 1926-12-24", "T12.9.1, 1923-09-01", "明治45年7月29日, 1912-07-29"})
    void years_are_counted_in_their_era(String text, LocalDate date) {
        assertThat(JapaneseDate.parse(text).orNull()).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({
        "2026/11/24 9:05, 2026-11-24T09:05",
        "2026-11-24T09:05:07, 2026-11-24T09:05:07",
        "令和8年11月24日 9時5分, 2026-11-24T09:05",
        "2026/11/24, 2026-11-24T00:00"
    })
    void a_time_of_day_may_follow(String text, LocalDateTime moment) {
        assertThat(JapaneseDate.parseDateTime(text).orNull()).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026/2/29", "令和元年4月30日", "2026/13/1", "24/11/2026", "昨日", "R8", "2026/11/24 25:00", "11/24", "\0", "令和0年1月1日"})
    void what_is_on_no_calendar_is_refused(String text) {
        assertThat(JapaneseDate.parse(text).refusal()).isEqualTo("customers.date.invalid");
    }

    @Test
    void ten_thousand_characters_are_refused_at_once() {
        assertThat(JapaneseDate.parse("2026/".repeat(2_000)).refusal()).isEqualTo("customers.date.invalid");
    }
}
