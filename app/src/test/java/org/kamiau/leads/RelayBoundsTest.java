package org.kamiau.leads;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Moments and sums that nobody means: a slip of the keyboard must not stop a clock or spoil a total. */
@KamiauTest
class RelayBoundsTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SamplePeople people;

    @Autowired
    ApplicationClock clock;

    @Autowired
    JsonMapper json;

    private SamplePeople.Signed is1;
    private SamplePeople.Signed fs1;

    @BeforeEach
    void people() {
        clock.set(FixedClock.STORY_MORNING);
        is1 = people.as(Role.IS);
        fs1 = people.as(Role.FS);
    }

    @AfterEach
    void morning() {
        clock.set(FixedClock.STORY_MORNING);
    }

    private MvcTestResult post(SamplePeople.Signed who, String uri, String body) {
        return mvc.post().uri(uri).with(who).contentType(MediaType.APPLICATION_JSON).content(body).exchange();
    }

    private JsonNode body(MvcTestResult result) throws Exception {
        return json.readTree(result.getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    private MvcTestResult inquiry(String occurredAt) {
        return post(is1, "/api/v1/leads", """
                {"person": {"familyName": "森本", "email": "m@bounds-%s.example", "title": "工事部長"},
                 "company": {"name": "際限建設株式会社", "employees": 800, "prefecture": "愛知県", "industry": "建設"},
                 "kind": "quote_request"%s}
                """.formatted(UUID.randomUUID(), occurredAt));
    }

    private String accepted() throws Exception {
        var lead = body(inquiry(""));
        assertThat(post(is1, "/api/v1/handoffs/" + lead.at("/handoff/id").asString() + "/acceptance", "{}")).hasStatusOk();
        return lead.get("id").asString();
    }

    private MvcTestResult propose(String lead, String meetingAt) {
        return post(is1, "/api/v1/leads/" + lead + "/qualification", "{\"needs\": [\"記録\"], \"meetingAt\": \"" + meetingAt + "\"}");
    }

    private String confirmed(String lead) throws Exception {
        var handoff = body(propose(lead, "2026-11-27T14:00:00+09:00")).at("/handoff/id").asString();
        assertThat(post(fs1, "/api/v1/handoffs/" + handoff + "/acceptance", "{}")).hasStatusOk();
        return handoff;
    }

    @Test
    void a_meeting_is_within_a_year() throws Exception {
        var lead = accepted();

        assertThat(propose(lead, "9999-12-01T14:00:00+09:00"))
                .hasStatus(422).bodyText().contains("leads.invalid.meeting-far", "1年");
        assertThat(propose(lead, "2027-11-25T14:00:00+09:00")).hasStatus(422);

        assertThat(propose(lead, "2027-11-24T09:00:00+09:00")).hasStatus(201);
    }

    @Test
    void a_deal_has_a_sum_that_totals_can_hold_and_a_day_in_sight() throws Exception {
        var lead = accepted();
        confirmed(lead);
        var uri = "/api/v1/leads/" + lead + "/deal";

        assertThat(post(fs1, uri, "{\"amount\": 9223372036854775807, \"closesOn\": \"9999-12-31\", \"decision\": \"役員会\"}"))
                .hasStatus(422).bodyText().contains("/amount", "leads.invalid.amount-most", "/closesOn", "leads.invalid.closes-far");

        assertThat(post(fs1, uri, "{\"amount\": 99999999999999999999, \"closesOn\": \"2027-03-31\", \"decision\": \"役員会\"}"))
                .hasStatus(422).bodyText().contains("/amount");

        assertThat(post(fs1, uri, "{\"amount\": 1000000000000, \"closesOn\": \"2036-11-24\", \"decision\": \"役員会\"}")).hasStatusOk();
    }

    @Test
    void an_inquiry_is_of_this_century() {
        assertThat(inquiry(", \"occurredAt\": \"0001-01-01T00:00:00Z\"")).hasStatus(422).bodyText().contains("/occurredAt", "leads.invalid.long-past");
        assertThat(inquiry(", \"occurredAt\": \"2000-01-01T00:00:00+09:00\"")).hasStatus(201);
    }

    @Test
    void a_handoff_is_rated_after_its_first_meeting() throws Exception {
        var lead = accepted();
        var handoff = confirmed(lead);
        var uri = "/api/v1/handoffs/" + handoff;

        assertThat(post(fs1, uri + "/ratings", "{\"score\": 4}")).hasStatus(409).bodyText().contains("handoffs.before-meeting");
        assertThat(mvc.get().uri("/leads/" + lead).with(fs1)).hasStatusOk().bodyText().doesNotContain(uri + "/ratings");

        clock.set(Instant.parse("2026-11-27T07:00:00Z"));
        assertThat(post(fs1, uri + "/ratings", "{\"score\": 4}")).hasStatusOk();
    }

    @Test
    void what_became_a_deal_is_merged_no_more_and_says_why() throws Exception {
        var lead = accepted();
        confirmed(lead);
        post(fs1, "/api/v1/leads/" + lead + "/deal", "{\"amount\": 3000000, \"closesOn\": \"2027-03-31\", \"decision\": \"役員会\"}");

        assertThat(post(fs1, "/api/v1/leads/" + lead + "/merging", "{\"into\": \"" + accepted() + "\"}"))
                .hasStatus(409).bodyText().contains("leads.refused.merge", "案件になったリード");
    }
}
