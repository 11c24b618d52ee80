package org.kamiau.leads;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Me;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Role;
import org.kamiau.platform.Text;
import org.kamiau.platform.api.Version;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The scoring rules over HTTP: those in force, their versions, and the draft on its way. */
@RestController
@RequestMapping("/api/v1/scoring")
@Access.Members
class RulesApi {

    /** Rules in force, with the draft that is open. */
    record InForce(int version, RulesBody rules, RulesDraft.@Nullable Id draft) {}

    record VersionAnswer(int version, Instant releasedAt, @Nullable MemberId by, @Nullable String why, List<String> changes, RulesBody rules) {}

    record Versions(List<VersionAnswer> items) {}

    record ApprovalAnswer(RulesDraft.Seat seat, MemberId by, Instant at) {}

    /** @param version that it became; null while it is none */
    record DraftAnswer(
            RulesDraft.Id id, String state, int base, int revision, @Nullable String why, MemberId changedBy, Instant changedAt,
            List<String> changes, List<ApprovalAnswer> approvals, Set<RulesDraft.Seat> missing, @Nullable Integer version, RulesBody rules) {}

    /** What to change; parts that are left out stay as they are. */
    record DraftBody(
            @Schema(example = "デモ依頼の後に商談化する率が高いため", description = "Why, for whoever reads the version later; at most 1,000 characters")
                    @Size(max = 1000)
                    @Nullable String why,
            @Valid @Nullable RulesBody rules) {}

    record ApprovalBody(
            @Schema(example = "1", description = "The revision that was read; 409 when the draft has been changed since") @NotNull @Nullable Integer revision) {}

    record GroupAnswer(String key, long mqls, long out, long in) {}

    record FateAnswer(long mqls, long sqls, long keptMqls, long keptSqls, String from, String to) {}

    record ExampleAnswer(Lead.Id lead, @Nullable String company, String before, String after, boolean sql) {}

    /** A trial on real leads: counts are of all leads, estimated from the sample where {@code judged < there}. */
    record PreviewAnswer(
            int days, long judged, long there, long before, long after, long out, long in, long byJudgement, double weeklyBefore,
            double weeklyAfter, @Nullable String warning, double share, List<GroupAnswer> origins, List<GroupAnswer> targets, FateAnswer fate,
            List<ExampleAnswer> outs, List<ExampleAnswer> ins) {}

    private static final int EXAMPLES = 20;

    private final Scoring scoring;
    private final RulesDrafts drafts;
    private final RulesTrial trial;
    private final Languages languages;

    RulesApi(Scoring scoring, RulesDrafts drafts, RulesTrial trial, Languages languages) {
        this.scoring = scoring;
        this.drafts = drafts;
        this.trial = trial;
        this.languages = languages;
    }

    @Operation(
            summary = "Scoring rules in force",
            description = "Points, half-lives (days), bands of employees, thresholds (0-100) of an MQL; version 0 are the defaults. draft is the id of the change on its way, if there is one.")
    @GetMapping
    InForce inForce() {
        var current = scoring.current();
        return new InForce(current.version(), RulesBody.of(current.rules()), drafts.open().map(draft -> draft.terms().id()).orElse(null));
    }

    @Operation(summary = "Versions of the scoring rules", description = "The newest first, with who released each, when, why, and what it changed in words.")
    @GetMapping("/versions")
    Versions versions(Locale locale) {
        var t = languages.text(locale);
        var released = scoring.versions();
        return new Versions(released.stream()
                .map(one -> new VersionAnswer(
                        one.version(), one.at(), one.by(), one.why(), RulesDraftPages.changes(before(one.version(), released), one.rules(), t),
                        RulesBody.of(one.rules())))
                .toList());
    }

    private static ScoreRules before(int version, List<Scoring.Version> released) {
        return released.stream().filter(one -> one.version() == version - 1).map(Scoring.Version::rules).findFirst().orElse(ScoreRules.DEFAULT);
    }

    @Operation(
            summary = "Begin a draft",
            description = "From the rules in force, with the changes of the body. Marketing's and sales' heads and sales operations; 409 while another draft is open.")
    @Access.Only({Role.REVOPS, Role.MKT_HEAD, Role.SALES_HEAD})
    @PostMapping("/drafts")
    ResponseEntity<DraftAnswer> begin(@Valid @RequestBody DraftBody body, @Me Actor me, Locale locale) {
        var rules = body.rules() == null ? null : RulesCheck.check(body.rules().applied(scoring.current().rules()));
        RulesDraft.Open draft = drafts.begin(me);
        if (rules != null || body.why() != null) {
            draft = drafts.change(draft.terms().id(), null, rules == null ? draft.terms().rules() : rules, body.why(), me);
        }
        return ResponseEntity.created(URI.create("/api/v1/scoring/drafts/" + draft.terms().id()))
                .eTag(Version.of(draft.terms().revision()).toString())
                .body(answer(draft, languages.text(locale)));
    }

    @Operation(summary = "One draft", description = "With its changes in words, its approvals and the seats that are missing. The ETag is its revision.")
    @GetMapping("/drafts/{id}")
    ResponseEntity<DraftAnswer> one(@PathVariable RulesDraft.Id id, Locale locale) {
        return answered(drafts.get(id), locale);
    }

    @Operation(
            summary = "Change a draft",
            description = "Parts that are left out stay; lists replace the list. Approvals given before fall. If-Match carries the revision that was read; 409 when it was changed since, released or discarded; 422 names every wrong field.")
    @Access.Only({Role.REVOPS, Role.MKT_HEAD, Role.SALES_HEAD})
    @PatchMapping("/drafts/{id}")
    ResponseEntity<DraftAnswer> change(
            @PathVariable RulesDraft.Id id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody DraftBody body, @Me Actor me, Locale locale) {
        var terms = drafts.get(id).terms();
        Version.expected(ifMatch).mustBe(Version.of(terms.revision()));
        var rules = body.rules() == null ? terms.rules() : body.rules().applied(terms.rules());
        return answered(drafts.change(id, terms.revision(), rules, body.why() == null ? terms.why() : body.why(), me), locale);
    }

    @Operation(
            summary = "Try a draft on real leads",
            description = "Leads of the last 90 days judged at their time by the draft and by the rules in force: MQLs that would fall out or come in, by origin and target; of the last three mature months the SQLs that would have been kept. Of more than 10,000 MQLs or others a sample is judged (judged of there).")
    @GetMapping("/drafts/{id}/preview")
    PreviewAnswer preview(@PathVariable RulesDraft.Id id) {
        return answer(trial.run(drafts.get(id).terms(), EXAMPLES));
    }

    @Operation(
            summary = "Approve a draft",
            description = "For the caller's seat: sales operations, head of marketing, head of sales. With the last one missing it is released, and all leads are scored again in the background. 409 when the draft was changed since that revision, changes nothing, or the seat has approved already.")
    @Access.Only({Role.REVOPS, Role.MKT_HEAD, Role.SALES_HEAD})
    @PostMapping("/drafts/{id}/approval")
    DraftAnswer approve(@PathVariable RulesDraft.Id id, @Valid @RequestBody ApprovalBody body, @Me Actor me, Locale locale) {
        return answer(drafts.approve(id, body.revision() == null ? -1 : body.revision(), me), languages.text(locale));
    }

    @Operation(summary = "Give a draft up", description = "The rules in force stay. 409 when it is released or given up already.")
    @Access.Only({Role.REVOPS, Role.MKT_HEAD, Role.SALES_HEAD})
    @DeleteMapping("/drafts/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable RulesDraft.Id id, @Me Actor me) {
        drafts.discard(id, me);
    }

    private ResponseEntity<DraftAnswer> answered(RulesDraft draft, Locale locale) {
        return ResponseEntity.ok().eTag(Version.of(draft.terms().revision()).toString()).body(answer(draft, languages.text(locale)));
    }

    private DraftAnswer answer(RulesDraft draft, Text t) {
        return switch (draft) {
            case RulesDraft.Open open -> answer(open.terms(), "open", scoring.current().rules(), open.approvals(), open.missing(drafts.holders()), null, t);
            case RulesDraft.Released released -> answer(
                    released.terms(), "released", before(released.version(), scoring.versions()), released.approvals(), Set.of(), released.version(), t);
            case RulesDraft.Discarded discarded -> answer(
                    discarded.terms(), "discarded", before(discarded.terms().base() + 1, scoring.versions()), List.of(), Set.of(), null, t);
        };
    }

    private static DraftAnswer answer(
            RulesDraft.Terms terms, String state, ScoreRules before, List<RulesDraft.Approval> approvals, Set<RulesDraft.Seat> missing,
            @Nullable Integer version, Text t) {
        return new DraftAnswer(
                terms.id(), state, terms.base(), terms.revision(), terms.why(), terms.changedBy(), terms.changedAt(),
                RulesDraftPages.changes(before, terms.rules(), t),
                approvals.stream().map(one -> new ApprovalAnswer(one.seat(), one.by(), one.at())).toList(),
                missing, version, RulesBody.of(terms.rules()));
    }

    private static PreviewAnswer answer(RulesOutcome outcome) {
        var fate = outcome.fate();
        var warning = outcome.warning();
        return new PreviewAnswer(
                RulesOutcome.daysLookedAt(), outcome.sample().read(), outcome.sample().there(), outcome.before(), outcome.after(),
                outcome.outTimes(), outcome.inTimes(), outcome.byJudgement(), outcome.weekly(outcome.before()), outcome.weekly(outcome.after()),
                warning == null ? null : warning.name().toLowerCase(Locale.ROOT), outcome.share(), groups(outcome.origins()),
                groups(outcome.targets()),
                new FateAnswer(
                        fate.mqls(), fate.sqls(), fate.keptMqls(), fate.keptSqls(), outcome.period().fateFrom().toString(),
                        outcome.period().fateTo().toString()),
                examples(outcome.outs()), examples(outcome.ins()));
    }

    private static List<GroupAnswer> groups(List<RulesOutcome.Group> groups) {
        return groups.stream().map(group -> new GroupAnswer(group.name(), group.mqls(), group.out(), group.in())).toList();
    }

    private static List<ExampleAnswer> examples(List<RulesOutcome.Example> examples) {
        return examples.stream()
                .map(one -> new ExampleAnswer(new Lead.Id(one.lead()), one.company(), one.before().grade(), one.after().grade(), one.sql()))
                .toList();
    }
}
