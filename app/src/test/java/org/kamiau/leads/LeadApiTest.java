package org.kamiau.leads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kamiau.FixedClock;
import org.kamiau.KamiauTest;
import org.kamiau.people.SamplePeople;
import org.kamiau.platform.ApplicationClock;
import org.kamiau.platform.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

@KamiauTest
class LeadApiTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SamplePeople people;

    @Autowired
    ApplicationClock clock;

    @Autowired
    JsonMapper json;

    private SamplePeople.Signed marketer;
    private SamplePeople.Signed is1;

    @BeforeEach
    void people() {
        clock.set(FixedClock.STORY_MORNING);
        marketer = people.as(Role.MKT);
        is1 = people.as(Role.IS);
    }

    /** A head of a mid-sized company: fits well enough for a raised hand to become an MQL. */
    private static String inquiry(String mail, String kind, String more) {
        return """
                {"person": {"familyName": "森本", "givenName": "和也", "email": "%s", "title": "工事部長"},
                 "company": {"name": "検証建設株式会社", "employees": 800, "prefecture": "愛知県", "industry": "建設"},
                 "kind": "%s", "message": "来週、見積をいただけますか"%s}
                """.formatted(mail, kind, more);
    }

    private static String mail() {
        return "m" + UUID.randomUUID().toString().substring(0, 8) + "@kensho-" + UUID.randomUUID().toString().substring(0, 8) + ".example";
    }

    private MvcTestResult send(SamplePeople.Signed who, String body) {
        return mvc.post().uri("/api/v1/leads").with(who).contentType(MediaType.APPLICATION_JSON).content(body).exchange();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> body(MvcTestResult result) throws Exception {
        return json.readValue(result.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8), Map.class);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> body, String key) {
        return (Map<String, Object>) java.util.Objects.requireNonNull(body.get(key));
    }

    @Test
    void a_raised_hand_reaches_somebody_in_inside_sales_with_30_business_minutes() throws Exception {
        var result = send(marketer, inquiry(mail(), "quote_request", ", \"occurredAt\": \"2026-11-20T17:52:00+09:00\""));

        assertThat(result).hasStatus(201);
        var lead = body(result);
        assertThat(lead).containsEntry("stage", "assigned").containsEntry("joined", false);
        assertThat(lead.get("owner")).isNotNull();
        assertThat(part(lead, "handoff"))
                .containsEntry("from", "marketing")
                .containsEntry("to", "inside_sales")
                .containsEntry("turn", "inside_sales")
                .containsEntry("dueAt", "2026-11-24T09:22:00+09:00");
        assertThat(part(lead, "account")).containsEntry("name", "検証建設株式会社");
        assertThat(String.valueOf(part(lead, "score").get("grade"))).matches("[A-D][1-4]");
    }

    @Test
    void the_same_persons_next_inquiry_joins_the_open_lead() throws Exception {
        var mail = mail();
        var first = body(send(marketer, inquiry(mail, "download", "")));

        var second = body(send(marketer, inquiry(mail, "webinar", "")));

        assertThat(second).containsEntry("joined", true).containsEntry("id", first.get("id"));
        assertThat(part(second, "person")).containsEntry("matchedBy", "email");
        assertThat((Integer) part(second, "score").get("engagement")).isGreaterThan((Integer) part(first, "score").get("engagement"));
    }

    @Test
    void the_same_source_again_changes_nothing() throws Exception {
        var source = ", \"source\": {\"system\": \"salesforce\", \"externalId\": \"" + UUID.randomUUID() + "\"}";
        var first = body(send(marketer, inquiry(mail(), "download", source)));

        var again = body(send(marketer, inquiry(mail(), "download", source)));

        assertThat(again).containsEntry("id", first.get("id")).containsEntry("joined", true);
        assertThat(part(again, "score")).isEqualTo(part(first, "score"));
    }

    @Test
    void a_lead_without_contact_needs_a_source_and_never_becomes_an_mql() throws Exception {
        var nobody = """
                {"company": {"name": "無名工業株式会社", "employees": 800}, "kind": "demo_request"%s}""";

        assertThat(send(marketer, nobody.formatted(""))).hasStatus(422);
        var lead = body(send(marketer, nobody.formatted(", \"source\": {\"system\": \"file\", \"externalId\": \"" + UUID.randomUUID() + "\"}")));
        assertThat(lead).containsEntry("stage", "received").containsEntry("contactMissing", true);
    }

    @Test
    void bad_fields_are_named_in_the_callers_language_and_nothing_is_taken_in() {
        var body = """
                {"person": {"familyName": "%s", "email": "not-a-mail", "phone": "12"},
                 "company": {"name": "x", "corporateNumber": "1234567890123"}, "kind": "contact",
                 "product": "no-such", "occurredAt": "2027-01-01T00:00:00+09:00"}
                """.formatted("あ".repeat(10_000));

        var result = mvc.post().uri("/api/v1/leads").with(marketer).header("Accept-Language", "en")
                .contentType(MediaType.APPLICATION_JSON).content(body).exchange();

        assertThat(result).hasStatus(422).bodyJson().extractingPath("$.errors[*].pointer").asArray()
                .contains("/person/familyName", "/person/email", "/person/phone", "/company/corporateNumber", "/product", "/occurredAt");
        assertThat(result).bodyText().contains("This lies in the future.");
    }

    @Test
    void unknown_codes_and_broken_json_are_told_apart() {
        assertThat(send(marketer, inquiry(mail(), "phone_call", ""))).hasStatus(422)
                .bodyJson().extractingPath("$.errors[0].pointer").isEqualTo("/kind");
        assertThat(send(marketer, "{\"kind\": ")).hasStatus(400);
        assertThat(send(marketer, inquiry(mail(), "contact", "").replace("和也", "和\\u0000也"))).hasStatus(422)
                .bodyJson().extractingPath("$.errors[0].pointer").isEqualTo("/person/givenName");
    }

    @Test
    void an_accepted_handoff_makes_the_receiver_the_owner() throws Exception {
        var lead = body(send(marketer, inquiry(mail(), "quote_request", "")));
        var handoff = String.valueOf(part(lead, "handoff").get("id"));

        assertThat(mvc.post().uri("/api/v1/handoffs/{id}/acceptance", handoff).with(marketer)).hasStatus(403);
        assertThat(mvc.post().uri("/api/v1/handoffs/{id}/acceptance", handoff).with(is1)).hasStatusOk()
                .bodyJson().extractingPath("$.state").isEqualTo("accepted");

        var after = body(mvc.get().uri("/api/v1/leads/{id}", lead.get("id")).with(marketer).exchange());
        assertThat(after).containsEntry("stage", "accepted").containsEntry("owner", is1.id().toString());
        assertThat(mvc.post().uri("/api/v1/handoffs/{id}/return", handoff).with(is1).contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\": \"duplicate\", \"advice\": \"x\"}"))
                .hasStatus(409)
                .bodyText().contains("handoffs.already-answered").contains(is1.actor().name());
    }

    @Test
    void a_returned_lead_is_marketings_again_and_can_be_handed_over_by_judgement() throws Exception {
        var lead = body(send(marketer, inquiry(mail(), "quote_request", "")));
        var handoff = String.valueOf(part(lead, "handoff").get("id"));

        assertThat(mvc.post().uri("/api/v1/handoffs/{id}/return", handoff).with(is1).contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\": \"incomplete\"}"))
                .hasStatus(422);
        assertThat(mvc.post().uri("/api/v1/handoffs/{id}/return", handoff).with(is1).contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\": \"incomplete\", \"advice\": \"現場名が分かりません\"}"))
                .hasStatusOk().bodyJson().extractingPath("$.turn").isEqualTo("marketing");

        assertThat(mvc.post().uri("/leads/{id}/promotion", lead.get("id")).with(marketer).param("reason", "現場は名古屋港です"))
                .hasStatus3xxRedirection();
        var after = body(mvc.get().uri("/api/v1/leads/{id}", lead.get("id")).with(marketer).exchange());
        assertThat(after).containsEntry("stage", "assigned");
        assertThat(String.valueOf(part(after, "handoff").get("id"))).isNotEqualTo(handoff);
    }

    @Test
    void a_return_on_the_page_takes_the_same_codes_and_keeps_what_was_typed_when_one_is_missing() throws Exception {
        var lead = body(send(marketer, inquiry(mail(), "quote_request", "")));
        var uri = "/handoffs/" + part(lead, "handoff").get("id") + "/return";

        assertThat(mvc.post().uri(uri).with(is1).param("advice", "現場名が<分かりません>")).hasStatus(422)
                .bodyText().contains("現場名が&lt;分かりません&gt;");
        assertThat(mvc.post().uri(uri).with(is1).param("reason", "incomplete").param("advice", "現場名が分かりません"))
                .hasStatus3xxRedirection();
    }

    @Test
    void of_two_who_answer_at_the_same_moment_exactly_one_wins() throws Exception {
        var lead = body(send(marketer, inquiry(mail(), "quote_request", "")));
        var uri = "/api/v1/handoffs/" + part(lead, "handoff").get("id") + "/acceptance";
        var other = people.as(Role.IS);

        try (var both = Executors.newFixedThreadPool(2)) {
            var answers = both.invokeAll(java.util.List.<Callable<Integer>>of(
                    () -> mvc.post().uri(uri).with(is1).exchange().getResponse().getStatus(),
                    () -> mvc.post().uri(uri).with(other).exchange().getResponse().getStatus()));
            assertThat(answers).extracting(java.util.concurrent.Future::get).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void many_at_once_of_one_person_make_one_lead() throws Exception {
        var mail = mail();
        try (var all = Executors.newFixedThreadPool(8)) {
            var answers = all.invokeAll(java.util.Collections.nCopies(
                    16, (Callable<Object>) () -> body(send(marketer, inquiry(mail, "download", ""))).get("id")));
            var ids = new java.util.HashSet<Object>();
            for (var answer : answers) {
                ids.add(answer.get());
            }
            assertThat(ids).hasSize(1);
        }
    }

    @Test
    void the_story_of_a_lead_is_told_newest_first() throws Exception {
        var mail = mail();
        var lead = body(send(marketer, inquiry(mail, "download", "")));
        clock.set(Instant.parse("2026-11-24T00:10:00Z"));
        send(marketer, inquiry(mail, "quote_request", ""));

        assertThat(mvc.get().uri("/api/v1/leads/{id}", lead.get("id")).with(is1)).hasStatusOk()
                .bodyJson().extractingPath("$.timeline[*].kind").asArray().endsWith("touch");
    }
}
