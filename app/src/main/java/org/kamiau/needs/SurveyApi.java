package org.kamiau.needs;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Me;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.api.Version;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Surveys over the API. */
@RestController
@RequestMapping("/api/v1/surveys")
@Access.Members
class SurveyApi {

    /** A survey; English words may be left out. */
    record SurveyBody(
            @Schema(example = "heat-safety-2027", description = "Lower-case letters, digits, hyphens; unique") @Nullable String code,
            @Schema(example = "暑熱対策の実態調査", description = "At most 160 characters") @Nullable String titleJa,
            @Schema(example = "Heat safety at work") @Nullable String titleEn,
            @Schema(example = "3分で終わります。", description = "Said to those who answer, at most 1,000 characters") @Nullable String introductionJa,
            @Schema(example = "It takes three minutes.") @Nullable String introductionEn,
            @Schema(example = "建設業300〜3,000名の安全担当、無作為300名", description = "Who is asked and how they are drawn") @Nullable String frame) {

        SurveyDraft draft() {
            return new SurveyDraft(code, titleJa, titleEn, introductionJa, introductionEn, frame);
        }

        /** What is absent stays. */
        SurveyDraft over(Survey survey) {
            var introduction = survey.introduction();
            return new SurveyDraft(
                    code == null ? survey.code() : code, titleJa == null ? survey.title().ja() : titleJa, titleEn == null ? survey.title().en() : titleEn,
                    introductionJa == null && introduction != null ? introduction.ja() : introductionJa,
                    introductionEn == null && introduction != null ? introduction.en() : introductionEn, frame == null ? survey.frame() : frame);
        }
    }

    /** A question; English words may be left out. */
    record QuestionBody(
            @Schema(example = "single", description = "single, multiple, scale or text") @NotNull SurveyQuestion.@Nullable Kind kind,
            @Schema(example = "記録の提出に困っていますか", description = "At most 300 characters") @Nullable String textJa,
            @Schema(example = "Is handing in records a problem?") @Nullable String textEn,
            @Schema(example = "true") @Nullable Boolean required,
            @Schema(description = "Id of the need that it tests; its options or its scale say who speaks for it") @Nullable String need,
            @Schema(example = "[{\"ja\": \"はい\", \"en\": \"Yes\", \"supports\": true}, {\"ja\": \"いいえ\", \"en\": \"No\", \"supports\": false}]", description = "2 to 40, for single and multiple")
                    @Nullable List<QuestionDraft.OptionDraft> options,
            @Schema(description = "from (0 or 1), to (2 to 10), words at both ends, supportsFrom: from this point on an answer speaks for the need")
                    QuestionDraft.@Nullable ScaleDraft scale,
            @Schema(description = "Id of a wave of the survey, in design, that asks it") @Nullable String wave) {

        QuestionDraft draft() {
            return new QuestionDraft(
                    kind, textJa, textEn, !Boolean.FALSE.equals(required), WaveApi.id(need, "need", Need.Id::of), Objects.requireNonNullElse(options, List.of()),
                    scale);
        }
    }

    record Listed(List<SurveyJson.One> items) {}

    private final Surveys surveys;
    private final Waves waves;

    SurveyApi(Surveys surveys, Waves waves) {
        this.surveys = surveys;
        this.waves = waves;
    }

    @Operation(summary = "Surveys", description = "All of them with their questions, the newest first.")
    @GetMapping
    Listed list() {
        return new Listed(surveys.all().stream().map(SurveyJson.One::of).toList());
    }

    @Operation(summary = "One survey", description = "With its questions. The ETag is what a change sends back in If-Match.")
    @GetMapping("/{id}")
    ResponseEntity<SurveyJson.One> one(@PathVariable Survey.Id id) {
        return answer(ResponseEntity.ok(), surveys.find(id).orElseThrow(Refusal.NotFound::new));
    }

    private static ResponseEntity<SurveyJson.One> answer(ResponseEntity.BodyBuilder builder, Survey survey) {
        return builder.eTag(Version.of(survey.version()).toString()).body(SurveyJson.One.of(survey));
    }

    @Operation(summary = "Make a survey", description = "Marketing and product planning; 403 for others, 422 with every field that is wrong.")
    @PostMapping
    ResponseEntity<SurveyJson.One> add(@Valid @RequestBody SurveyBody body, @Me Actor me) {
        var survey = surveys.add(body.draft(), me);
        return answer(ResponseEntity.created(URI.create("/api/v1/surveys/" + survey.id())), survey);
    }

    @Operation(summary = "Change a survey", description = "What is absent stays. 409 when somebody changed it since the version in If-Match.")
    @PatchMapping("/{id}")
    ResponseEntity<SurveyJson.One> change(
            @PathVariable Survey.Id id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch, @Valid @RequestBody SurveyBody body,
            @Me Actor me) {
        var survey = surveys.find(id).orElseThrow(Refusal.NotFound::new);
        Version.expected(ifMatch).mustBe(Version.of(survey.version()));
        return answer(ResponseEntity.ok(), surveys.change(id, body.over(survey), survey.version(), me));
    }

    @Operation(
            summary = "Add a question",
            description = "It is never changed afterwards: only the same words over waves make a series. With wave it is asked there; 409 needs.survey-elsewhere when that "
                    + "wave is past its design.")
    @PostMapping("/{id}/questions")
    ResponseEntity<SurveyJson.Asked> ask(@PathVariable Survey.Id id, @Valid @RequestBody QuestionBody body, @Me Actor me) {
        var question = waves.ask(id, WaveApi.id(body.wave(), "wave", Wave.Id::of), body.draft(), me);
        return ResponseEntity.status(201).body(SurveyJson.Asked.of(question));
    }
}
