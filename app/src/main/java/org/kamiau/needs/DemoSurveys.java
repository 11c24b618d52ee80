package org.kamiau.needs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.kamiau.platform.Actor;
import org.kamiau.platform.answers.Answer;
import org.kamiau.platform.demo.Story;
import org.springframework.stereotype.Component;

/** The demonstration's survey: three waves of 300 answers each that somebody else collected, and the next one in design. */
@Component
class DemoSurveys {

    private static final int ASKED = 300;

    /** A question to which yes speaks for the need, and how many said yes in March, June and September. */
    private record Asked(String need, String ja, String en, List<Integer> yes) {}

    private static final List<Asked> QUESTIONS = List.of(
            new Asked(DemoWeeks.AUDIT, "この半年に、元請や監査から熱中症対策の実施記録を求められて困りましたか", "In the last six months, was it a problem that a main contractor or an auditor asked for your heat records?", List.of(12, 57, 66)),
            new Asked(DemoWeeks.ACCLIMATISE, "新しく入った人や休み明けの人を暑さに慣らすことに困っていますか", "Is it a problem to get new or returning workers used to the heat?", List.of(27, 54, 51)),
            new Asked(DemoWeeks.LANGUAGES, "日本語が得意でない作業員に警告や手順が伝わらず困っていますか", "Is it a problem that warnings and steps do not reach workers with little Japanese?", List.of(24, 30, 54)),
            new Asked("no-signal", "電波の届かない場所で見守りができず困っていますか", "Is it a problem that workers cannot be watched where there is no signal?", List.of(63, 60, 66)),
            new Asked("subsidy", "補助金の申請が負担で、対策の導入をあきらめたことがありますか", "Have you given up a measure because applying for a subsidy was too much work?", List.of(45, 42, 48)));

    /** A wave of the past. */
    private record Past(String code, String ja, String en, LocalDate opened, LocalDate closed, LocalDate published, String conclusion) {}

    private static final List<Past> WAVES = List.of(
            new Past("heat-2026-03", "2026年3月", "March 2026", LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 13), LocalDate.of(2026, 3, 25),
                    "記録の提出を求められて困る人はまだ25人に1人。電波の届かない場所が最も多い。"),
            new Past("heat-2026-06", "2026年6月", "June 2026", LocalDate.of(2026, 6, 3), LocalDate.of(2026, 6, 16), LocalDate.of(2026, 6, 26),
                    "記録の提出は4%から19%へ。4月に現場の声で気づいたとおりだった。提案の順番を変える。"),
            new Past("heat-2026-09", "2026年9月", "September 2026", LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 14), LocalDate.of(2026, 9, 25),
                    "記録の提出は横ばいで定着。外国籍の作業員への伝え方が新しく増えた。"));

    private final Surveys surveys;
    private final Waves waves;

    DemoSurveys(Surveys surveys, Waves waves) {
        this.surveys = surveys;
        this.waves = waves;
    }

    /** Plans what happens when; each step is taken at its moment. */
    void plan(Story story, DemoDiary diary) {
        var by = DemoCast.research(story);
        var made = new Made(new AtomicReference<>(), new HashMap<>(), new HashMap<>());
        diary.at(LocalDate.of(2026, 2, 20), 13, () -> write(story, made, by));
        for (int nth = 0; nth < WAVES.size(); nth++) {
            plan(nth, made, by, diary);
        }
        diary.at(LocalDate.of(2026, 11, 9), 15, () -> waves.plan(
                made.survey(), new WaveDraft("heat-2026-12", "2026年12月", "December 2026", true, LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 14)), by));
    }

    /** What earlier steps have made, for the later ones. */
    private record Made(AtomicReference<Survey.Id> written, Map<String, SurveyQuestion> questions, Map<String, Wave.Id> waves) {

        SurveyQuestion question(String need) {
            return Objects.requireNonNull(questions.get(need), need);
        }

        Survey.Id survey() {
            return Objects.requireNonNull(written.get());
        }

        Wave.Id wave(Past wave) {
            return Objects.requireNonNull(waves.get(wave.code()), wave.code());
        }
    }

    private void write(Story story, Made made, Actor by) {
        var survey = surveys.add(new SurveyDraft(
                "heat-safety", "現場の暑熱対策 実態調査", "Heat safety at work", "3分ほどで終わります。", "It takes about three minutes.",
                "従業員300〜3,000人の建設業・食品製造業・金属加工業・物流業の安全担当者。調査会社のモニターから300人、毎回同じ割り付け"), by).id();
        made.written().set(survey);
        for (var asked : QUESTIONS) {
            made.questions().put(asked.need(), surveys.ask(
                    survey, QuestionDraft.yesOrNo(story.get("need/" + asked.need(), Need.Id.class), asked.ja(), asked.en()), by));
        }
    }

    private void plan(int nth, Made made, Actor by, DemoDiary diary) {
        var wave = WAVES.get(nth);
        diary.at(wave.opened().minusDays(7), 14, () -> made.waves().put(wave.code(), waves.plan(
                made.survey(), new WaveDraft(wave.code(), wave.ja(), wave.en(), true, wave.opened(), wave.closed()), by).id()));
        diary.at(wave.opened(), 10, () -> waves.open(made.wave(wave), by));
        diary.at(wave.closed(), 17, () -> waves.take(made.wave(wave), responses(nth, made), by));
        diary.at(wave.closed(), 18, () -> waves.close(made.wave(wave), by));
        diary.at(wave.published().minusDays(2), 11, () -> waves.tally(made.wave(wave), by));
        diary.at(wave.published(), 10, () -> waves.publish(made.wave(wave), by));
        diary.at(wave.published(), 16, () -> waves.conclude(made.wave(wave), wave.conclusion(), by));
    }

    /** The same person does not say yes to everything: each question begins elsewhere among the answers. */
    private static List<Response> responses(int nth, Made made) {
        var all = new ArrayList<Response>();
        for (int i = 0; i < ASKED; i++) {
            var answers = new HashMap<SurveyQuestion.Id, Answer>();
            for (int q = 0; q < QUESTIONS.size(); q++) {
                var asked = QUESTIONS.get(q);
                var place = Math.floorMod(i * 7 + q * 61, ASKED);
                answers.put(made.question(asked.need()).id(), Answer.Chosen.of(place < asked.yes().get(nth) ? 1 : place % 9 == 0 ? 3 : 2));
            }
            all.add(new Response("m-" + (i + 1), WAVES.get(nth).closed().minusDays(i % 8), 1, null, answers));
        }
        return all;
    }
}
