package org.kamiau.needs;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Me;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.answers.AnswerLinks;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Waves of surveys over the API: each step is a noun of its own. */
@RestController
@RequestMapping("/api/v1/waves")
@Access.Members
class WaveApi {

    private static final String STEP = "Marketing and product planning; 409 needs.survey-elsewhere when the wave stands elsewhere on its way.";

    /** A wave; it asks what the one before it asked. */
    record WaveBody(
            @Schema(description = "Id of the survey") @NotBlank @Nullable String survey,
            @Schema(example = "heat-safety-2026-12", description = "Lower-case letters, digits, hyphens; unique; files name the wave by it") @Nullable String code,
            @Schema(example = "2026年12月", description = "At most 80 characters") @Nullable String nameJa,
            @Schema(example = "December 2026") @Nullable String nameEn,
            @Schema(example = "false", description = "true: somebody else asks, the answers come in a file") @Nullable Boolean outside,
            @Schema(example = "2026-12-01") @Nullable LocalDate plannedOn,
            @Schema(example = "2026-12-11", description = "The last day on which answers are taken") @Nullable LocalDate closesOn) {

        WaveDraft draft() {
            return new WaveDraft(code, nameJa, nameEn, Boolean.TRUE.equals(outside), plannedOn, closesOn);
        }
    }

    record AskedBody(@Schema(example = "01a20b5d-e173-7fee-9f9a-f50a84ed8708", description = "Id of a question of the survey") @NotBlank @Nullable String question) {}

    record ConclusionBody(
            @Schema(example = "記録の提出は建設業全体のニーズと確認した", description = "What the wave changed in what we believe, at most 4,000 characters") @Size(max = 4000)
                    @Nullable String conclusion) {}

    record LinksBody(@Schema(example = "3", description = "1 to 1,000") @NotNull @Min(1) @Max(1000) @Nullable Integer count) {}

    record Listed(List<SurveyJson.WaveOne> items) {}

    record Handed(List<String> links) {}

    private final Waves waves;
    private final AnswerLinks links;

    WaveApi(Waves waves, AnswerLinks links) {
        this.waves = waves;
        this.links = links;
    }

    /** @throws Invalid where the text is no id */
    static <T> @Nullable T id(@Nullable String text, String field, Function<String, T> of) {
        try {
            return text == null ? null : of.apply(text);
        } catch (IllegalArgumentException noId) {
            throw new Invalid(field, "platform.invalid.format");
        }
    }

    @Operation(summary = "Waves", description = "In the order in which they are planned; results are in a single wave.")
    @GetMapping
    Listed list() {
        return new Listed(waves.all().stream().map(wave -> SurveyJson.of(wave, List.of(), Map.of(), waves.answers(wave.id()), null)).toList());
    }

    @Operation(
            summary = "One wave",
            description = "Its questions and, once it is published (for its authors: counted), n, effective n, weighted shares (0-1) with 95 % intervals (Wilson). link is the path under which many answer, while it collects.")
    @GetMapping("/{id}")
    SurveyJson.WaveOne one(@PathVariable Wave.Id id, @Me Actor me) {
        return json(id, me);
    }

    private SurveyJson.WaveOne json(Wave.Id id, Actor me) {
        var wave = waves.find(id).orElseThrow(Refusal.NotFound::new);
        var shown = wave.published() || wave.counted() && Survey.mayWrite(me);
        var link = wave.outside() || wave.state() != Wave.State.COLLECTING ? null : links.shared(WaveQuestionnaire.KIND, id.toString());
        return SurveyJson.of(wave, waves.questions(wave), shown ? waves.tallies(id) : Map.of(), waves.answers(id), link);
    }

    @Operation(summary = "Plan a wave", description = "It asks what the survey's wave before it asked. Marketing and product planning.")
    @PostMapping
    ResponseEntity<SurveyJson.WaveOne> plan(@Valid @RequestBody WaveBody body, @Me Actor me) {
        var survey = Objects.requireNonNull(id(body.survey(), "survey", Survey.Id::of));
        var wave = waves.plan(survey, body.draft(), me);
        return ResponseEntity.created(URI.create("/api/v1/waves/" + wave.id())).body(json(wave.id(), me));
    }

    @Operation(summary = "Ask a question in a wave", description = "Of the same survey, while the wave is designed. Nothing changes when it is asked already.")
    @PostMapping("/{id}/questions")
    SurveyJson.WaveOne ask(@PathVariable Wave.Id id, @Valid @RequestBody AskedBody body, @Me Actor me) {
        waves.ask(id, Objects.requireNonNull(id(body.question(), "question", SurveyQuestion.Id::of)), me);
        return json(id, me);
    }

    @Operation(summary = "Begin to take answers", description = STEP)
    @PostMapping("/{id}/opening")
    SurveyJson.WaveOne open(@PathVariable Wave.Id id, @Me Actor me) {
        waves.open(id, me);
        return json(id, me);
    }

    @Operation(summary = "Take no more answers", description = "Starts the 10 business days for publishing. " + STEP)
    @PostMapping("/{id}/closing")
    SurveyJson.WaveOne close(@PathVariable Wave.Id id, @Me Actor me) {
        waves.close(id, me);
        return json(id, me);
    }

    @Operation(summary = "Count the answers", description = STEP)
    @PostMapping("/{id}/tally")
    SurveyJson.WaveOne tally(@PathVariable Wave.Id id, @Me Actor me) {
        waves.tally(id, me);
        return json(id, me);
    }

    @Operation(summary = "Publish a wave", description = "Tells the owners of accounts that named a tested need within a year, and both heads. " + STEP)
    @PostMapping("/{id}/publication")
    SurveyJson.WaveOne publish(@PathVariable Wave.Id id, @Me Actor me) {
        waves.publish(id, me);
        return json(id, me);
    }

    @Operation(summary = "Write down what a wave taught", description = STEP)
    @PostMapping("/{id}/conclusion")
    SurveyJson.WaveOne conclude(@PathVariable Wave.Id id, @Valid @RequestBody ConclusionBody body, @Me Actor me) {
        waves.conclude(id, body.conclusion(), me);
        return json(id, me);
    }

    @Operation(
            summary = "Make links for one person each",
            description = "Paths; the first answer to each counts, and no other. They are kept nowhere: asking again makes others.")
    @PostMapping("/{id}/links")
    Handed hand(@PathVariable Wave.Id id, @Valid @RequestBody LinksBody body, @Me Actor me) {
        Survey.needWriter(me);
        if (waves.find(id).isEmpty()) {
            throw new Refusal.NotFound();
        }
        return new Handed(links.once(WaveQuestionnaire.KIND, id.toString(), Objects.requireNonNull(body.count())));
    }
}
