package org.kamiau.needs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kamiau.FixedClock;
import org.kamiau.KamiauTest;
import org.kamiau.people.SamplePeople;
import org.kamiau.platform.Actor;
import org.kamiau.platform.ApplicationClock;
import org.kamiau.platform.Role;
import org.kamiau.platform.answers.AnswerLinks;
import org.kamiau.platform.imports.Importer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

@KamiauTest
@Transactional
class SurveyPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SamplePeople people;

    @Autowired
    Surveys surveys;

    @Autowired
    Waves waves;

    @Autowired
    AnswerLinks links;

    @Autowired
    WaveImporter importer;

    @Autowired
    ApplicationClock clock;

    @Autowired
    DSLContext sql;

    @Autowired
    SampleNeeds sample;

    @Autowired
    Needs needs;

    private final LocalDate day = LocalDate.parse("2026-11-24");
    @SuppressWarnings("NullAway.Init")
    private Survey survey;

    @SuppressWarnings("NullAway.Init")
    private SurveyQuestion choice;

    @SuppressWarnings("NullAway.Init")
    private SurveyQuestion scale;

    @SuppressWarnings("NullAway.Init")
    private SurveyQuestion words;

    @SuppressWarnings("NullAway.Init")
    private Wave wave;

    @BeforeEach
    void openWave() {
        make(false);
    }

    @AfterEach
    void clockStands() {
        clock.set(FixedClock.STORY_MORNING);
    }

    private void make(boolean outside) {
        survey = surveys.add(new SurveyDraft("s-" + UUID.randomUUID(), "暑熱対策の実態調査", "Heat safety", "3分で終わります", null, "安全担当300名"), Actor.SYSTEM);
        choice = surveys.ask(survey.id(), QuestionDraft.yesOrNo(null, "記録の提出に困っていますか", "Is handing in records a problem?"), Actor.SYSTEM);
        scale = surveys.ask(
                survey.id(), QuestionDraft.plain(SurveyQuestion.Kind.SCALE, "満足していますか", true, new QuestionDraft.ScaleDraft(1, 5, "不満", null, "満足", null, null)),
                Actor.SYSTEM);
        words = surveys.ask(survey.id(), QuestionDraft.plain(SurveyQuestion.Kind.TEXT, "ご自由に", false, null), Actor.SYSTEM);
        wave = waves.plan(survey.id(), new WaveDraft("w-" + UUID.randomUUID(), "12月", "December", outside, day, day.plusDays(10)), Actor.SYSTEM);
        waves.open(wave.id(), Actor.SYSTEM);
    }

    private String shared() {
        return links.shared(WaveQuestionnaire.KIND, wave.id().toString());
    }

    private static String body(MvcTestResult result) throws UnsupportedEncodingException {
        return result.getResponse().getContentAsString();
    }

    private String shown(String path) throws UnsupportedEncodingException {
        var found = Pattern.compile("name=\"shown\" value=\"([^\"]+)\"").matcher(body(mvc.get().uri(path).exchange()));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private MvcTestResult send(String path, String shown, String one, String two, String three) {
        return mvc.post().uri(path)
                .param("shown", shown).param("q-" + choice.id(), one).param("q-" + scale.id(), two).param("q-" + words.id(), three)
                .remoteAddress("10.3." + (int) (Math.random() * 250) + "." + (int) (Math.random() * 250))
                .exchange();
    }

    @Test
    void somebody_answers_on_the_phone_and_nothing_leads_back_to_them() throws Exception {
        var path = shared();

        var page = mvc.get().uri(path).exchange();
        var answer = send(path, shown(path), "1", "4", "書類が多い");

        assertThat(page).hasStatusOk().doesNotContainHeader("Set-Cookie");
        assertThat(body(page)).contains("暑熱対策の実態調査", "匿名です", "記録の提出に困っていますか").doesNotContain("<script");
        assertThat(answer).hasStatus(303).doesNotContainHeader("Set-Cookie");
        assertThat(mvc.get().uri(String.valueOf(answer.getResponse().getRedirectedUrl())).exchange()).hasStatusOk();
        var row = sql.fetchSingle("select * from needs.response where wave_id = ?", wave.id().value());
        assertThat(row.fieldsRow().fields()).extracting(org.jooq.Field::getName).containsExactlyInAnyOrder("id", "wave_id", "answered_on", "weight", "segment", "external_id");
        assertThat(row.get("answered_on", LocalDate.class)).isEqualTo(day);
        assertThat(row.get("id", UUID.class).version()).isEqualTo(4);
        assertThat(sql.fetch("select 1 from platform.audit_entry where record_id = ? and action not in ('wave_planned', 'wave_moved')", wave.id().value())).isEmpty();
    }

    @Test
    void the_same_answers_again_count_once() throws Exception {
        var path = shared();
        var shown = shown(path);
        send(path, shown, "1", "4", "");

        var again = send(path, shown, "1", "4", "");

        assertThat(again).hasStatus(409);
        assertThat(body(again)).contains("回答は届いています");
        assertThat(waves.answers(wave.id())).isEqualTo(1);
    }

    @Test
    void a_link_for_one_person_counts_once_whatever_page_it_came_from() throws Exception {
        var path = links.once(WaveQuestionnaire.KIND, wave.id().toString(), 1).getFirst();
        var one = shown(path);
        var other = shown(path);
        assertThat(send(path, one, "1", "4", "")).hasStatus(303);

        assertThat(send(path, other, "2", "1", "")).hasStatus(409);
        assertThat(mvc.get().uri(path).exchange()).hasStatus(409);
        assertThat(waves.answers(wave.id())).isEqualTo(1);
    }

    @Test
    void what_was_not_offered_is_refused_at_its_question_and_the_rest_is_kept() throws Exception {
        var path = shared();

        for (var wrong : List.of("9", "0", "-1", "1e3", "abc", "１")) {
            var answer = send(path, shown(path), wrong, "4", "のこる言葉");
            assertThat(answer).hasStatus(422);
            assertThat(body(answer)).contains("選択肢にない回答です", "のこる言葉");
        }
        assertThat(send(path, shown(path), "1", "6", "")).hasStatus(422);
        assertThat(send(path, shown(path), "1", "", "")).hasStatus(422);
        assertThat(send(path, shown(path), "1", "3", "x".repeat(2_001))).hasStatus(422);
        assertThat(send(path, shown(path), "1", "3", "a\u0007b")).hasStatus(422);
        assertThat(send(path, "forged", "1", "3", "")).hasStatus(422);
        assertThat(waves.answers(wave.id())).isZero();
    }

    @Test
    void nobody_answers_after_the_last_day_or_the_close() throws Exception {
        var path = shared();
        var shown = shown(path);
        clock.set(FixedClock.STORY_MORNING.plusSeconds(11L * 86_400));

        var late = send(path, shown, "1", "4", "");

        assertThat(late).hasStatus(410);
        assertThat(body(late)).contains("いまは回答を受け付けていません");
        clock.set(FixedClock.STORY_MORNING);
        waves.close(wave.id(), Actor.SYSTEM);
        assertThat(mvc.get().uri(path).exchange()).hasStatus(410);
        assertThat(waves.answers(wave.id())).isZero();
    }

    @Test
    void an_unknown_link_opens_nothing() throws Exception {
        for (var token : List.of("nothing", "wave." + wave.id() + ".all.AAAA", shared().substring(11) + "x", "thanks")) {
            var answer = mvc.get().uri("/f/answers/" + token).exchange();
            assertThat(answer).hasStatus(404);
            assertThat(body(answer)).contains("ここに設問はありません").doesNotContain("/sign-in");
        }
        assertThat(body(mvc.get().uri("/f/answers/nothing?lang=en").exchange())).contains("There are no questions here");
    }

    @Test
    void a_program_in_the_trap_is_thanked_and_nothing_counts() throws Exception {
        var path = shared();

        var answer = mvc.post().uri(path).param("shown", shown(path)).param("subject", "buy").exchange();

        assertThat(answer).hasStatus(303);
        assertThat(waves.answers(wave.id())).isZero();
    }

    @Test
    void a_wave_goes_its_way_over_the_pages() throws Exception {
        var me = people.as(Role.MKT);
        var path = shared();
        send(path, shown(path), "1", "4", "書類が多い");

        assertThat(mvc.get().uri("/waves/" + wave.id()).with(me).exchange()).hasStatusOk();
        for (var step : List.of("closing", "tally", "publication")) {
            assertThat(mvc.post().uri("/waves/" + wave.id() + "/" + step).with(me).exchange()).hasStatus3xxRedirection();
        }
        var published = mvc.get().uri("/waves/" + wave.id()).with(people.as(Role.FS)).exchange();
        assertThat(body(published)).contains("書類が多い", "公開");
        assertThat(mvc.post().uri("/waves/" + wave.id() + "/conclusion").with(me).exchange()).hasStatus(422);
        assertThat(mvc.post().uri("/waves/" + wave.id() + "/conclusion").param("conclusion", "確認できた").with(me).exchange()).hasStatus3xxRedirection();
        assertThat(mvc.post().uri("/waves/" + wave.id() + "/opening").with(me).exchange()).hasStatus(409);
        assertThat(body(mvc.get().uri("/surveys/" + survey.id()).with(people.as(Locale.ENGLISH, Role.FS)).exchange())).contains("Tracking", "December");
    }

    @Test
    void what_was_said_in_a_published_wave_becomes_voices_once() throws Exception {
        var me = people.as(Role.MKT);
        var path = shared();
        send(path, shown(path), "1", "4", "書類が多い");
        send(path, shown(path), "2", "2", "監査の前の週がつらい");
        var voices = "/waves/" + wave.id() + "/voices";
        waves.close(wave.id(), Actor.SYSTEM);
        waves.tally(wave.id(), Actor.SYSTEM);
        assertThat(mvc.post().uri(voices).with(me).exchange()).hasStatus(409);
        waves.publish(wave.id(), Actor.SYSTEM);

        assertThat(body(mvc.get().uri("/waves/" + wave.id()).with(people.as(Role.FS)).exchange())).doesNotContain("自由記述を声として取り込む");
        assertThat(mvc.post().uri(voices).with(people.as(Role.FS)).exchange()).hasStatus(403);
        assertThat(body(mvc.get().uri("/waves/" + wave.id()).with(people.as(Locale.ENGLISH, Role.MKT)).exchange())).contains("Take the answers in words over as voices");
        assertThat(mvc.post().uri(voices).with(me).exchange()).hasStatus3xxRedirection();
        assertThat(mvc.post().uri(voices).with(me).exchange()).hasStatus3xxRedirection();

        var document = body(mvc.get().uri("/voices/documents/" + wave.id()).with(me).exchange());
        assertThat(document).contains("書類が多い", "監査の前の週がつらい", "2件の声", "/waves/" + wave.id());
        assertThat(body(mvc.get().uri("/waves/" + wave.id()).with(me).exchange())).contains("自由記述は声として取り込み済み");
        assertThat(sql.fetch("select channel, account_id, asked from needs.voice where document_id = ?", wave.id().value())).hasSize(2).allSatisfy(voice -> {
            assertThat(voice.get("channel")).isEqualTo("survey");
            assertThat(voice.get("account_id")).isNull();
            assertThat(voice.get("asked")).isEqualTo("ご自由に");
        });
    }

    @Test
    void sellers_read_surveys_and_do_not_write_them() {
        var seller = people.as(Role.FS);

        assertThat(mvc.get().uri("/surveys").with(seller).exchange()).hasStatusOk();
        assertThat(mvc.get().uri("/surveys/new").with(seller).exchange()).hasStatus(403);
        assertThat(mvc.post().uri("/waves/" + wave.id() + "/closing").with(seller).exchange()).hasStatus(403);
        assertThat(mvc.post().uri("/api/v1/waves/" + wave.id() + "/closing").with(seller).exchange()).hasStatus(403);
    }

    @Test
    void a_survey_a_question_and_a_wave_are_written_in_forms() throws Exception {
        var me = people.as(Role.MKT);
        var code = "s-" + UUID.randomUUID();

        var made = mvc.post().uri("/surveys").with(me).param("code", code).param("titleJa", "新しい調査").param("frame", "顧客100社").exchange();
        assertThat(made).hasStatus3xxRedirection();
        var path = String.valueOf(made.getResponse().getRedirectedUrl());
        assertThat(mvc.post().uri("/surveys").with(me).param("code", code).param("titleJa", "また").param("frame", "x").exchange()).hasStatus(422);
        var wrong = mvc.post().uri(path + "/questions").with(me).param("kind", "single").param("textJa", "どれですか").param("optionsJa", "ひとつだけ").exchange();
        assertThat(wrong).hasStatus(422);
        assertThat(body(wrong)).contains("どれですか", "選択肢は2");
        assertThat(mvc.post().uri(path + "/questions").with(me).param("kind", "multiple").param("textJa", "どれですか").param("optionsJa", "A\nB\n").exchange())
                .hasStatus3xxRedirection();
        var planned = mvc.post().uri(path + "/waves").with(me)
                .param("code", "w-" + UUID.randomUUID()).param("nameJa", "1月").param("plannedOn", "2027-01-05").param("closesOn", "2027-01-15").exchange();
        assertThat(planned).hasStatus3xxRedirection();
        var opened = mvc.post().uri(planned.getResponse().getRedirectedUrl() + "/links").with(me).param("count", "3").exchange();
        assertThat(body(opened)).contains("/f/answers/wave.");
        assertThat(mvc.post().uri(planned.getResponse().getRedirectedUrl() + "/links").with(me).param("count", "0").exchange()).hasStatus(422);
    }

    @Test
    void a_rising_need_is_asked_in_the_next_wave_from_its_page() throws Exception {
        var me = people.as(Role.MKT);
        var need = sample.raw();
        needs.detected(need.id(), Need.State.BURST, clock.instant());
        var next = waves.plan(survey.id(), new WaveDraft("w-" + UUID.randomUUID(), "翌3月", null, false, day.plusDays(90), day.plusDays(100)), Actor.SYSTEM);
        var form = "/surveys/questions/new?need=" + need.id();
        var before = mvc.get().uri("/needs/" + need.id()).with(me).exchange();
        assertThat(body(before)).contains(form, "準備中の調査では聞いていません");
        assertThat(body(mvc.get().uri("/needs/" + need.id()).with(people.as(Role.FS)).exchange())).contains("高まっています").doesNotContain(form);
        assertThat(body(mvc.get().uri(form).with(me).exchange())).contains(need.id().toString(), "翌3月");

        var asked = mvc.post().uri("/surveys/questions").with(me)
                .param("wave", next.id().toString()).param("need", need.id().toString()).param("kind", "single").param("textJa", "記録の提出に困っていますか")
                .param("optionsJa", "はい\nいいえ").param("supports", "1").exchange();

        assertThat(asked).hasStatus3xxRedirection();
        assertThat(waves.questions(next)).anyMatch(question -> need.id().equals(question.need()));
        var after = body(mvc.get().uri("/needs/" + need.id()).with(me).exchange());
        assertThat(after).contains("/waves/" + next.id(), "翌3月").doesNotContain(form);
    }

    @Test
    void the_api_makes_asks_and_counts() throws Exception {
        var me = people.as(Role.MKT);
        var survey = mvc.post().uri("/api/v1/surveys").with(me).contentType(MediaType.APPLICATION_JSON)
                .content("{\"code\": \"api-%s\", \"titleJa\": \"調査\", \"frame\": \"全顧客\"}".formatted(UUID.randomUUID())).exchange();
        assertThat(survey).hasStatus(201);
        var id = String.valueOf(survey.getResponse().getHeader("Location")).substring("/api/v1/surveys/".length());
        assertThat(mvc.post().uri("/api/v1/surveys/" + id + "/questions").with(me).contentType(MediaType.APPLICATION_JSON)
                .content("{\"kind\": \"single\", \"textJa\": \"困っていますか\", \"options\": [{\"ja\": \"はい\"}, {\"ja\": \"いいえ\"}]}").exchange()).hasStatus(201);
        var planned = mvc.post().uri("/api/v1/waves").with(me).contentType(MediaType.APPLICATION_JSON)
                .content("{\"survey\": \"%s\", \"code\": \"api-%s\", \"nameJa\": \"1月\", \"plannedOn\": \"2026-11-24\", \"closesOn\": \"2026-12-01\"}".formatted(id, UUID.randomUUID()))
                .exchange();
        assertThat(planned).hasStatus(201);
        var path = String.valueOf(planned.getResponse().getHeader("Location"));
        assertThat(mvc.post().uri(path + "/opening").with(me).exchange()).hasStatusOk();
        assertThat(mvc.get().uri(path).with(me).exchange()).bodyJson().extractingPath("$.link").asString().startsWith("/f/answers/");
        assertThat(mvc.post().uri(path + "/tally").with(me).exchange()).hasStatus(409);
        assertThat(mvc.post().uri("/api/v1/surveys").with(me).contentType(MediaType.APPLICATION_JSON).content("{}").exchange()).hasStatus(422);
    }

    /** A row as a file gives it. */
    private record Line(long number, Map<String, String> fields) implements Importer.Row {
        @Override
        public @Nullable String get(String field) {
            return fields.get(field);
        }
    }

    @SafeVarargs
    private final List<Importer.Result> take(Map<String, String>... rows) {
        var lines = new java.util.ArrayList<Importer.Row>();
        for (var row : rows) {
            lines.add(new Line(lines.size() + 2, row));
        }
        return importer.take(lines, new Importer.Context(UUID.randomUUID(), Actor.SYSTEM, "research", false, false));
    }

    private Map<String, String> row(String respondent, String one, String two) {
        var row = new HashMap<>(Map.of("wave", wave.code(), "respondent", respondent, "q1", one, "q2", two));
        row.put("weight", "1.5");
        return row;
    }

    @Test
    void a_file_of_an_outside_wave_is_taken_in_by_number_or_words_and_twice_is_once() {
        make(true);

        var first = take(row("r1", "はい", "4"), row("r2", "2", "5"), row("r3", "たぶん", "4"), row("r4", "1", "7"), row("r1", "1", "1"));
        var again = take(row("r1", "いいえ", "3"));

        assertThat(first.get(0)).isInstanceOf(Importer.Result.Taken.class);
        assertThat(first.get(1)).isInstanceOf(Importer.Result.Taken.class);
        assertThat(first.subList(2, 5)).allMatch(result -> result instanceof Importer.Result.Refused);
        assertThat(again).singleElement().matches(result -> result instanceof Importer.Result.Taken taken && taken.effect() == Importer.Effect.UPDATED);
        assertThat(waves.answers(wave.id())).isEqualTo(2);
        assertThat(mvc.get().uri(shared()).exchange()).hasStatus(410);
    }

    @Test
    void files_are_for_outside_waves_only() {
        assertThat(take(row("r1", "1", "4"))).allMatch(result -> result instanceof Importer.Result.Refused);
    }
}
