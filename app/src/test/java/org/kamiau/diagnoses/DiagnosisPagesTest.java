package org.kamiau.diagnoses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kamiau.FixedClock;
import org.kamiau.KamiauTest;
import org.kamiau.people.FunctionMap;
import org.kamiau.people.Preset;
import org.kamiau.people.SamplePeople;
import org.kamiau.platform.Actor;
import org.kamiau.platform.ApplicationClock;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;
import org.kamiau.platform.Side;
import org.kamiau.platform.answers.AnswerLinks;
import org.kamiau.platform.answers.AnswersClosed;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

@KamiauTest
@Transactional
class DiagnosisPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SamplePeople people;

    @Autowired
    Diagnoses diagnoses;

    @Autowired
    FunctionMap functions;

    @Autowired
    AnswerLinks links;

    @Autowired
    ApplicationClock clock;

    @Autowired
    DSLContext sql;

    private final LocalDate day = LocalDate.parse("2026-11-24");

    /** Of other tests: one is open at a time. */
    @BeforeEach
    void nothingIsOpen() {
        sql.execute("update diagnoses.round set closed_at = now() where closed_at is null");
    }

    @AfterEach
    void clockStands() {
        clock.set(FixedClock.STORY_MORNING);
    }

    private Round open() {
        return diagnoses.open("2026年度下期", day.plusDays(10), Actor.SYSTEM);
    }

    private static Map<Integer, Integer> points(int each) {
        var points = new HashMap<Integer, Integer>();
        IntStream.rangeClosed(1, 20).forEach(statement -> points.put(statement, each));
        return points;
    }

    private void answer(Round round, Side side, int people, int each) {
        IntStream.range(0, people).forEach(_ -> diagnoses.answer(round.id(), side, points(each)));
    }

    private static String body(MvcTestResult result) throws UnsupportedEncodingException {
        return result.getResponse().getContentAsString();
    }

    private MvcTestResult send(String path, int each) throws UnsupportedEncodingException {
        var found = Pattern.compile("name=\"shown\" value=\"([^\"]+)\"").matcher(body(mvc.get().uri(path).exchange()));
        assertThat(found.find()).isTrue();
        var request = mvc.post().uri(path).param("shown", found.group(1)).remoteAddress("10.9.8.7");
        IntStream.rangeClosed(1, 20).forEach(statement -> request.param("q-" + statement, String.valueOf(each)));
        return request.exchange();
    }

    @Test
    void both_sides_answer_on_the_phone_and_the_result_appears_when_it_closes() throws Exception {
        var head = people.as(Role.MKT_HEAD);
        var round = open();
        var sales = links.shared(DiagnosisSheets.KIND, DiagnosisSheets.key(round.id(), Side.SALES));
        var marketing = links.shared(DiagnosisSheets.KIND, DiagnosisSheets.key(round.id(), Side.MARKETING));

        for (int i = 0; i < 5; i++) {
            assertThat(send(sales, 2)).hasStatus(303);
            assertThat(send(marketing, 4)).hasStatus(303);
        }
        assertThat(body(mvc.get().uri("/diagnoses/" + round.id()).with(head).exchange())).contains("回答5件", "途中経過は誰にも見えません").doesNotContain("k-bands-track");
        assertThat(mvc.post().uri("/diagnoses/" + round.id() + "/closing").with(head).exchange()).hasStatus3xxRedirection();

        var outcome = Objects.requireNonNull(diagnoses.find(round.id()).outcome());
        assertThat(outcome.gap()).isEqualTo(40);
        var page = body(mvc.get().uri("/diagnoses/" + round.id()).with(people.as(Role.FS)).exchange());
        assertThat(page).contains("営業は「取り決めあり」、マーケティングは「一体」と見ている", "見方がもっとも違う3項目", "Kamiauでできること");
        assertThat(body(mvc.get().uri("/diagnoses/" + round.id()).with(people.as(Locale.ENGLISH, Role.FS)).exchange())).contains("Where the two sides differ most");
        assertThat(mvc.get().uri(sales).exchange()).hasStatus(410);
    }

    @Test
    void anonymous_means_anonymous() throws Exception {
        var round = open();

        send(links.shared(DiagnosisSheets.KIND, DiagnosisSheets.key(round.id(), Side.SALES)), 3);

        for (var table : List.of("turnout", "tally")) {
            var columns = sql.fetch(
                    "select column_name, data_type from information_schema.columns where table_schema = 'diagnoses' and table_name = ?", table);
            assertThat(columns.getValues("data_type", String.class)).doesNotContain("timestamp with time zone", "date");
            assertThat(columns.getValues("column_name", String.class)).doesNotContain("member_id", "answered_at");
        }
        assertThat(sql.fetch("select 1 from platform.audit_entry where record_id = ? and action <> 'diagnosis_opened'", round.id().value())).isEmpty();
        assertThat(sql.fetch("select column_name from information_schema.columns where table_name = 'answer_receipt'")).hasSize(1);
    }

    @Test
    void points_out_of_range_missing_or_late_do_not_count() throws Exception {
        var round = open();
        var path = links.once(DiagnosisSheets.KIND, DiagnosisSheets.key(round.id(), Side.SALES), 1).getFirst();

        assertThat(send(path, 6)).hasStatus(422);
        assertThat(send(path, 0)).hasStatus(422);
        assertThatThrownBy(() -> diagnoses.answer(round.id(), Side.SALES, Map.of(1, 3))).isInstanceOf(Invalid.class);
        assertThat(send(path, 3)).hasStatus(303);
        assertThat(mvc.get().uri(path).exchange()).hasStatus(409);
        clock.set(FixedClock.STORY_MORNING.plusSeconds(11L * 86_400));
        assertThatThrownBy(() -> diagnoses.answer(round.id(), Side.SALES, points(3))).isInstanceOf(AnswersClosed.class);
        assertThat(diagnoses.find(round.id()).answers(Side.SALES)).isEqualTo(1);
        assertThat(mvc.get().uri("/f/answers/diagnosis." + round.id() + "-sales.all.x").exchange()).hasStatus(404);
    }

    @Test
    void four_a_side_show_nothing_in_a_standard_company_and_bands_in_a_small_one() throws Exception {
        var round = open();
        answer(round, Side.SALES, 4, 2);
        answer(round, Side.MARKETING, 4, 4);
        diagnoses.close(round.id(), Actor.SYSTEM);
        assertThat(diagnoses.find(round.id()).outcome()).isNull();

        functions.adopt(Actor.SYSTEM, Preset.SMALL);
        var small = open();
        answer(small, Side.SALES, 3, 2);
        answer(small, Side.MARKETING, 3, 4);
        diagnoses.close(small.id(), Actor.SYSTEM);

        var outcome = Objects.requireNonNull(diagnoses.find(small.id()).outcome());
        assertThat(outcome.bandsOnly()).isTrue();
        assertThat(body(mvc.get().uri("/diagnoses/" + small.id()).with(people.as(Role.FS)).exchange())).contains("段階だけを表示します").doesNotContain("見方がもっとも違う3項目");
        assertThat(mvc.get().uri("/api/v1/diagnoses/" + small.id()).with(people.as(Role.FS)).exchange()).bodyJson().extractingPath("$.sales.total").isNull();
    }

    @Test
    void one_round_at_a_time_asked_by_those_who_lead() {
        var round = open();

        assertThatThrownBy(this::open).isInstanceOf(RoundOpen.class);
        assertThatThrownBy(() -> diagnoses.close(round.id(), people.as(Role.FS).actor())).isInstanceOf(Refusal.NotAllowed.class);
        diagnoses.close(round.id(), Actor.SYSTEM);
        assertThatThrownBy(() -> diagnoses.close(round.id(), Actor.SYSTEM)).isInstanceOf(RoundClosed.class);
        assertThatThrownBy(() -> diagnoses.open(" ", day.minusDays(1), Actor.SYSTEM)).isInstanceOf(Invalid.class);
    }

    @Test
    void rounds_make_a_trend() throws Exception {
        for (var each : List.of(2, 3)) {
            var round = open();
            answer(round, Side.SALES, 5, each);
            answer(round, Side.MARKETING, 5, 4);
            diagnoses.close(round.id(), Actor.SYSTEM);
        }

        var page = mvc.get().uri("/diagnoses").with(people.as(Role.SALES_HEAD)).exchange();

        assertThat(body(page)).contains("k-trend", "<polyline", "推移");
    }

    @Test
    void the_api_opens_closes_and_reads() throws Exception {
        var head = people.as(Role.SALES_HEAD);

        var made = mvc.post().uri("/api/v1/diagnoses").with(head).contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\": \"下期\", \"closesOn\": \"2026-12-04\"}").exchange();
        assertThat(made).hasStatus(201);
        var path = String.valueOf(made.getResponse().getHeader("Location"));
        assertThat(made).bodyJson().extractingPath("$.sales.link").asString().startsWith("/f/answers/diagnosis.");
        assertThat(mvc.post().uri(path + "/links").with(head).contentType(MediaType.APPLICATION_JSON).content("{\"side\": \"sales\", \"count\": 2}").exchange())
                .bodyJson().extractingPath("$.links.length()").isEqualTo(2);
        assertThat(mvc.post().uri(path + "/links").with(head).contentType(MediaType.APPLICATION_JSON).content("{\"side\": \"nobody\", \"count\": 2}").exchange())
                .hasStatus(404);
        assertThat(mvc.post().uri(path + "/closing").with(people.as(Role.FS)).exchange()).hasStatus(403);
        assertThat(mvc.post().uri(path + "/closing").with(head).exchange()).hasStatusOk();
        assertThat(mvc.post().uri("/api/v1/diagnoses").with(head).contentType(MediaType.APPLICATION_JSON).content("{}").exchange()).hasStatus(422);
    }

    @Test
    void the_story_says_52_and_68() {
        // Sums of 12 sellers and 6 marketers; see DemoDiagnoses.
        assertThat(new Counts(12, Map.of(1, 624)).total()).isEqualTo(52);
        assertThat(new Counts(6, Map.of(1, 408)).total()).isEqualTo(68);
    }
}
