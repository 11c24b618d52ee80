package org.kamiau.needs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.answers.Wording;

/** Surveys and waves as the API writes them. */
final class SurveyJson {

    private SurveyJson() {}

    record One(String id, String code, Wording title, @Nullable Wording introduction, String frame, @Nullable String owner, int version, List<Asked> questions) {
        static One of(Survey survey) {
            return new One(
                    survey.id().toString(), survey.code(), survey.title(), survey.introduction(), survey.frame(),
                    survey.owner() == null ? null : survey.owner().toString(), survey.version(), survey.questions().stream().map(Asked::of).toList());
        }
    }

    record Asked(
            String id, SurveyQuestion.Kind kind, Wording text, boolean required, @Nullable String need, List<SurveyQuestion.Option> options,
            SurveyQuestion.@Nullable Scale scale) {
        static Asked of(SurveyQuestion question) {
            return new Asked(
                    question.id().toString(), question.kind(), question.text(), question.required(),
                    question.need() == null ? null : question.need().toString(), question.options(), question.scale());
        }
    }

    record WaveOne(
            String id, String survey, String code, Wording name, Wave.State state, boolean outside, LocalDate plannedOn, LocalDate closesOn,
            @Nullable Instant closedAt, @Nullable Instant publishedAt, @Nullable String conclusion, int version, int answers, @Nullable String link,
            List<Result> questions) {}

    /** Shares are 0 to 1; null before the wave is published. */
    record Result(String question, Wording text, @Nullable String need, @Nullable Integer n, @Nullable Double effectiveN, @Nullable Share supporting, List<Answered> answers) {

        static Result of(SurveyQuestion question, @Nullable Tally tally) {
            var need = question.need() == null ? null : question.need().toString();
            return tally == null
                    ? new Result(question.id().toString(), question.text(), need, null, null, null, List.of())
                    : new Result(
                            question.id().toString(), question.text(), need, tally.n(), tally.effectiveN(), Share.of(tally.estimate()),
                            tally.answers().stream().map(one -> new Answered(one.answer(), one.count(), tally.of(one.answer()).share())).toList());
        }
    }

    record Answered(int answer, int count, double share) {}

    /** With its 95 % interval. */
    record Share(double share, double low, double high, double margin) {
        static @Nullable Share of(@Nullable Estimate estimate) {
            return estimate == null ? null : new Share(estimate.share(), estimate.low(), estimate.high(), estimate.margin());
        }
    }

    static WaveOne of(Wave wave, List<SurveyQuestion> questions, Map<SurveyQuestion.Id, Tally> tallies, int answers, @Nullable String link) {
        return new WaveOne(
                wave.id().toString(), wave.survey().toString(), wave.code(), wave.name(), wave.state(), wave.outside(), wave.plannedOn(), wave.closesOn(),
                wave.moments().closedAt(), wave.moments().publishedAt(), wave.conclusion(), wave.version(), answers, link,
                questions.stream().map(question -> Result.of(question, tallies.get(question.id()))).toList());
    }
}
