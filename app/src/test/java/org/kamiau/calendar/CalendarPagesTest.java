package org.kamiau.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kamiau.KamiauTest;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Me;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Role;
import org.kamiau.platform.audit.Audit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

@KamiauTest
@Transactional
class CalendarPagesTest {
    private static final Actor OPS = Sample.member(Role.REVOPS, Locale.ENGLISH);
    private static final Cookie SESSION = new Cookie("kamiau-session", "calendar-pages");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Calendars calendars;

    @Autowired
    Audit audit;

    @Test
    void the_page_shows_hours_holidays_and_business_days_and_says_what_changes_reach() {
        assertThat(get("", OPS))
                .hasStatusOk()
                .bodyText()
                .contains("Changes apply to clocks that start from now on", "value=\"09:00\"", "12/29")
                .contains("Citizens' holiday", "2026 has 240 business days");
    }

    @Test
    void the_page_speaks_japanese() {
        assertThat(get("?year=2028", Sample.member(Role.ADMIN, Locale.JAPANESE)))
                .hasStatusOk()
                .bodyText()
                .contains("会社カレンダー", "2028年の祝日と会社の日", "公式の一覧はまだ公表されていません", "勤労感謝の日");
    }

    @Test
    void others_may_not_see_it() {
        assertThat(get("", Sample.member(Role.IS, Locale.ENGLISH))).hasStatus(403);
    }

    @Test
    void new_hours_apply_to_clocks_started_from_now_on() {
        var hours = Map.of(
                "version", version(), "opens2", "10:00", "closes2", "16:00", "lunchFrom", "12:00", "lunchTo", "13:00");

        assertThat(post("", hours)).hasStatus(303);

        assertThat(calendars.current().due(Sample.at("2026-11-24T09:05"), BusinessTime.minutes(150)))
                .isEqualTo(Sample.at("2026-11-24T13:30"));
        assertThat(calendars.settings().yearEnd()).isNull();
        assertThat(audit.history(new RecordRef("calendar", calendars.id()), 1)).singleElement().satisfies(entry -> {
            assertThat(entry.before()).containsEntry("tuesday", "09:00-18:00").containsEntry("lunch", null);
            assertThat(entry.after()).containsEntry("tuesday", "10:00-16:00").containsEntry("lunch", "12:00-13:00");
        });
    }

    @Test
    void wrong_hours_are_shown_again_with_what_is_wrong() {
        var hours = Map.of("version", version(), "opens1", "18:00", "closes1", "9:00", "yearEndFrom", "2/30", "yearEndTo", "1/3");

        assertThat(post("", hours))
                .hasStatus(422)
                .bodyText()
                .contains("The end comes after the beginning", "Write month and day", "value=\"2/30\"");

        assertThat(calendars.settings().week()).isEqualTo(WorkingWeek.standard());
    }

    @Test
    void hours_that_somebody_changed_in_between_are_not_overwritten() {
        assertThat(post("", Map.of("version", "0", "opens1", "9:00", "closes1", "17:00")))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody changed this in between", "value=\"17:00\"");
    }

    @Test
    void a_company_day_is_added_once_and_removed() {
        var day = Map.of("date", "2026-08-13", "kind", "closed", "name", "Summer <closing>");

        assertThat(post("/days", day)).hasStatus(303);
        assertThat(calendars.current().businessDay(LocalDate.of(2026, 8, 13))).isFalse();
        assertThat(get("?year=2026", OPS)).bodyText().contains("Summer &lt;closing&gt;", "2026 has 239 business days");
        assertThat(post("/days", day)).hasStatus(409).bodyText().contains("There is a company day on this date already");

        assertThat(post("/days/2026-08-13/removal", Map.of())).hasStatus(303);
        assertThat(calendars.current().businessDay(LocalDate.of(2026, 8, 13))).isTrue();
        assertThat(audit.history(new RecordRef("calendar", calendars.id()), 9)).hasSize(2);
    }

    @Test
    void a_company_day_needs_a_date_and_a_name() {
        assertThat(post("/days", Map.of("date", "soon", "name", "x".repeat(41))))
                .hasStatus(422)
                .bodyText()
                .contains("Choose a date", "At most 40 printable characters");
    }

    private String version() {
        return String.valueOf(calendars.settings().version());
    }

    private MvcTestResult get(String query, Actor actor) {
        return mvc.get()
                .uri("/settings/calendar" + query)
                .requestAttr(Me.ATTRIBUTE, actor)
                .cookie(SESSION)
                .exchange();
    }

    private MvcTestResult post(String path, Map<String, String> form) {
        var request = mvc.post()
                .uri("/settings/calendar" + path)
                .requestAttr(Me.ATTRIBUTE, OPS)
                .cookie(SESSION)
                .param("_csrf", csrf());
        form.forEach(request::param);
        return request.exchange();
    }

    /** As the page's own forms carry it. */
    private String csrf() {
        var page = get("", OPS).getResponse();
        try {
            var found = CSRF.matcher(page.getContentAsString());
            assertThat(found.find()).isTrue();
            return found.group(1);
        } catch (UnsupportedEncodingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
