package org.kamiau.diagnoses;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Me;
import org.kamiau.platform.Side;
import org.kamiau.platform.Text;
import org.kamiau.platform.answers.AnswerLinks;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The diagnosis over the API. */
@RestController
@RequestMapping("/api/v1/diagnoses")
@Access.Members
class DiagnosisApi {

    record RoundBody(
            @Schema(example = "2026年度下期", description = "At most 80 characters") @Nullable String name,
            @Schema(example = "2026-12-04", description = "The last day on which answers are taken, at most 92 days ahead") @Nullable LocalDate closesOn) {}

    record DiagnosisLinksBody(
            @Schema(example = "sales", description = "sales or marketing") @NotBlank @Nullable String side,
            @Schema(example = "3", description = "1 to 500") @NotNull @Min(1) @Max(500) @Nullable Integer count) {}

    record RoundJson(
            String id, String name, Instant openedAt, LocalDate closesOn, boolean open, int least, SideJson sales, SideJson marketing, @Nullable Double gap,
            @Nullable Boolean apart, List<DifferenceJson> differences) {}

    record SideJson(int answers, @Nullable Band band, @Nullable Double total, @Nullable String link) {}

    record DifferenceJson(int statement, String text, double sales, double marketing, String remedy, String path) {}

    record DiagnosesListed(List<RoundJson> items) {}

    record DiagnosisLinks(List<String> links) {}

    private final Diagnoses diagnoses;
    private final AnswerLinks links;
    private final Languages languages;

    DiagnosisApi(Diagnoses diagnoses, AnswerLinks links, Languages languages) {
        this.diagnoses = diagnoses;
        this.links = links;
        this.languages = languages;
    }

    @Operation(summary = "Rounds of the diagnosis", description = "The newest first: the trend of what both sides think of working together.")
    @GetMapping
    DiagnosesListed list(Locale locale) {
        return new DiagnosesListed(diagnoses.all().stream().map(seen -> json(seen, languages.text(locale))).toList());
    }

    @Operation(
            summary = "One round",
            description = "Totals (20-100) and bands (undefined, defined, aligned, integrated) of both sides, the gap in points, and the three statements on which they differ "
                    + "most (means 1-5) with what answers them. Null while it is open and below five answers a side; in a small company from three, then bands only.")
    @GetMapping("/{id}")
    RoundJson one(@PathVariable Round.Id id, Locale locale) {
        return json(diagnoses.find(id), languages.text(locale));
    }

    private RoundJson json(Diagnoses.Seen seen, Text t) {
        var round = seen.round();
        var outcome = seen.outcome();
        return new RoundJson(
                round.id().toString(), round.name(), round.openedAt(), round.closesOn(), seen.open(), round.least(),
                side(seen, Side.SALES, outcome == null ? null : outcome.sales()), side(seen, Side.MARKETING, outcome == null ? null : outcome.marketing()),
                outcome == null ? null : outcome.gap(), outcome == null ? null : outcome.apart(),
                outcome == null ? List.of() : outcome.differences().stream().map(difference -> json(difference, t)).toList());
    }

    private SideJson side(Diagnoses.Seen seen, Side side, Outcome.@Nullable Part part) {
        var link = seen.open() ? links.shared(DiagnosisSheets.KIND, DiagnosisSheets.key(seen.round().id(), side)) : null;
        return new SideJson(seen.answers(side), part == null ? null : part.band(), part == null ? null : part.total(), link);
    }

    private static DifferenceJson json(Outcome.Difference difference, Text t) {
        int statement = difference.statement();
        return new DifferenceJson(
                statement, t.get("diagnoses.statement." + statement), difference.sales(), difference.marketing(), t.get("diagnoses.remedy." + statement),
                Remedy.of(statement).path());
    }

    @Operation(
            summary = "Open a round",
            description = "Heads of both sides, executives, sales operations, administrators. 409 diagnoses.open-already while another one is open.")
    @PostMapping
    ResponseEntity<RoundJson> open(@Valid @RequestBody RoundBody body, @Me Actor me, Locale locale) {
        var round = diagnoses.open(body.name(), body.closesOn(), me);
        return ResponseEntity.created(URI.create("/api/v1/diagnoses/" + round.id())).body(one(round.id(), locale));
    }

    @Operation(summary = "Close a round", description = "For good: the result is shown from then on. 409 diagnoses.closed the second time.")
    @PostMapping("/{id}/closing")
    RoundJson close(@PathVariable Round.Id id, @Me Actor me, Locale locale) {
        diagnoses.close(id, me);
        return one(id, locale);
    }

    @Operation(summary = "Make links for one person each", description = "Paths; the first answer to each counts, and no other. They are kept nowhere.")
    @PostMapping("/{id}/links")
    DiagnosisLinks hand(@PathVariable Round.Id id, @Valid @RequestBody DiagnosisLinksBody body, @Me Actor me) {
        Round.needAsker(me);
        var round = diagnoses.find(id).round();
        var side = Round.side(Objects.requireNonNull(body.side()));
        return new DiagnosisLinks(links.once(DiagnosisSheets.KIND, DiagnosisSheets.key(round.id(), side), Objects.requireNonNull(body.count())));
    }
}
