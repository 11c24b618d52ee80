package org.kamiau.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kamiau.KamiauTest;
import org.kamiau.platform.Me;
import org.kamiau.platform.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@KamiauTest
class CalendarApiTest {
    @Autowired
    MockMvcTester mvc;

    @ParameterizedTest
    @CsvSource({
        "from=2026-11-20T17:52:00%2B09:00&businessMinutes=30, 2026-11-24T09:22:00+09:00",
        "from=2026-11-20T17:52:00+09:00&businessMinutes=30,   2026-11-24T09:22:00+09:00", // + arrives as a space
        "from=2026-11-20T08:52:00Z&businessMinutes=30,        2026-11-24T09:22:00+09:00",
        "from=2026-09-14T10:00:00%2B09:00&businessDays=5,     2026-09-24T10:00:00+09:00",
        "from=2026-12-28T17:30:00%2B09:00&businessHours=1,    2027-01-04T09:30:00+09:00",
        "from=2026-11-24T10:00:00%2B09:00&businessDays=0,     2026-11-24T10:00:00+09:00",
    })
    void business_time_after_a_moment(String query, String dueAt) {
        assertThat(get("/api/v1/calendar/due?" + query, "ja"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.dueAt")
                .isEqualTo(dueAt);
    }

    @Test
    void business_minutes_between_two_moments() {
        var query = "from=2026-11-20T17:52:00+09:00&to=2026-11-24T09:22:00+09:00";

        assertThat(get("/api/v1/calendar/business-minutes?" + query, "ja"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.businessMinutes")
                .isEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource({
        "due?businessMinutes=30, /from",
        "due?from=yesterday&businessMinutes=30, /from",
        "due?from=1812-01-01T00:00:00Z&businessMinutes=30, /from",
        "due?from=2026-02-30T10:00:00Z&businessMinutes=30, /from",
        "due?from=2026-11-20T17:52:00Z, /businessMinutes",
        "due?from=2026-11-20T17:52:00Z&businessMinutes=30&businessDays=1, /businessDays",
        "due?from=2026-11-20T17:52:00Z&businessMinutes=-1, /businessMinutes",
        "due?from=2026-11-20T17:52:00Z&businessDays=1.5, /businessDays",
        "due?from=2026-11-20T17:52:00Z&businessDays=10001, /businessDays",
        "due?from=2026-11-20T17:52:00Z&businessHours=99999999999999999999, /businessHours",
        "business-minutes?from=2026-11-20T17:52:00Z, /to",
        "business-minutes?from=2026-11-20T17:52:00Z&to=2026-11-20T17:51:00Z, /to",
    })
    void wrong_input_names_its_field(String call, String pointer) {
        assertThat(get("/api/v1/calendar/" + call, "en"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo(pointer);
    }

    @Test
    void wrong_input_is_explained_in_the_callers_language() {
        var call = "/api/v1/calendar/due?from=2026-11-20T17:52:00Z&businessDays=10001";

        assertThat(get(call, "ja")).bodyJson().extractingPath("$.errors[0].message").isEqualTo("0 から 10,000 までの整数を指定します。");
        assertThat(get(call, "en"))
                .bodyJson()
                .extractingPath("$.errors[0].message")
                .isEqualTo("Give a whole number from 0 to 10,000.");
    }

    @Test
    void nobody_gets_nothing() {
        assertThat(mvc.get().uri("/api/v1/calendar/due?from=2026-11-20T17:52:00Z&businessMinutes=30")).hasStatus(401);
    }

    private MvcTestResult get(String call, String language) {
        return mvc.get()
                .uri(java.net.URI.create(call))
                .header("Accept-Language", language)
                .requestAttr(Me.ATTRIBUTE, Sample.member(Role.IS, Locale.JAPANESE))
                .exchange();
    }
}
