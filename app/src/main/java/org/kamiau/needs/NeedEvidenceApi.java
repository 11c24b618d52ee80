package org.kamiau.needs;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Access;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the field and research know of a need, over HTTP. */
@RestController
@Access.Members
class NeedEvidenceApi {

    /** What one customer said; {@code confirmed} by a person, else near-certain to the computer. */
    record QuoteJson(UUID voice, String text, UUID account, String channel, Instant at, boolean confirmed) {

        static QuoteJson of(FieldRows.Quote quote) {
            return new QuoteJson(
                    quote.voice(), quote.before() + quote.marked() + quote.after(), quote.account(), quote.channel(), quote.heard(), quote.sure());
        }
    }

    /** A share with its 95 % interval. */
    record ShareJson(double share, double low, double high, long n, double effectiveN) {

        static ShareJson of(Estimate estimate) {
            return new ShareJson(estimate.share(), estimate.low(), estimate.high(), estimate.n(), estimate.effectiveN());
        }
    }

    /** The field's half. */
    record FieldJson(long voices, long accounts, ShareJson share, List<QuoteJson> quotes) {}

    /** One wave's answer. */
    record WaveJson(
            String wave, String code, String nameJa, @Nullable String nameEn, String questionJa, @Nullable String questionEn, LocalDate closedOn,
            Instant publishedAt, ShareJson share, @Nullable Double p, boolean rose) {

        static WaveJson of(SurveyEvidence.Dot dot) {
            return new WaveJson(
                    dot.wave().toString(), dot.code(), dot.name().ja(), dot.name().en(), dot.text().ja(), dot.text().en(), dot.closedOn(),
                    dot.publishedAt(), ShareJson.of(dot.estimate()), dot.p(), dot.rose());
        }
    }

    /** Research's half. */
    record ResearchJson(List<WaveJson> waves) {}

    /** Both halves. */
    record EvidenceJson(String need, SurveyEvidence.Verdict verdict, @Nullable Double p, FieldJson field, ResearchJson research) {}

    private final Needs needs;
    private final FieldRows field;
    private final NeedEvidence evidence;

    NeedEvidenceApi(Needs needs, FieldRows field, NeedEvidence evidence) {
        this.needs = needs;
        this.field = field;
        this.evidence = evidence;
    }

    @Operation(
            summary = "What is known of a need",
            description = "field: voices that carry it ever, accounts that named it in the last 13 weeks, their share of all accounts whose voice was taken in "
                    + "that time, and the 8 latest quotes. research: published waves that asked, the latest first, each with its weighted share and whether it "
                    + "rose since the wave before. Shares are 0 to 1 with 95 % Wilson intervals on the effective n. verdict: agree, field_first, survey_first, "
                    + "contradiction, too_few or none; p of the two-proportion test between field and latest wave, null below 30 answers or 8 accounts.")
    @GetMapping("/api/v1/needs/{id}/evidence")
    EvidenceJson evidence(@PathVariable Need.Id id) {
        var need = needs.find(id);
        var known = evidence.of(need.id());
        var compared = known.comparison();
        return new EvidenceJson(
                need.id().toString(), compared.verdict(), compared.p(),
                new FieldJson(field.voices(List.of(id)).getOrDefault(id, 0L), compared.fieldAccounts(), ShareJson.of(compared.field()), known.quotes().stream().map(QuoteJson::of).toList()),
                new ResearchJson(known.waves().stream().map(WaveJson::of).toList()));
    }
}
