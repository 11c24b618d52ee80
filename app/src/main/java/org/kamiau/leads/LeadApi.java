package org.kamiau.leads;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.Incoming.ConsentGiven;
import org.kamiau.customers.ContactView;
import org.kamiau.customers.IncomingText;
import org.kamiau.customers.Taken;
import org.kamiau.handoffs.Handoff;
import org.kamiau.handoffs.HandoffView;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Function;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Me;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;
import org.kamiau.platform.Text;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Leads over the API. */
@RestController
class LeadApi {

    /** A person who answered us; e-mail or phone is needed unless the inquiry has a source. */
    record PersonBody(
            @Schema(example = "森本", description = "At most 60 characters") @Nullable String familyName,
            @Schema(example = "和也") @Nullable String givenName,
            @Schema(example = "モリモト") @Nullable String familyKana,
            @Schema(example = "カズヤ") @Nullable String givenKana,
            @Schema(example = "morimoto@kensho-kensetsu.example") @Nullable String email,
            @Schema(example = "052-000-0123") @Nullable String phone,
            @Schema(example = "工事部長") @Nullable String title,
            @Schema(example = "工事部") @Nullable String department) {}

    /** The organisation: name, corporate number (13 digits, check digit verified), mail domain, … */
    record CompanyBody(
            @Schema(example = "検証建設株式会社", description = "At most 200 characters") @Nullable String name,
            @Schema(example = "8900000000001", description = "13 digits, check digit verified") @Nullable String corporateNumber,
            @Schema(example = "kensho-kensetsu.example") @Nullable String domain,
            @Schema(example = "建設業") @Nullable String industry,
            @Schema(example = "820", description = "Number of employees") @Nullable Integer employees,
            @Schema(example = "愛知県") @Nullable String prefecture,
            @Schema(example = "052-000-0100") @Nullable String phone,
            @Schema(example = "455-0000") @Nullable String postalCode,
            @Schema(example = "愛知県名古屋市港区検証町1-1") @Nullable String address,
            @Schema(example = "https://kensho-kensetsu.example") @Nullable String website) {}

    /** Where it is kept elsewhere; the same system and externalId again changes nothing. */
    record SourceBody(
            @NotBlank @Size(max = 100) @Nullable String system,
            @NotBlank @Size(max = 200) @Nullable String externalId,
            @Size(max = 1000) @Nullable String link) {}

    /** A consent as it was given: what for, and the very text. */
    record ConsentBody(
            @NotBlank @Size(max = 200) @Nullable String purpose,
            @NotBlank @Size(max = 10_000) @Nullable String text,
            @NotNull @Nullable Boolean given,
            @Nullable Instant at) {}

    /**
     * An inquiry.
     *
     * @param product code or name of a product
     * @param occurredAt when it happened, not later than now; now when left out
     */
    record Body(
            @Valid @Nullable PersonBody person,
            @Valid @Nullable CompanyBody company,
            @Schema(example = "quote_request") @NotNull @Nullable ResponseKind kind,
            @Size(max = 120) @Nullable String product,
            @Size(max = 200) @Schema(example = "暑熱対策ウェビナー") @Nullable String campaign,
            @Size(max = 100) @Schema(example = "web") @Nullable String channel,
            @Size(max = 100) @Schema(example = "website") @Nullable String origin,
            @Size(max = 10_000) @Nullable String message,
            @Nullable Instant occurredAt,
            @Valid @Nullable SourceBody source,
            @Valid @Nullable ConsentBody consent) {}

    record ScoreAnswer(int fit, int engagement, String grade, List<ReasonAnswer> reasons) {
        static ScoreAnswer of(Score score, Text t) {
            return new ScoreAnswer(
                    score.fit(), score.engagement(), score.grade(),
                    score.reasons().stream().map(reason -> new ReasonAnswer(reason.text(t), reason.points())).toList());
        }
    }

    record ReasonAnswer(String text, int points) {}

    record HandoffAnswer(String id, Function from, Function to, String state, @Nullable Instant dueAt, Function turn) {
        static @Nullable HandoffAnswer of(Handoff.@Nullable Terms terms) {
            return terms == null ? null : new HandoffAnswer(
                    terms.id().toString(), terms.boundary().from(), terms.boundary().to(), "offered", terms.dueAt(), terms.boundary().to());
        }
    }

    record MatchedAccount(String id, String name, String matchedBy) {}

    record MatchedPerson(String id, String matchedBy) {}

    /** What became of the inquiry. */
    record Answer(
            String id, Lead.Stage stage, ScoreAnswer score, @Nullable MemberId owner, List<String> routing,
            @Nullable HandoffAnswer handoff, @Nullable MatchedAccount account, @Nullable MatchedPerson person,
            boolean contactMissing, boolean joined) {

        static Answer of(Received received, Text t) {
            var taken = received.taken();
            return new Answer(
                    received.id().toString(), received.stage(), ScoreAnswer.of(received.score(), t), received.owner(),
                    received.routing().stream().map(reason -> reason.text(t)).toList(), HandoffAnswer.of(received.handoff()),
                    account(taken), person(taken), received.contactMissing(), received.joined());
        }

        private static @Nullable MatchedAccount account(@Nullable Taken taken) {
            var account = taken == null ? null : taken.account();
            return account == null ? null : new MatchedAccount(
                    account.facts().id().toString(), account.facts().name(), account.matchedBy().code());
        }

        private static @Nullable MatchedPerson person(@Nullable Taken taken) {
            var person = taken == null ? null : taken.person();
            return person == null ? null : new MatchedPerson(person.facts().id().toString(), person.matchedBy().code());
        }
    }

    record Moment(Instant at, String kind, String text, @Nullable MemberId by, @Nullable String body) {}

    /** A lead as it stands, with what happened, newest first. */
    record Shown(
            String id, Lead.Stage stage, ResponseKind kind, ScoreAnswer score, @Nullable MemberId owner, @Nullable String turn,
            @Nullable Instant dueAt, List<String> routing, @Nullable HandoffView handoff, @Nullable NamedAccount account,
            @Nullable ContactView person, @Nullable String origin, @Nullable String channel, @Nullable String campaign,
            @Nullable String product, Instant occurredAt, boolean contactMissing, @Nullable String closedReason,
            LeadDetail.Progress progress, List<Moment> timeline) {}

    record NamedAccount(String id, @Nullable String name) {}

    private final Inquiries inquiries;
    private final LeadDetails details;
    private final LeadStory story;
    private final IntakeQueue queue;
    private final Languages languages;
    private final InstantSource clock;

    LeadApi(Inquiries inquiries, LeadDetails details, LeadStory story, IntakeQueue queue, Languages languages, InstantSource clock) {
        this.inquiries = inquiries;
        this.details = details;
        this.story = story;
        this.queue = queue;
        this.languages = languages;
        this.clock = clock;
    }

    @Operation(
            summary = "Take an inquiry in",
            description = "Finds the customer, scores (points 0-100), qualifies, routes and starts the clock. The same person's next inquiry joins the open lead (joined: true); the same source and externalId again changes nothing. 422 names every wrong field.")
    @Access.Only({Role.ADMIN, Role.REVOPS, Role.MKT_HEAD, Role.MKT, Role.SALES_HEAD, Role.IS_LEAD, Role.IS, Role.FS_MGR, Role.FS, Role.CS, Role.TRADE})
    @PostMapping("/api/v1/leads")
    @ResponseStatus(HttpStatus.CREATED)
    Answer take(@Valid @RequestBody Body body, @Me Actor me, java.util.Locale locale) {
        var inquiry = inquiries.check(new Inquiries.Draft(
                text(body), body.kind(), Inquiry.Via.API, body.product(), body.campaign(), body.channel(), body.origin(),
                body.message(), body.occurredAt(), source(body.source()), consent(body.consent()), true));
        return Answer.of(queue.take(inquiry, me), languages.text(locale));
    }

    @Operation(
            summary = "One lead with its timeline",
            description = "Newest first. Contact details are masked unless the caller owns it or does inside sales or customer success.")
    @Access.Members
    @GetMapping("/api/v1/leads/{id}")
    Shown one(@PathVariable Lead.Id id, @Me Actor me, java.util.Locale locale) {
        var t = languages.text(locale);
        var lead = details.find(id, me).orElseThrow(Refusal.NotFound::new);
        return new Shown(
                id.toString(), lead.stage(), lead.kind(), ScoreAnswer.of(lead.score(), t), lead.owner(), lead.turn(), lead.dueAt(),
                lead.routing().stream().map(reason -> reason.text(t)).toList(),
                lead.handoff().map(handoff -> HandoffView.of(handoff, lead.ratingsOf(handoff))).orElse(null),
                lead.accountId() == null ? null : new NamedAccount(lead.accountId().toString(), lead.accountName()),
                lead.contact(), lead.origin(), lead.channel(), lead.campaign(), lead.product(), lead.occurredAt(),
                lead.contactMissing(), lead.closedReason(), lead.progress(),
                story.of(lead).stream()
                        .map(moment -> new Moment(
                                moment.at(), moment.kind(), moment.text(t), moment.by(), moment.body()))
                        .toList());
    }

    private static IncomingText text(Body body) {
        var person = body.person() == null ? new PersonBody(null, null, null, null, null, null, null, null) : body.person();
        var company = body.company() == null
                ? new CompanyBody(null, null, null, null, null, null, null, null, null, null)
                : body.company();
        return new IncomingText(
                new IncomingText.PersonText(
                        person.familyName(), person.givenName(), person.familyKana(), person.givenKana(), person.email(),
                        person.phone(), person.title(), person.department()),
                new IncomingText.CompanyText(
                        company.name(), company.corporateNumber(), company.domain(), company.industry(),
                        company.employees() == null ? null : String.valueOf(company.employees()), company.prefecture(),
                        company.phone(), company.postalCode(), company.address(), company.website()));
    }

    private static Inquiry.@Nullable Source source(@Nullable SourceBody body) {
        return body == null || body.system() == null || body.externalId() == null
                ? null
                : new Inquiry.Source(body.system(), body.externalId(), body.link());
    }

    private @Nullable ConsentGiven consent(@Nullable ConsentBody body) {
        return body == null || body.purpose() == null || body.text() == null
                ? null
                : new ConsentGiven(
                        body.purpose(), body.text(), "api", Boolean.TRUE.equals(body.given()), body.at() == null ? clock.instant() : body.at());
    }
}
