package org.kamiau.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessTimeTest {
    @Test
    void it_is_written_and_read_in_one_form() {
        assertThat(BusinessTime.parse("30m"))
                .isEqualTo(BusinessTime.minutes(30))
                .hasToString("30m");
        assertThat(BusinessTime.parse("4h")).isEqualTo(BusinessTime.hours(4)).hasToString("4h");
        assertThat(BusinessTime.parse("5d")).isEqualTo(BusinessTime.days(5)).hasToString("5d");
    }

    @Test
    void a_business_day_counts_540_minutes() {
        assertThat(BusinessTime.days(2).toMinutes()).isEqualTo(1080);
        assertThat(BusinessTime.hours(4).toMinutes()).isEqualTo(240);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "d", "-1d", "1.5h", "5 d", "5D", "5w", "9999999999m"})
    void anything_else_is_not_a_business_time(String written) {
        assertThatThrownBy(() -> BusinessTime.parse(written))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void it_is_never_negative() {
        assertThatThrownBy(() -> BusinessTime.minutes(-1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
