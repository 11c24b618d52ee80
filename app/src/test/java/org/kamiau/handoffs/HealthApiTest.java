package org.kamiau.handoffs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kamiau.FixedClock;
import org.kamiau.KamiauTest;
import org.kamiau.calendar.Clocks;
import org.kamiau.people.SamplePeople;
import org.kamiau.people.SamplePeople.Signed;
import org.kamiau.platform.ApplicationClock;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;
import org.kamiau.platform.alerts.Outcome;
import org.kamiau.platform.alerts.Precision;
import org.kamiau.platform.pieces.Rate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/** In months that no other test uses, rolled back afterwards: an alarm looks at everything there is. */
@KamiauTest
@Transactional
class HealthApiTest {

    private static final Instant JULY = Instant.parse("2031-07-02T01:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2031, 7, 1);
    private static final LocalDate LAST = LocalDate.of(2031, 7, 31);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SamplePeople people;

    @Autowired
    SampleHandoffs sample;

    @Autowired
    Healths healths;

    @Autowired
    Alarms alarms;

    @Autowired
    Clocks clocks;

    @Autowired
    ApplicationClock clock;

    @Autowired
    DSLContext sql;

    private Signed sales;

    @BeforeEach
    void head() {
        clock.set(Instant.parse("2031-07-20T01:00:00Z"));
        sales = people.as(Role.SALES_HEAD);
    }

    @org.junit.jupiter.api.AfterEach
    void storyTime() {
        clock.set(FixedClock.STORY_MORNING);
    }

    private Health isFs() {
        return Objects.requireNonNull(healths.between(FIRST, LAST).get(Boundary.IS_FS));
    }

    @Test
    void silence_and_overdue_are_late_and_what_is_not_due_does_not_count() {
        sample.accepted(Boundary.IS_FS, JULY, 1, "", "");
        sample.accepted(Boundary.IS_FS, JULY, 3, "", "");
        sample.open(Boundary.IS_FS, JULY);
        sample.open(Boundary.IS_FS, clock.instant());

        assertThat(isFs().onTime()).isEqualTo(new Rate(1, 3, true));
        assertThat(isFs().n()).isEqualTo(4);
        assertThat(isFs().score()).isNull();
    }

    @Test
    void all_four_parts_make_the_score() {
        var first = sample.accepted(Boundary.IS_FS, JULY, 1, "needs,budget", "budget");
        var second = sample.accepted(Boundary.IS_FS, JULY, 3, "needs,budget", "");
        sample.completed(first, true, "budget");
        sample.completed(second, false, "");
        sample.rated(first, "giver", 4);
        sample.rated(first, "receiver", 2);

        // 30 · 1/2 + 30 · 3/4 + 20 · (1 − 1) + 20 · 3/5
        assertThat(isFs().score()).isEqualTo(49.5);
        assertThat(mvc.get().uri("/api/v1/handoffs/health?from=2031-07-01&to=2031-07-31").with(sales)).hasStatusOk().bodyJson()
                .extractingPath("$.items[?(@.boundary == 'is_fs')]").asArray().singleElement().asString()
                .contains("score=49.5", "onTime=50.0", "completeness=75.0", "reasked=100.0", "rating=3.0", "noShow=50.0", "n=2");
    }

    @Test
    void days_that_end_before_they_begin_are_refused() {
        assertThat(mvc.get().uri("/api/v1/handoffs/health?from=2031-07-31&to=2031-07-01").with(sales)).hasStatus(422);
        assertThat(mvc.get().uri("/api/v1/sla?from=2001-07-31&to=2031-07-01").with(sales)).hasStatus(422);
    }

    private void gap() {
        for (int i = 0; i < 20; i++) {
            var id = sample.accepted(Boundary.IS_FS, JULY, i < 9 ? 1 : 3, "needs,budget", i < 17 ? "budget" : "");
            sample.completed(id, true, i < 8 ? "budget" : "");
            sample.rated(id, "receiver", 3);
        }
    }

    @Test
    void a_gap_is_raised_once_a_morning_with_a_clock_on_both_heads() {
        gap();
        var monday = Instant.parse("2031-07-14T00:00:00Z");

        assertThat(alarms.look(monday.minusSeconds(60))).isEmpty();
        var raised = alarms.look(monday);
        assertThat(raised).singleElement().satisfies(alarm -> {
            assertThat(alarm.finding().detection()).isEqualTo("health");
            assertThat(alarm.finding().boundary()).isEqualTo(Boundary.IS_FS);
            assertThat(alarm.finding().n()).isEqualTo(20);
        });
        assertThat(clocks.of(Alarms.ref(raised.getFirst().id()))).extracting(view -> view.turn().code())
                .containsExactlyInAnyOrder("field_sales", "marketing");
        assertThat(alarms.look(monday.plusSeconds(60))).as("the same morning").isEmpty();
        assertThat(alarms.look(monday.plusSeconds(86_400))).as("one is open").isEmpty();
        assertThat(alarms.look(Instant.parse("2031-07-19T02:00:00Z"))).as("a Saturday").isEmpty();
    }

    @Test
    void an_alarm_has_one_outcome_and_rests_while_the_days_looked_at_are_the_same() {
        gap();
        var alarm = alarms.look(Instant.parse("2031-07-14T00:00:00Z")).getFirst();
        clock.set(Instant.parse("2031-07-15T01:00:00Z"));

        assertThatThrownBy(() -> alarms.close(alarm.id(), Outcome.ACTED, "x", people.as(Role.IS).actor())).isInstanceOf(Refusal.NotAllowed.class);
        alarms.close(alarm.id(), Outcome.ACTED, "ひな形をそろえた", sales.actor());
        assertThatThrownBy(() -> alarms.close(alarm.id(), Outcome.LET_BE, "x", sales.actor())).isInstanceOf(AlarmClosed.class);

        assertThat(clocks.of(Alarms.ref(alarm.id()))).allSatisfy(view -> assertThat(view.running()).isFalse());
        assertThat(alarms.look(Instant.parse("2031-07-16T00:00:00Z"))).isEmpty();
        assertThat(alarms.precision("health")).isEqualTo(new Precision(1, 1));
    }

    @Test
    void twenty_outcomes_of_which_most_are_wrong_mute_the_detection_until_it_is_released() {
        gap();
        for (int i = 0; i < 19; i++) {
            sql.execute("""
                    insert into handoffs.alarm (id, boundary, detection, raised_at, from_day, to_day, measure, line, n, due_at, outcome, reason, closed_at, closed_by)
                    values ({0}, 'is_fs', 'health', '2031-01-06', '2030-12-01', '2030-12-28', 50, 60, 20, '2031-01-13', 'false_alarm', 'x', '2031-01-07', {1})
                    """, org.jooq.impl.DSL.val(java.util.UUID.randomUUID()), org.jooq.impl.DSL.val(sales.id().value()));
        }
        var alarm = alarms.look(Instant.parse("2031-07-14T00:00:00Z")).getFirst();

        alarms.close(alarm.id(), Outcome.FALSE_ALARM, "休みの週だった", sales.actor());

        assertThat(alarms.detections()).containsEntry("health", true).containsEntry("reasked", false);
        alarms.release("health", "線を見直した", sales.actor());
        assertThat(alarms.detections()).containsEntry("health", false);
        assertThat(alarms.precision("health")).isEqualTo(new Precision(0, 0));
    }

    @Test
    void the_next_look_is_at_the_opening_of_the_next_business_day() {
        clock.set(Instant.parse("2031-07-12T01:00:00Z"));
        assertThat(alarms.next()).isEqualTo(Instant.parse("2031-07-14T00:00:00Z"));

        alarms.look(Instant.parse("2031-07-14T00:00:00Z"));
        clock.set(Instant.parse("2031-07-14T05:00:00Z"));
        assertThat(alarms.next()).isEqualTo(Instant.parse("2031-07-15T00:00:00Z"));
    }

    @Test
    void pages_show_health_gaps_and_the_handoffs_behind_them() {
        gap();
        var alarm = alarms.look(Instant.parse("2031-07-14T00:00:00Z")).getFirst();
        var english = people.as(Locale.ENGLISH, Role.MKT_HEAD);

        assertThat(mvc.get().uri("/handoffs?month=2031-07").with(sales)).hasStatusOk().bodyText()
                .contains("溝: インサイドセールス → フィールドセールス", "溝ができています", "予算");
        assertThat(mvc.get().uri("/handoffs").with(english)).hasStatusOk().bodyText().contains("Last 28 full days", "Low health");
        assertThat(mvc.get().uri("/handoffs?month=never").with(english)).hasStatus(404);
        assertThat(mvc.get().uri("/handoffs/list?f=boundary.is.is_fs&f=late.is.true&f=offered.between.2031-07-01,2031-07-31").with(english))
                .hasStatusOk().bodyText().contains("Hand-overs one by one", "late");
        assertThat(mvc.get().uri("/").with(english)).hasStatusOk().bodyText().contains("Gaps between the sides");
        assertThat(mvc.get().uri("/handoffs/alarms/" + alarm.id()).with(english)).hasStatusOk().bodyText().contains("We act", "below 60");
        assertThat(mvc.post().uri("/handoffs/alarms/" + alarm.id() + "/outcome").with(english).param("outcome", "acted")).hasStatus(422)
                .bodyText().contains("This is needed.");
        assertThat(mvc.post().uri("/handoffs/alarms/" + alarm.id() + "/outcome").with(people.as(Role.FS)).param("outcome", "acted").param("reason", "x"))
                .hasStatus(403);
        assertThat(mvc.post().uri("/handoffs/alarms/" + alarm.id() + "/outcome").with(english).param("outcome", "acted").param("reason", "One template"))
                .hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/handoffs/alarms/" + alarm.id()).with(english)).bodyText().contains("One template").doesNotContain("Record the outcome");
    }

    @Test
    void the_api_closes_an_alarm_once() {
        gap();
        var alarm = alarms.look(Instant.parse("2031-07-14T00:00:00Z")).getFirst();
        var uri = "/api/v1/handoffs/alarms/" + alarm.id() + "/outcome";
        var body = "{\"outcome\": \"let_be\", \"reason\": \"年末まで様子を見る\"}";

        assertThat(mvc.post().uri(uri).with(people.as(Role.MKT)).contentType(MediaType.APPLICATION_JSON).content(body)).hasStatus(403);
        assertThat(mvc.post().uri(uri).with(sales).contentType(MediaType.APPLICATION_JSON).content("{\"outcome\": \"acted\"}")).hasStatus(422);
        assertThat(mvc.post().uri(uri).with(sales).contentType(MediaType.APPLICATION_JSON).content(body)).hasStatusOk()
                .bodyJson().extractingPath("$.outcome").isEqualTo("let_be");
        assertThat(mvc.post().uri(uri).with(sales).contentType(MediaType.APPLICATION_JSON).content(body)).hasStatus(409);
        assertThat(mvc.get().uri("/api/v1/handoffs/alarms").with(sales)).hasStatusOk().bodyText().contains(alarm.id().toString());
    }
}
