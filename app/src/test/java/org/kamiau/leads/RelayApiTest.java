package org.kamiau.leads;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kamiau.FixedClock;
import org.kamiau.KamiauTest;
import org.kamiau.calendar.ClockSweep;
import org.kamiau.people.SamplePeople;
import org.kamiau.platform.ApplicationClock;
import org.kamiau.platform.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** The relay from acceptance to the confirmed sales meeting, as a program would run it. */
@KamiauTest
class RelayApiTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SamplePeople people;

    @Autowired
    ApplicationClock clock;

    @Autowired
    JsonMapper json;

    @Autowired
    DSLContext sql;

    @Autowired
    ClockSweep sweep;

    @Autowired
    WakeUps wakeUps;

    @Autowired
    org.kamiau.people.Members members;

    private SamplePeople.Signed marketer;
    private SamplePeople.Signed is1;
    private SamplePeople.Signed fs1;
    private SamplePeople.Signed ops;

    @BeforeEach
    void people() {
        clock.set(FixedClock.STORY_MORNING);
        marketer = people.as(Role.MKT);
        is1 = people.as(Role.IS);
        fs1 = people.as(Role.FS);
        ops = people.as(Role.REVOPS);
    }

    @AfterEach
    void morning() {
        clock.set(FixedClock.STORY_MORNING);
    }

    /** An MQL that waits for inside sales' answer. */
    private record Offered(String lead, String handoff) {}

    private Offered offered() throws Exception {
        var key = UUID.randomUUID().toString().substring(0, 8);
        var answer = body(post(marketer, "/api/v1/leads", """
                {"person": {"familyName": "森本", "email": "m%s@relay-%s.example", "title": "工事部長"},
                 "company": {"name": "継走建設株式会社", "employees": 800, "prefecture": "愛知県", "industry": "建設"},
                 "kind": "quote_request", "message": "見積をください"}
                """.formatted(key, key)));
        return new Offered(String.valueOf(answer.get("id")), String.valueOf(part(answer, "handoff").get("id")));
    }

    private String accepted() throws Exception {
        var offered = offered();
        assertThat(post(is1, "/api/v1/handoffs/" + offered.handoff() + "/acceptance", "{}")).hasStatusOk();
        return offered.lead();
    }

    private MvcTestResult post(SamplePeople.Signed who, String uri, String body) {
        return mvc.post().uri(uri).with(who).contentType(MediaType.APPLICATION_JSON).content(body).exchange();
    }

    private Map<String, Object> lead(String id) throws Exception {
        return body(mvc.get().uri("/api/v1/leads/{id}", id).with(marketer).exchange());
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> body(MvcTestResult result) throws Exception {
        return json.readValue(result.getResponse().getContentAsString(StandardCharsets.UTF_8), Map.class);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> body, String key) {
        return (Map<String, Object>) java.util.Objects.requireNonNull(body.get(key));
    }

    private static String attempt(String outcome) {
        return "{\"channel\": \"phone\", \"outcome\": \"" + outcome + "\"}";
    }

    private static final String HEARD = """
            {"needs": ["実施記録を元請に提出したい"], "meetingAt": "2026-11-27T14:00:00+09:00", "promised": "記録票の見本を持参"}
            """;

    private void pass(Duration time) {
        clock.set(clock.instant().plus(time));
        sweep.sweep(clock.instant());
    }

    @Test
    void the_first_attempt_measures_speed_to_lead_in_business_minutes() throws Exception {
        var lead = accepted();
        clock.set(Instant.parse("2026-11-24T00:17:00Z"));

        var answer = post(is1, "/api/v1/leads/" + lead + "/attempts", attempt("no_answer"));

        assertThat(answer).hasStatus(201);
        assertThat(body(answer)).containsEntry("stage", "working").containsEntry("attempts", 1).containsEntry("firstAttemptMinutes", 12);
        post(is1, "/api/v1/leads/" + lead + "/attempts", attempt("connected"));
        assertThat(part(lead(lead), "progress")).containsEntry("firstAttemptMinutes", 12).containsEntry("attempts", 2);
    }

    @Test
    void the_sixth_attempt_without_a_conversation_recycles_until_a_business_day() throws Exception {
        var lead = accepted();
        for (int i = 0; i < 5; i++) {
            assertThat(body(post(is1, "/api/v1/leads/" + lead + "/attempts", attempt("no_answer")))).containsEntry("stage", "working");
        }

        var last = body(post(is1, "/api/v1/leads/" + lead + "/attempts", attempt("no_answer")));

        // 60 days after Tuesday 2026-11-24 is Saturday 2027-01-23.
        assertThat(last).containsEntry("stage", "recycled").containsEntry("wakeOn", "2027-01-25");
    }

    @Test
    void a_recycled_lead_wakes_on_its_day_for_a_new_round() throws Exception {
        var lead = accepted();
        post(is1, "/api/v1/leads/" + lead + "/recycling", "{\"wakeOn\": \"2026-12-01\", \"reason\": \"来月に\"}");

        wakeUps.wake(Instant.parse("2026-11-30T23:59:59Z"));
        assertThat(lead(lead)).containsEntry("stage", "recycled");
        clock.set(Instant.parse("2026-12-01T00:00:00Z"));
        wakeUps.wake(clock.instant());

        var woken = lead(lead);
        assertThat(woken).containsEntry("stage", "working").containsEntry("owner", is1.id().toString());
        assertThat(part(woken, "progress")).containsEntry("round", 2).containsEntry("attempts", 0);
    }

    @Test
    void wake_up_days_must_be_business_days_to_come() throws Exception {
        var lead = accepted();

        assertThat(post(is1, "/api/v1/leads/" + lead + "/recycling", "{\"wakeOn\": \"2027-01-11\", \"reason\": \"x\"}"))
                .hasStatus(422).bodyText().contains("leads.invalid.wake-holiday").contains("2027-01-12");
        assertThat(post(is1, "/api/v1/leads/" + lead + "/recycling", "{\"wakeOn\": \"2026-11-24\", \"reason\": \"x\"}")).hasStatus(422);
        assertThat(post(is1, "/api/v1/leads/" + lead + "/recycling", "{\"wakeOn\": \"2031-11-25\", \"reason\": \"x\"}")).hasStatus(422);
        assertThat(lead(lead)).containsEntry("stage", "accepted");
    }

    @Test
    void field_sales_acceptance_confirms_what_inside_sales_proposed() throws Exception {
        var lead = accepted();
        post(is1, "/api/v1/leads/" + lead + "/attempts", attempt("connected"));

        var proposed = body(post(is1, "/api/v1/leads/" + lead + "/qualification", HEARD));

        assertThat(proposed).containsEntry("stage", "working");
        var handoff = part(proposed, "handoff");
        assertThat(handoff).containsEntry("boundary", "is_fs").containsEntry("state", "offered").containsEntry("turn", "field_sales");
        assertThat(handoff.get("missing")).asInstanceOf(InstanceOfAssertFactories.LIST).contains("budget").doesNotContain("needs", "promised");
        assertThat(post(is1, "/api/v1/leads/" + lead + "/qualification", HEARD)).hasStatus(409).bodyText().contains("leads.already-proposed");
        assertThat(post(fs1, "/api/v1/handoffs/" + handoff.get("id") + "/acceptance", "{}")).hasStatusOk();
        var confirmed = lead(lead);
        assertThat(confirmed).containsEntry("stage", "sql").containsEntry("owner", fs1.id().toString());
        assertThat(part(confirmed, "progress").get("sqlAt")).isNotNull();
    }

    @Test
    void silent_field_sales_accepts_when_the_time_is_up_and_it_counts_as_a_breach() throws Exception {
        var lead = accepted();
        var handoff = String.valueOf(part(body(post(is1, "/api/v1/leads/" + lead + "/qualification", HEARD)), "handoff").get("id"));

        pass(Duration.ofDays(1));

        assertThat(lead(lead)).containsEntry("stage", "sql");
        var view = body(mvc.get().uri("/api/v1/handoffs/{id}", handoff).with(fs1).exchange());
        assertThat(view).containsEntry("state", "accepted").containsEntry("silent", true).containsEntry("late", true);
        assertThat(sql.fetchValue("select outcome from calendar.clock where about_id = ?::uuid and promise = 'handoffs.confirmation'", handoff))
                .isEqualTo("breached");
    }

    @Test
    void a_return_from_field_sales_is_mended_by_proposing_again() throws Exception {
        var lead = accepted();
        var handoff = String.valueOf(part(body(post(is1, "/api/v1/leads/" + lead + "/qualification", HEARD)), "handoff").get("id"));
        assertThat(post(fs1, "/api/v1/handoffs/" + handoff + "/return", "{\"reason\": \"incomplete\", \"advice\": \"予算が分かりません\"}")).hasStatusOk();
        assertThat(lead(lead)).containsEntry("stage", "working").containsEntry("turn", "inside_sales");

        var again = body(post(is1, "/api/v1/leads/" + lead + "/qualification", HEARD));

        assertThat(part(again, "handoff").get("id")).isNotEqualTo(handoff);
        var first = body(mvc.get().uri("/api/v1/handoffs/{id}", handoff).with(fs1).exchange());
        assertThat(part(first, "reply")).containsEntry("kind", "correct");
    }

    @Test
    void a_qualification_needs_a_need_and_a_meeting_ahead() throws Exception {
        var lead = accepted();

        assertThat(post(is1, "/api/v1/leads/" + lead + "/qualification", "{\"needs\": [], \"meetingAt\": \"2026-11-27T14:00:00+09:00\"}"))
                .hasStatus(422);
        assertThat(post(is1, "/api/v1/leads/" + lead + "/qualification", "{\"needs\": [\"x\"], \"meetingAt\": \"2026-11-20T14:00:00+09:00\"}"))
                .hasStatus(422).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo("/meetingAt");
        assertThat(post(marketer, "/api/v1/leads/" + lead + "/qualification", HEARD)).hasStatus(403);
        assertThat(lead(lead)).containsEntry("stage", "accepted");
    }

    @Test
    void attempts_in_the_future_or_on_an_offered_lead_are_refused() throws Exception {
        var offered = offered();
        assertThat(post(is1, "/api/v1/leads/" + offered.lead() + "/attempts", attempt("no_answer")))
                .hasStatus(409).bodyText().contains("leads.refused.attempt");
        var lead = accepted();

        assertThat(post(is1, "/api/v1/leads/" + lead + "/attempts", """
                {"channel": "phone", "outcome": "connected", "at": "2026-11-24T10:00:00+09:00"}"""))
                .hasStatus(422).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo("/at");
        assertThat(post(is1, "/api/v1/leads/" + lead + "/attempts", "{\"channel\": \"fax\", \"outcome\": \"connected\"}")).hasStatus(422);
    }

    @Test
    void disqualification_for_what_only_a_conversation_shows_needs_an_attempt() throws Exception {
        var lead = accepted();
        var noNeed = "{\"reason\": \"no_need\", \"note\": \"導入済み\"}";

        assertThat(post(is1, "/api/v1/leads/" + lead + "/disqualification", noNeed)).hasStatus(409).bodyText().contains("leads.contact-first");
        post(is1, "/api/v1/leads/" + lead + "/attempts", attempt("connected"));
        assertThat(body(post(is1, "/api/v1/leads/" + lead + "/disqualification", noNeed)))
                .containsEntry("stage", "disqualified").containsEntry("closedReason", "no_need");
    }

    @Test
    void an_unsubscribed_or_merged_lead_cannot_be_qualified() throws Exception {
        var gone = accepted();
        assertThat(body(post(is1, "/api/v1/leads/" + gone + "/unsubscription", "{}"))).containsEntry("stage", "unsubscribed");
        var merged = accepted();
        var kept = accepted();
        assertThat(body(post(is1, "/api/v1/leads/" + merged + "/merging", "{\"into\": \"" + kept + "\"}"))).containsEntry("stage", "merged");

        assertThat(post(is1, "/api/v1/leads/" + gone + "/qualification", HEARD)).hasStatus(409);
        assertThat(post(is1, "/api/v1/leads/" + merged + "/qualification", HEARD)).hasStatus(409);
        assertThat((List<?>) lead(kept).get("timeline")).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void marketing_corrects_a_return_and_the_same_person_gets_it_again() throws Exception {
        var offered = offered();
        sendBack(offered);

        assertThat(post(is1, "/api/v1/handoffs/" + offered.handoff() + "/reply", "{\"kind\": \"correct\", \"note\": \"x\"}")).hasStatus(403);
        var replied = post(marketer, "/api/v1/handoffs/" + offered.handoff() + "/reply", "{\"kind\": \"correct\", \"note\": \"現場は8か所\"}");

        assertThat(replied).hasStatusOk();
        var lead = lead(offered.lead());
        assertThat(lead).containsEntry("stage", "assigned").containsEntry("owner", is1.id().toString());
        assertThat(post(marketer, "/api/v1/handoffs/" + offered.handoff() + "/reply", "{\"kind\": \"agree\", \"note\": \"x\"}"))
                .hasStatus(409).bodyText().contains("handoffs.already-replied");
    }

    private void sendBack(Offered offered) {
        assertThat(post(is1, "/api/v1/handoffs/" + offered.handoff() + "/return", "{\"reason\": \"incomplete\", \"advice\": \"現場の数を\"}")).hasStatusOk();
    }

    @Test
    void agreeing_with_a_return_gives_the_lead_to_nurture() throws Exception {
        var offered = offered();
        sendBack(offered);

        post(marketer, "/api/v1/handoffs/" + offered.handoff() + "/reply", "{\"kind\": \"agree\", \"note\": \"定義を直します\"}");

        assertThat(lead(offered.lead())).containsEntry("stage", "nurture");
    }

    @Test
    void sales_operations_rules_on_a_dispute_once() throws Exception {
        var offered = offered();
        sendBack(offered);
        var uri = "/api/v1/handoffs/" + offered.handoff();
        assertThat(post(ops, uri + "/ruling", "{\"for\": \"sales\", \"reason\": \"x\"}")).hasStatus(409).bodyText().contains("handoffs.not-disputed");
        post(marketer, uri + "/reply", "{\"kind\": \"dispute\", \"note\": \"定義どおりです\"}");
        assertThat(lead(offered.lead())).containsEntry("stage", "returned").containsEntry("turn", "sales_ops");
        assertThat(post(marketer, uri + "/ruling", "{\"for\": \"marketing\", \"reason\": \"x\"}")).hasStatus(403);

        assertThat(post(ops, uri + "/ruling", "{\"for\": \"marketing\", \"reason\": \"定義の3番\"}")).hasStatusOk();

        assertThat(lead(offered.lead())).containsEntry("stage", "assigned");
        assertThat(post(ops, uri + "/ruling", "{\"for\": \"sales\", \"reason\": \"x\"}")).hasStatus(409);
        assertThat(post(marketer, uri + "/reply", "{\"kind\": \"agree\", \"note\": \"x\"}")).hasStatus(409).bodyText().contains("handoffs.already-ruled");
    }

    @Test
    void both_sides_rate_a_handoff_once() throws Exception {
        var lead = accepted();
        var handoff = String.valueOf(part(body(post(is1, "/api/v1/leads/" + lead + "/qualification", HEARD)), "handoff").get("id"));
        var uri = "/api/v1/handoffs/" + handoff;
        assertThat(post(fs1, uri + "/ratings", "{\"score\": 4}")).hasStatus(409).bodyText().contains("handoffs.not-accepted");
        post(fs1, uri + "/acceptance", "{}");
        clock.set(Instant.parse("2026-11-27T07:00:00Z"));
        assertThat(post(fs1, uri + "/completion", "{\"outcome\": \"held\", \"reasked\": [\"budget\"]}")).hasStatusOk();
        assertThat(post(fs1, uri + "/completion", "{\"outcome\": \"no_show\"}")).hasStatus(409);

        assertThat(post(fs1, uri + "/ratings", "{\"score\": 6}")).hasStatus(422);
        assertThat(post(fs1, uri + "/ratings", "{\"score\": 4}")).hasStatusOk();
        assertThat(post(fs1, uri + "/ratings", "{\"score\": 2}")).hasStatus(409).bodyText().contains("handoffs.already-rated");
        assertThat(body(post(is1, uri + "/ratings", "{\"score\": 3}")).get("ratings")).asInstanceOf(InstanceOfAssertFactories.LIST).hasSize(2);
        assertThat(post(marketer, uri + "/ratings", "{\"score\": 3}")).hasStatus(403);
    }

    @Test
    void a_reasked_field_must_be_one_that_was_agreed() throws Exception {
        var lead = accepted();
        var handoff = String.valueOf(part(body(post(is1, "/api/v1/leads/" + lead + "/qualification", HEARD)), "handoff").get("id"));
        post(fs1, "/api/v1/handoffs/" + handoff + "/acceptance", "{}");

        assertThat(post(fs1, "/api/v1/handoffs/" + handoff + "/completion", "{\"outcome\": \"held\", \"reasked\": [\"weather\"]}"))
                .hasStatus(422).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo("/reasked");
    }

    @Test
    void a_confirmed_sql_becomes_a_deal_with_amount_date_and_decision() throws Exception {
        var lead = accepted();
        var deal = "{\"amount\": 3000000, \"closesOn\": \"2027-03-31\", \"decision\": \"役員会\"}";
        assertThat(post(fs1, "/api/v1/leads/" + lead + "/deal", deal)).hasStatus(409);
        var handoff = String.valueOf(part(body(post(is1, "/api/v1/leads/" + lead + "/qualification", HEARD)), "handoff").get("id"));
        post(fs1, "/api/v1/handoffs/" + handoff + "/acceptance", "{}");

        assertThat(post(fs1, "/api/v1/leads/" + lead + "/deal", "{\"amount\": 0, \"closesOn\": \"2027-03-31\", \"decision\": \"x\"}")).hasStatus(422);
        assertThat(body(post(fs1, "/api/v1/leads/" + lead + "/deal", deal))).containsEntry("stage", "sqo");
    }

    @Test
    void the_page_shows_what_one_may_do_and_keeps_what_was_typed_wrongly() throws Exception {
        var lead = accepted();

        assertThat(mvc.get().uri("/leads/{id}", lead).with(is1)).hasStatusOk().bodyText()
                .contains("連絡を記録する").contains("有効商談として渡す").contains("引き継ぎの中身");
        assertThat(mvc.get().uri("/leads/{id}", lead).with(people.as(java.util.Locale.ENGLISH, Role.FIN))).hasStatusOk().bodyText()
                .doesNotContain("Record an attempt");
        assertThat(mvc.post().uri("/leads/{id}/qualification", lead).with(is1).param("needs", "記録を<残したい>").param("meetingAt", "2026-11-20T10:00"))
                .hasStatus(422).bodyText().contains("記録を&lt;残したい&gt;").contains("これから先の日時");
        assertThat(mvc.post().uri("/leads/{id}/attempts", lead).with(is1).param("channel", "phone").param("outcome", "connected"))
                .hasStatus3xxRedirection();
    }

    @Test
    void today_shows_each_what_waits_for_them_and_both_sides_what_they_owe() throws Exception {
        var lead = accepted();
        assertThat(mvc.get().uri("/").with(is1)).hasStatusOk().bodyText().contains("あなたの番").contains("最初の連絡").contains("/leads/" + lead);
        var handoff = String.valueOf(part(body(post(is1, "/api/v1/leads/" + lead + "/qualification", HEARD)), "handoff").get("id"));
        sql.execute("update handoffs.handoff set to_member = ?::uuid where id = ?::uuid", fs1.id().toString(), handoff);

        assertThat(mvc.get().uri("/").with(fs1)).hasStatusOk().bodyText().contains("/handoffs/" + handoff + "/acceptance");
        assertThat(mvc.get().uri("/").with(is1)).bodyText().contains("フィールドに渡したもの").contains("確認待ち");
        for (var role : List.of(Role.SALES_HEAD, Role.MKT_HEAD, Role.EXEC, Role.REVOPS)) {
            assertThat(mvc.get().uri("/").with(people.as(java.util.Locale.ENGLISH, role))).bodyText().contains("What we owe each other").contains("Sales owes");
        }
    }

    @Test
    void the_one_who_returned_a_lead_sees_the_reply_on_today() throws Exception {
        var offered = offered();
        sendBack(offered);
        assertThat(mvc.get().uri("/").with(people.as(Role.MKT))).bodyText().contains("返却への回答");
        post(marketer, "/api/v1/handoffs/" + offered.handoff() + "/reply", "{\"kind\": \"agree\", \"note\": \"定義を直します\"}");

        assertThat(mvc.get().uri("/").with(is1)).bodyText().contains("返却に回答: 同意").contains("定義を直します");
    }

    @Test
    void what_a_colleague_who_leaves_had_to_do_waits_for_anybody_of_the_function() throws Exception {
        var lead = accepted();

        members.leave(people.as(Role.ADMIN).actor(), is1.id());

        assertThat(lead(lead).get("owner")).isNull();
        assertThat(mvc.get().uri("/").with(people.as(Role.IS))).bodyText().contains("/leads/" + lead);
    }

    @Test
    void many_leads_are_accepted_at_once_and_what_is_refused_is_named() throws Exception {
        var offered = offered();
        var working = accepted();

        var report = mvc.post().uri("/leads/bulk/acceptance").with(is1).param("id", offered.lead(), working).exchange();

        assertThat(report).hasStatusOk().bodyText().contains("「受領(SAL)」のリードは受領できません");
        assertThat(lead(offered.lead()).get("stage")).isEqualTo("accepted");
        assertThat(mvc.get().uri("/leads").with(is1)).hasStatusOk().bodyText().contains("formaction=\"/leads/bulk/acceptance\"");
    }
}
