package org.kamiau.needs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kamiau.KamiauTest;
import org.kamiau.people.SamplePeople;
import org.kamiau.platform.ApplicationClock;
import org.kamiau.platform.Role;
import org.kamiau.platform.answers.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

@KamiauTest
@Transactional
class NeedEvidenceTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SamplePeople people;

    @Autowired
    SampleNeeds sample;

    @Autowired
    Needs needs;

    @Autowired
    Surveys surveys;

    @Autowired
    Waves waves;

    @Autowired
    ApplicationClock clock;

    private void published(Need need, int yes, int no) {
        var by = people.as(Role.MKT).actor();
        var survey = surveys.add(new SurveyDraft("s-" + UUID.randomUUID(), "提出の実態", "Records", null, null, "建設業の300名"), by);
        var question = surveys.ask(survey.id(), QuestionDraft.yesOrNo(need.id(), "記録の提出に困っていますか", "Is handing in records a burden?"), by);
        var day = LocalDate.parse("2026-11-24");
        var wave = waves.plan(survey.id(), new WaveDraft("w-" + UUID.randomUUID(), "第1回", "First", true, day, day.plusDays(10)), by);
        waves.open(wave.id(), by);
        var responses = new ArrayList<Response>();
        for (int i = 0; i < yes + no; i++) {
            responses.add(new Response("r" + i, day, 1, null, Map.of(question.id(), Answer.Chosen.of(i < yes ? 1 : 2))));
        }
        waves.take(wave.id(), responses, by);
        waves.close(wave.id(), by);
        waves.tally(wave.id(), by);
        waves.publish(wave.id(), by);
    }

    @Test
    void a_need_that_only_the_field_knows_says_so() {
        var need = sample.raw();
        for (int i = 0; i < 3; i++) {
            sample.voice(need.id());
        }

        assertThat(mvc.get().uri("/needs/{id}", need.id()).with(people.as(Role.FS))).hasStatusOk().bodyText()
                .contains("営業先行", "調査はまだ尋ねていません", "13週で3社");
        assertThat(mvc.get().uri("/api/v1/needs/{id}/evidence", need.id()).with(people.as(Role.FS))).hasStatusOk().bodyJson()
                .hasPathSatisfying("$.verdict", verdict -> assertThat(verdict).isEqualTo("field_first"))
                .hasPathSatisfying("$.field.voices", voices -> assertThat(voices).isEqualTo(3))
                .hasPathSatisfying("$.field.accounts", accounts -> assertThat(accounts).isEqualTo(3))
                .hasPathSatisfying("$.field.quotes.length()", quotes -> assertThat(quotes).isEqualTo(3))
                .hasPathSatisfying("$.research.waves", found -> assertThat(found).asArray().isEmpty());
    }

    @Test
    void field_and_research_stand_side_by_side() {
        var need = sample.raw();
        for (int i = 0; i < 10; i++) {
            sample.voice(need.id());
        }
        published(need, 57, 243);

        assertThat(mvc.get().uri("/needs/{id}", need.id()).with(people.as(Role.MKT))).hasStatusOk().bodyText()
                .contains("第1回", "記録の提出に困っていますか", "n=300", "±4.4ポイント");
        assertThat(mvc.get().uri("/needs/{id}", need.id()).with(people.as(Locale.ENGLISH, Role.MKT))).hasStatusOk().bodyText()
                .contains("Is handing in records a burden?", "Research");
        assertThat(mvc.get().uri("/api/v1/needs/{id}/evidence", need.id()).with(people.as(Role.MKT))).hasStatusOk().bodyJson()
                .hasPathSatisfying("$.research.waves[0].share.share", share -> assertThat(share).isEqualTo(0.19))
                .hasPathSatisfying("$.research.waves[0].share.n", n -> assertThat(n).isEqualTo(300));
    }

    @Test
    void a_need_without_voices_and_surveys_says_so_and_none_is_not_found() {
        var need = sample.raw();

        assertThat(mvc.get().uri("/needs/{id}", need.id()).with(people.as(Role.FS))).hasStatusOk().bodyText().contains("まだなし", "まだ声がありません");
        assertThat(mvc.get().uri("/api/v1/needs/{id}/evidence", UUID.randomUUID()).with(people.as(Role.FS))).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void today_says_whose_turn_a_rising_need_is() {
        var marketer = people.as(Role.MKT);
        var need = needs.create(SampleNeeds.text(), marketer.actor());

        needs.detected(need.id(), Need.State.SIGN, clock.instant().minus(Duration.ofDays(30)));

        assertThat(mvc.get().uri("/").with(marketer)).hasStatusOk().bodyText().contains(need.title().ja(), "増え始めたニーズの見立て");
        assertThat(mvc.get().uri("/").with(people.as(Role.FS))).bodyText().doesNotContain(need.title().ja());
    }
}
