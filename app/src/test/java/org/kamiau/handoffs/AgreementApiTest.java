package org.kamiau.handoffs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kamiau.FixedClock;
import org.kamiau.KamiauTest;
import org.kamiau.calendar.BusinessTime;
import org.kamiau.calendar.Clocks;
import org.kamiau.people.SamplePeople;
import org.kamiau.people.SamplePeople.Signed;
import org.kamiau.platform.ApplicationClock;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

@KamiauTest
class AgreementApiTest {

    private static final String API = "/api/v1/agreements";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SamplePeople people;

    @Autowired
    SampleAgreements sample;

    @Autowired
    Agreements agreements;

    @Autowired
    Clocks clocks;

    @Autowired
    ApplicationClock clock;

    @Autowired
    DSLContext sql;

    @Autowired
    JsonMapper json;

    private Signed sales;
    private Signed marketing;

    @BeforeEach
    void heads() {
        clock.set(FixedClock.STORY_MORNING);
        sample.noDraft();
        sales = people.as(Role.SALES_HEAD);
        marketing = people.as(Role.MKT_HEAD);
    }

    @AfterEach
    void standardAgain() {
        clock.set(FixedClock.STORY_MORNING);
        sample.standard();
    }

    private MvcTestResult post(Signed who, String path, String body) {
        return mvc.post().uri(API + path).with(who).contentType(MediaType.APPLICATION_JSON).content(body).exchange();
    }

    private int draft(String body) throws Exception {
        var made = post(sales, "", body);
        assertThat(made).hasStatus(201);
        return (Integer) java.util.Objects.requireNonNull(json.readValue(made.getResponse().getContentAsString(), Map.class).get("version"));
    }

    private RecordRef ref(int version) {
        return new RecordRef(Agreements.KIND, agreements.find(version).head().id().value());
    }

    @Test
    void with_both_signatures_it_holds_and_everybody_asks_for_it() throws Exception {
        var version = draft("{\"times\": {\"reply\": \"1d\"}, \"delivery\": {\"mql\": 220}}");

        assertThat(post(sales, "/" + version + "/signature", "{\"revision\": 1}")).hasStatusOk()
                .bodyJson().extractingPath("$.waitingFor").asArray().containsExactly("marketing");
        assertThat(agreements.current().version()).isNotEqualTo(version);
        assertThat(post(marketing, "/" + version + "/signature", "{\"revision\": 1}")).hasStatusOk()
                .bodyJson().extractingPath("$.state").isEqualTo("in_force");

        assertThat(agreements.current().version()).isEqualTo(version);
        assertThat(agreements.current().time(Promise.REPLY)).isEqualTo(BusinessTime.days(1));
        assertThat(agreements.current().delivery().mql()).isEqualTo(220);
        assertThat(agreements.current().time(Promise.RULING)).isEqualTo(BusinessTime.days(3));
        assertThat(mvc.get().uri(API).with(people.as(Role.FS))).hasStatusOk()
                .bodyJson().extractingPath("$.current.version").isEqualTo(version);
    }

    @Test
    void the_first_signature_puts_a_clock_on_the_other_head_that_the_second_stops() throws Exception {
        var version = draft("{}");
        assertThat(clocks.of(ref(version))).isEmpty();

        post(sales, "/" + version + "/signature", "{\"revision\": 1}");
        assertThat(clocks.of(ref(version))).singleElement().satisfies(waits -> {
            assertThat(waits.running()).isTrue();
            assertThat(waits.turn().code()).isEqualTo("marketing");
        });

        post(marketing, "/" + version + "/signature", "{\"revision\": 1}");
        assertThat(clocks.of(ref(version))).singleElement().satisfies(waits -> assertThat(waits.running()).isFalse());
    }

    @Test
    void a_chosen_first_day_is_waited_for() throws Exception {
        var version = draft("{\"firstDay\": \"2026-12-01\", \"attempts\": 7}");
        post(sales, "/" + version + "/signature", "{\"revision\": 1}");

        assertThat(post(marketing, "/" + version + "/signature", "{\"revision\": 1}")).bodyJson()
                .extractingPath("$.state").isEqualTo("scheduled");
        assertThat(agreements.current().version()).isNotEqualTo(version);

        clock.set(FixedClock.STORY_MORNING.plus(Duration.ofDays(8)));
        assertThat(agreements.current().attempts()).isEqualTo(7);
    }

    @Test
    void one_open_draft_at_a_time() throws Exception {
        var version = draft("{}");

        assertThat(post(marketing, "", "{}")).hasStatus(409).bodyText().contains("handoffs.agreement.draft-open").contains(String.valueOf(version));
        assertThat(post(marketing, "/" + version + "/withdrawal", "")).hasStatusOk().bodyJson().extractingPath("$.state").isEqualTo("withdrawn");
        draft("{}");
    }

    @Test
    void signing_twice_or_unread_or_when_closed_is_a_conflict() throws Exception {
        var version = draft("{}");
        var path = "/" + version + "/signature";

        assertThat(post(sales, path, "{}")).hasStatus(428);
        assertThat(post(sales, path, "{\"revision\": 9}")).hasStatus(409).bodyText().contains("platform.error.stale");
        assertThat(post(sales, path, "{\"revision\": 1}")).hasStatusOk();
        assertThat(post(sales, path, "{\"revision\": 1}")).hasStatus(409).bodyText().contains("handoffs.agreement.already-signed");
        assertThat(post(people.as(Role.FS_MGR), path, "{\"revision\": 1}")).hasStatus(403);
        assertThat(mvc.post().uri(API + path).with(marketing).header("If-Match", "\"1\"")).hasStatusOk();
        assertThat(post(marketing, path, "{\"revision\": 1}")).hasStatus(409).bodyText().contains("handoffs.agreement.closed");
        assertThat(post(sales, "/999999/signature", "{\"revision\": 1}")).hasStatus(404);
    }

    @Test
    void a_change_takes_signatures_away_and_a_closed_version_does_not_change() throws Exception {
        var version = draft("{}");
        post(sales, "/" + version + "/signature", "{\"revision\": 1}");

        assertThat(patch(marketing, version, null)).hasStatus(428);
        assertThat(patch(people.as(Role.MKT), version, "\"1\"")).hasStatus(403);
        assertThat(patch(marketing, version, "\"1\"")).hasStatusOk()
                .bodyJson().extractingPath("$.waitingFor").asArray().containsExactly("sales", "marketing");
        assertThat(patch(marketing, version, "\"1\"")).hasStatus(409);
        assertThat(clocks.of(ref(version))).allSatisfy(waits -> assertThat(waits.running()).isFalse());

        post(sales, "/" + version + "/signature", "{\"revision\": 2}");
        post(marketing, "/" + version + "/signature", "{\"revision\": 2}");
        assertThat(patch(marketing, version, "\"2\"")).hasStatus(409).bodyText().contains("handoffs.agreement.closed");
    }

    private MvcTestResult patch(Signed who, int version, @org.jspecify.annotations.Nullable String ifMatch) {
        var request = mvc.patch().uri(API + "/" + version).with(who).contentType(MediaType.APPLICATION_JSON).content("{\"times\": {\"ruling\": \"2d\"}}");
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).exchange();
    }

    @Test
    void the_database_keeps_what_was_signed() throws Exception {
        var version = draft("{}");
        post(sales, "/" + version + "/signature", "{\"revision\": 1}");
        post(marketing, "/" + version + "/signature", "{\"revision\": 1}");

        assertThatThrownBy(() -> sql.execute("update handoffs.agreement set terms = '{}' where version = {0}", org.jooq.impl.DSL.val(version)))
                .hasMessageContaining("stays as it is");
        assertThatThrownBy(() -> sql.execute("delete from handoffs.agreement where version = {0}", org.jooq.impl.DSL.val(version)))
                .hasMessageContaining("stays as it is");
    }

    @Test
    void executives_decide_a_deadlock_with_a_reason_for_all_to_read() throws Exception {
        var version = draft("{}");
        var executive = people.as(Role.EXEC);
        var path = "/" + version + "/override";

        assertThat(post(executive, path, "{\"revision\": 1, \"reason\": \"x\"}")).hasStatus(409).bodyText().contains("handoffs.agreement.no-deadlock");
        post(sales, "/" + version + "/signature", "{\"revision\": 1}");
        assertThat(post(executive, path, "{\"revision\": 1}")).hasStatus(422);
        assertThat(post(marketing, path, "{\"revision\": 1, \"reason\": \"x\"}")).hasStatus(403);
        assertThat(post(executive, path, "{\"revision\": 1, \"reason\": \"四半期が始まるため\"}")).hasStatusOk();

        assertThat(mvc.get().uri(API + "/" + version).with(people.as(Role.IS))).bodyJson()
                .extractingPath("$.decision.reason").isEqualTo("四半期が始まるため");
    }

    @Test
    void what_is_wrong_is_named_in_the_callers_language() {
        var body = "{\"times\": {\"reply\": \"0m\", \"lunch\": \"1h\"}, \"fields\": {\"is_fs\": []}, \"delivery\": {\"acceptance\": 120}}";

        var result = mvc.post().uri(API).with(sales).header("Accept-Language", "en").contentType(MediaType.APPLICATION_JSON).content(body).exchange();

        assertThat(result).hasStatus(422).bodyJson().extractingPath("$.errors[*].pointer").asArray()
                .containsExactlyInAnyOrder("/times/reply", "/times/lunch", "/fields/is_fs", "/delivery/acceptance");
        assertThat(result).bodyText().contains("From 1 minute to 60 business days.").contains("A number from 0 to 100.");
        assertThat(post(people.as(Role.IS), "", "{}")).hasStatus(403);
    }
}
