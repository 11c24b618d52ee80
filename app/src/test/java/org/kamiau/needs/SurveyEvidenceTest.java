package org.kamiau.needs;

import static db.needs.Tables.NEED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.kamiau.KamiauTest;
import org.kamiau.customers.Account;
import org.kamiau.needs.SurveyEvidence.Verdict;
import org.kamiau.people.SamplePeople;
import org.kamiau.platform.Actor;
import org.kamiau.platform.ApplicationClock;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;
import org.kamiau.platform.answers.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@KamiauTest
@Transactional
class SurveyEvidenceTest {

    @Autowired Surveys surveys;
    @Autowired Waves waves;
    @Autowired Needs needs;
    @Autowired SampleNeeds sample;
    @Autowired SurveyEvidence evidence;
    @Autowired SamplePeople people;
    @Autowired ApplicationClock clock;
    @Autowired DSLContext sql;

    private final LocalDate day = LocalDate.parse("2026-11-24");

    private Need.Id need() {
        var id = UUID.randomUUID();
        sql.insertInto(NEED)
                .set(NEED.ID, id).set(NEED.CODE, "need-" + id).set(NEED.TITLE_JA, "実施記録を元請・監査に提出したい").set(NEED.TITLE_EN, "Hand records to auditors")
                .set(NEED.KIND, "job").set(NEED.STATE, "raw").set(NEED.STATE_SINCE, Instant.EPOCH).set(NEED.CREATED_AT, Instant.EPOCH)
                .execute();
        return new Need.Id(id);
    }

    private Survey survey(Actor by) {
        return surveys.add(new SurveyDraft("s-" + UUID.randomUUID(), "暑熱対策の実態調査", "Heat safety survey", null, null, "建設業の安全担当300名"), by);
    }

    private Wave wave(Survey survey, boolean outside, Actor by) {
        return waves.plan(survey.id(), new WaveDraft("w-" + UUID.randomUUID(), "第1回", "First", outside, day, day.plusDays(10)), by);
    }

    private static List<Response> responses(SurveyQuestion question, int yes, int no, LocalDate on) {
        var all = new ArrayList<Response>();
        for (int i = 0; i < yes + no; i++) {
            all.add(new Response("r" + i, on, 1, null, Map.of(question.id(), Answer.Chosen.of(i < yes ? 1 : 2))));
        }
        return all;
    }

    private void through(Wave wave, List<Response> responses, Actor by) {
        waves.open(wave.id(), by);
        waves.take(wave.id(), responses, by);
        waves.close(wave.id(), by);
        waves.tally(wave.id(), by);
        waves.publish(wave.id(), by);
    }

    @Test
    void two_waves_show_a_rise_once_they_are_published() {
        var by = people.as(Role.MKT).actor();
        var need = need();
        var survey = survey(by);
        var question = surveys.ask(survey.id(), QuestionDraft.yesOrNo(need, "記録の提出に困っていますか", null), by);
        through(wave(survey, true, by), responses(question, 12, 288, day), by);
        assertThat(evidence.of(need)).singleElement().matches(dot -> !dot.rose() && dot.p() == null);
        var second = wave(survey, true, by);

        through(second, responses(question, 57, 243, day), by);

        var dots = evidence.of(need);
        assertThat(dots).hasSize(2);
        assertThat(dots.getLast().rose()).isTrue();
        assertThat(needs.find(need).standing().state()).isEqualTo(Need.State.CONFIRMED);
        assertThat(dots.getLast().estimate().share()).isCloseTo(0.19, within(1e-9));
        assertThat(dots.getLast().estimate().n()).isEqualTo(300);
        assertThat(dots.getLast().name().ja()).isEqualTo("第1回");
        assertThat(evidence.of(List.of(need), clock.instant().minusSeconds(3600))).isEmpty();
        assertThat(java.util.Objects.requireNonNull(waves.tallies(second.id()).get(question.id())).answers()).extracting(Tally.Share::count).containsExactly(57, 243);
    }

    @Test
    void publication_tells_the_sellers_whose_customers_named_what_was_asked() {
        var by = people.as(Role.MKT).actor();
        var seller = people.as(Role.FS).id();
        var other = people.as(Role.FS).id();
        var asked = sample.raw();
        owned(sample.account(), seller, asked, "confirmed");
        owned(sample.account(), seller, asked, "confirmed");
        owned(sample.account(), other, asked, "rejected");
        owned(sample.account(), other, sample.raw(), "confirmed");
        var survey = survey(by);
        var question = surveys.ask(survey.id(), QuestionDraft.yesOrNo(asked.id(), "困っていますか", null), by);
        var wave = wave(survey, true, by);

        through(wave, responses(question, 20, 30, day), by);

        assertThat(told(seller, wave)).singleElement().asString().contains("2");
        assertThat(told(other, wave)).isEmpty();
    }

    private void owned(Account.Id account, MemberId owner, Need need, String state) {
        sql.execute("update customers.account set fs_owner_id = ? where id = ?", owner.value(), account.value());
        sample.voice(account, need.id(), state, clock.instant().minusSeconds(86_400), "監査のたびに記録を探すのが大変です");
    }

    /** The arguments of what this member was told of the wave. */
    private List<String> told(MemberId member, Wave wave) {
        return sql.fetch("select arguments::text from platform.notice where member = ? and record_id = ?", member.value(), wave.id().value()).into(String.class);
    }

    @Test
    void weights_count_and_make_the_effective_n_smaller() {
        var by = people.as(Role.MKT).actor();
        var need = need();
        var survey = survey(by);
        var question = surveys.ask(survey.id(), QuestionDraft.yesOrNo(need, "困っていますか", null), by);
        var wave = wave(survey, true, by);

        through(wave, List.of(
                new Response("a", day, 3, null, Map.of(question.id(), Answer.Chosen.of(1))),
                new Response("b", day, 1, null, Map.of(question.id(), Answer.Chosen.of(2)))), by);

        var estimate = evidence.of(need).getFirst().estimate();
        assertThat(estimate.share()).isCloseTo(0.75, within(1e-9));
        assertThat(estimate.effectiveN()).isCloseTo(1.6, within(1e-9));
    }

    @Test
    void another_wave_asks_what_the_one_before_asked() {
        var by = people.as(Role.MKT).actor();
        var survey = survey(by);
        var question = surveys.ask(survey.id(), QuestionDraft.yesOrNo(null, "対策をしていますか", null), by);
        wave(survey, false, by);

        var next = wave(survey, false, by);

        assertThat(waves.questions(next)).extracting(SurveyQuestion::id).containsExactly(question.id());
    }

    @Test
    void steps_out_of_order_are_refused() {
        var by = people.as(Role.MKT).actor();
        var survey = survey(by);
        var wave = wave(survey, false, by);

        assertThatThrownBy(() -> waves.publish(wave.id(), by)).isInstanceOf(WaveElsewhere.class);
        assertThatThrownBy(() -> waves.open(wave.id(), by)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> waves.close(wave.id(), by)).isInstanceOf(WaveElsewhere.class);
        assertThatThrownBy(() -> waves.open(wave.id(), people.as(Role.FS).actor())).isInstanceOf(Refusal.NotAllowed.class);
    }

    @Test
    void a_question_that_tests_a_need_says_which_answers_speak_for_it() {
        var by = people.as(Role.MKT).actor();
        var survey = survey(by);
        var draft = new QuestionDraft(
                SurveyQuestion.Kind.SCALE, "どのくらい困っていますか", null, true, need(), List.of(), new QuestionDraft.ScaleDraft(1, 5, null, null, null, null, null));

        assertThatThrownBy(() -> surveys.ask(survey.id(), draft, by)).isInstanceOf(Invalid.class);
    }

    @Test
    void field_and_survey_agree_contradict_or_come_first() {
        var need = new Need.Id(UUID.randomUUID());
        var fresh = dot(need, 57, 300, day.minusDays(20), false);
        var old = dot(need, 12, 300, day.minusDays(200), false);

        assertThat(SurveyEvidence.compare(need, 8, 40, fresh, day).verdict()).isEqualTo(Verdict.AGREE);
        assertThat(SurveyEvidence.compare(need, 30, 40, fresh, day).verdict()).isEqualTo(Verdict.CONTRADICTION);
        assertThat(SurveyEvidence.compare(need, 13, 40, old, day).verdict()).isEqualTo(Verdict.FIELD_FIRST);
        assertThat(SurveyEvidence.compare(need, 0, 100, dot(need, 57, 300, day, true), day).verdict()).isEqualTo(Verdict.SURVEY_FIRST);
        assertThat(SurveyEvidence.compare(need, 3, 7, fresh, day).verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(SurveyEvidence.compare(need, 3, 7, null, day).verdict()).isEqualTo(Verdict.FIELD_FIRST);
        assertThat(SurveyEvidence.compare(need, 0, 7, null, day).verdict()).isEqualTo(Verdict.NONE);
    }

    private static SurveyEvidence.Dot dot(Need.Id need, int yes, int n, LocalDate closed, boolean rose) {
        return new SurveyEvidence.Dot(
                need, new Wave.Id(UUID.randomUUID()), "w", new org.kamiau.platform.answers.Wording("w", null), new SurveyQuestion.Id(UUID.randomUUID()),
                new org.kamiau.platform.answers.Wording("q", null), closed, Instant.EPOCH, Estimate.of(yes, n), null, rose);
    }
}
