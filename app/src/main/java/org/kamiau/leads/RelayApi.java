package org.kamiau.leads;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kamiau.handoffs.HandoffView;
import org.kamiau.handoffs.Handoffs;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Me;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What sales does with a lead it has taken over, over the API; whether it is allowed now, the lead decides. */
@RestController
@Access.Members
class RelayApi {

    /** @param at when it was tried, not later than now; now when left out */
    record AttemptBody(
            @Schema(example = "phone", description = "phone, mail or meeting") @NotNull Attempt.@Nullable Channel channel,
            @Schema(example = "connected", description = "connected, no_answer, wrong_number, bounced or callback") @NotNull Attempt.@Nullable Outcome outcome,
            @Nullable Instant at,
            @Schema(example = "午後なら話せるとのこと") @Size(max = 2000) @Nullable String note) {}

    record QualificationBody(
            @Schema(example = "[\"実施記録を元請に提出したい\"]", description = "1 to 20, in the customer's words or as codes, each at most 300 characters")
                    @NotEmpty @Nullable List<@NotBlank String> needs,
            @Schema(example = "2026-12-01T14:00:00+09:00", description = "The confirmed next meeting, later than now, within a year") @NotNull @Nullable Instant meetingAt,
            @Schema(example = "工事部長と安全担当") @Size(max = 1000) @Nullable String attendees,
            @Schema(example = "記録票の見本を持参") @Size(max = 1000) @Nullable String promised,
            @Schema(example = "紙で記録、現場8か所") @Size(max = 1000) @Nullable String situation,
            @Schema(example = "来期に300万円を申請中") @Size(max = 1000) @Nullable String budget,
            @Schema(example = "2027年5月までに開始") @Size(max = 1000) @Nullable String timeframe,
            @Schema(example = "表計算での内製") @Size(max = 1000) @Nullable String rivals,
            @Size(max = 2000) @Nullable String note) {}

    record DisqualificationBody(
            @Schema(example = "no_fit", description = "no_need, no_budget, no_authority, no_fit, competitor or student")
                    @NotNull Partings.@Nullable Reason reason,
            @Size(max = 2000) @Nullable String note) {}

    record RecyclingBody(
            @Schema(example = "2027-01-12", description = "A business day to come, at most two years ahead") @NotNull @Nullable LocalDate wakeOn,
            @Schema(example = "来期の予算で検討する") @NotBlank @Size(max = 2000) @Nullable String reason) {}

    record NoteBody(@Schema(example = "夏前に改めて") @Size(max = 2000) @Nullable String note) {}

    record MergingBody(
            @Schema(example = "0193a000-0000-7000-8000-000000000001", description = "The lead that stays") @NotNull Lead.@Nullable Id into) {}

    record DealBody(
            @Schema(example = "3000000", description = "Yen, at most 1,000,000,000,000") @NotNull @Positive @Nullable Long amount,
            @Schema(example = "2027-03-31", description = "Expected close, within ten years") @NotNull @Nullable LocalDate closesOn,
            @Schema(example = "工事部長が起案し、役員会で決裁", description = "Who decides, and how") @NotBlank @Size(max = 2000) @Nullable String decision) {}

    /** Where a lead stands afterwards. */
    record After(
            String id, Lead.Stage stage, @Nullable String turn, @Nullable Instant dueAt, int round, int attempts, @Nullable Instant reachedAt,
            @Nullable Instant firstAttemptAt, @Nullable Integer firstAttemptMinutes, @Nullable LocalDate wakeOn, @Nullable String closedReason) {}

    /** @param handoff null where field sales qualified its own lead: then it is confirmed at once */
    record Qualified(String id, Lead.Stage stage, @Nullable HandoffView handoff) {}

    private final KnownLeads known;
    private final LeadAttempts attempts;
    private final Qualifications qualifications;
    private final Partings partings;
    private final Mergings mergings;
    private final Handoffs handoffs;
    private final InstantSource clock;

    RelayApi(
            KnownLeads known, LeadAttempts attempts, Qualifications qualifications, Partings partings, Mergings mergings, Handoffs handoffs, InstantSource clock) {
        this.known = known;
        this.attempts = attempts;
        this.qualifications = qualifications;
        this.partings = partings;
        this.mergings = mergings;
        this.handoffs = handoffs;
        this.clock = clock;
    }

    @Operation(
            summary = "Record an attempt to reach the customer",
            description = "The first stops the clock of the first attempt (speed to lead, business minutes); connected ends the round; the sixth (as agreed) without a conversation recycles the lead. 409 leads.refused.attempt unless accepted, working, nurture or recycled; 422 for moments to come.")
    @PostMapping("/api/v1/leads/{id}/attempts")
    @ResponseStatus(HttpStatus.CREATED)
    After attempt(@PathVariable Lead.Id id, @Valid @RequestBody AttemptBody body, @Me Actor me) {
        var at = body.at() == null ? clock.instant() : body.at();
        attempts.record(
                id, new Attempt(Objects.requireNonNull(body.channel()), Objects.requireNonNull(body.outcome()), at, body.note(), me.id()), me);
        return known.after(id);
    }

    @Operation(
            summary = "Propose a lead as SQL",
            description = "Needs and the next meeting are confirmed: opens the handoff from inside to field sales, whose acceptance (or silence for 1 business day) confirms it. A lead that field sales took from marketing itself is confirmed at once (handoff: null). 409 leads.refused.propose, leads.already-proposed; 422 without a need or with a meeting in the past.")
    @PostMapping("/api/v1/leads/{id}/qualification")
    @ResponseStatus(HttpStatus.CREATED)
    Qualified qualify(@PathVariable Lead.Id id, @Valid @RequestBody QualificationBody body, @Me Actor me) {
        var heard = new Qualification(
                Objects.requireNonNull(body.needs()), Objects.requireNonNull(body.meetingAt()), more(body), body.note());
        var handoff = qualifications.qualify(id, heard, me)
                .map(terms -> HandoffView.of(handoffs.find(terms.id()).orElseThrow(), List.of()))
                .orElse(null);
        return new Qualified(id.toString(), known.after(id).stage(), handoff);
    }

    private static Map<String, String> more(QualificationBody body) {
        var more = new HashMap<String, String>();
        put(more, "attendees", body.attendees());
        put(more, "promised", body.promised());
        put(more, "situation", body.situation());
        put(more, "budget", body.budget());
        put(more, "timeframe", body.timeframe());
        put(more, "rivals", body.rivals());
        return more;
    }

    private static void put(Map<String, String> more, String field, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            more.put(field, text);
        }
    }

    @Operation(
            summary = "Disqualify a lead",
            description = "After contact: no_need, no_budget and no_authority need an attempt first (409 leads.contact-first). An offered lead is returned instead (409 leads.refused.disqualify).")
    @PostMapping("/api/v1/leads/{id}/disqualification")
    After disqualify(@PathVariable Lead.Id id, @Valid @RequestBody DisqualificationBody body, @Me Actor me) {
        partings.disqualify(id, Objects.requireNonNull(body.reason()), body.note(), me);
        return known.after(id);
    }

    @Operation(
            summary = "Recycle a lead",
            description = "Not now: it wakes up when business opens on that day, for a new round of attempts. 422 for days past, too far or closed (names the next business day); 409 leads.refused.recycle.")
    @PostMapping("/api/v1/leads/{id}/recycling")
    After recycle(@PathVariable Lead.Id id, @Valid @RequestBody RecyclingBody body, @Me Actor me) {
        partings.recycle(id, Objects.requireNonNull(body.wakeOn()), Objects.requireNonNull(body.reason()), me);
        return known.after(id);
    }

    @Operation(
            summary = "Give a lead to nurture",
            description = "Marketing keeps in touch; its next response may qualify it again. Of a returned lead it says that the return was right. 409 leads.refused.nurture_on.")
    @PostMapping("/api/v1/leads/{id}/nurture")
    After nurture(@PathVariable Lead.Id id, @Valid @RequestBody(required = false) @Nullable NoteBody body, @Me Actor me) {
        partings.nurture(id, body == null ? null : body.note(), me);
        return known.after(id);
    }

    @Operation(
            summary = "The person wants to hear no more",
            description = "Closes the lead and marks the person as unsubscribed, at once and for everything. 409 leads.refused.unsubscribe for closed leads.")
    @PostMapping("/api/v1/leads/{id}/unsubscription")
    After unsubscribe(@PathVariable Lead.Id id, @Valid @RequestBody(required = false) @Nullable NoteBody body, @Me Actor me) {
        partings.unsubscribe(id, body == null ? null : body.note(), me);
        return known.after(id);
    }

    @Operation(
            summary = "Merge a lead into another",
            description = "Its responses and attempts move to the other, which is graded by all of them and otherwise stays as it is. 422 into itself, 409 leads.refused.merge when either is closed or became a deal.")
    @PostMapping("/api/v1/leads/{id}/merging")
    After merge(@PathVariable Lead.Id id, @Valid @RequestBody MergingBody body, @Me Actor me) {
        mergings.merge(id, Objects.requireNonNull(body.into()), me);
        return known.after(id);
    }

    @Operation(
            summary = "Open a deal from a SQL",
            description = "By field sales: amount in yen, expected close, and the way to a decision make it SQO. 409 leads.refused.open_deal unless it is a confirmed SQL.")
    @PostMapping("/api/v1/leads/{id}/deal")
    After openDeal(@PathVariable Lead.Id id, @Valid @RequestBody DealBody body, @Me Actor me) {
        qualifications.openDeal(
                id, Objects.requireNonNull(body.amount()), Objects.requireNonNull(body.closesOn()), Objects.requireNonNull(body.decision()), me);
        return known.after(id);
    }
}
