package org.kamiau.handoffs;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Me;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Side;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Handoffs over the API. */
@RestController
@Access.Members
class HandoffApi {

    /**
     * @param reason duplicate, incomplete, wrong_owner or outside_definition
     * @param advice what would have made it acceptable, at most 2,000 characters
     */
    record Return(
            @Schema(example = "incomplete", description = "duplicate, incomplete, wrong_owner or outside_definition") @NotNull @Nullable ReturnReason reason,
            @Schema(example = "現場の数と時期が分かると動けます", description = "At most 2,000 characters") @NotBlank @Size(max = 2000) @Nullable String advice) {}

    record Reply(
            @Schema(example = "correct", description = "correct (mended, offered again), agree (to nurture), dispute (sales operations rules)")
                    @NotNull Handoff.@Nullable ReplyKind kind,
            @Schema(example = "現場は8か所、時期は来春です", description = "At most 2,000 characters") @NotBlank @Size(max = 2000) @Nullable String note) {}

    record RulingBody(
            @Schema(example = "marketing", description = "Who was right: marketing (it goes back to sales) or sales (the return stands)")
                    @JsonProperty("for") @NotNull @Nullable Winner winner,
            @Schema(example = "定義の3番に当たります", description = "At most 2,000 characters") @NotBlank @Size(max = 2000) @Nullable String reason) {}

    record RatingBody(
            @Schema(example = "4", description = "1 (poor) to 5 (perfect)") @NotNull @Nullable Integer score,
            @Schema(example = "背景が分かって助かりました") @Size(max = 2000) @Nullable String note) {}

    /**
     * The first meeting.
     *
     * @param reasked agreed fields that the customer was asked for again
     */
    record CompletionBody(
            @Schema(example = "held", description = "held or no_show")
                    @NotNull @Nullable Outcome outcome,
            @Schema(example = "[\"budget\"]", description = "Agreed fields that the customer had to be asked for again") @Nullable List<String> reasked,
            @Schema(example = "現場所長も同席") @Size(max = 2000) @Nullable String note) {}

    /** Whose view a ruling follows. */
    enum Winner {
        MARKETING,
        SALES;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        Side side() {
            return this == MARKETING ? Side.MARKETING : Side.SALES;
        }
    }

    /** What came of a first meeting. */
    enum Outcome {
        HELD,
        NO_SHOW;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Handoffs handoffs;
    private final FirstMeetings meetings;

    HandoffApi(Handoffs handoffs, FirstMeetings meetings) {
        this.handoffs = handoffs;
        this.meetings = meetings;
    }

    @Operation(
            summary = "One handoff",
            description = "Its state (offered, accepted, returned, withdrawn), due moment, packet, what the packet lacks, and whose turn it is.")
    @GetMapping("/api/v1/handoffs/{id}")
    HandoffView one(@PathVariable Handoff.Id id) {
        return view(handoffs.find(id).orElseThrow(Refusal.NotFound::new));
    }

    private HandoffView view(Handoff handoff) {
        var id = handoff.id().value();
        return HandoffView.of(handoff, handoffs.ratings(List.of(id)).getOrDefault(id, List.of()));
    }

    @Operation(
            summary = "Accept a handoff",
            description = "The receiver takes it over and owns what it is about; field sales' acceptance confirms a SQL. 403 for other functions, 409 handoffs.already-answered when somebody was first (says who and when).")
    @PostMapping("/api/v1/handoffs/{id}/acceptance")
    HandoffView accept(@PathVariable Handoff.Id id, @Me Actor me) {
        return view(handoffs.accept(id, me));
    }

    @Operation(
            summary = "Return a handoff",
            description = "Before any contact, for a reason of procedure, with advice to the giver, who owes a reply. 403 for other functions, 409 handoffs.already-answered when somebody was first.")
    @PostMapping("/api/v1/handoffs/{id}/return")
    HandoffView sendBack(@PathVariable Handoff.Id id, @Valid @RequestBody Return body, @Me Actor me) {
        return view(handoffs.sendBack(id, Objects.requireNonNull(body.reason()), Objects.requireNonNull(body.advice()), me));
    }

    @Operation(
            summary = "Reply to a return",
            description = "By the giver's side, within 2 business days unless agreed otherwise: correct offers the lead again, agree lets the return stand (the lead goes to nurture), dispute asks sales operations for a ruling. 403 for other functions, 409 handoffs.not-returned, handoffs.already-replied, handoffs.already-ruled.")
    @PostMapping("/api/v1/handoffs/{id}/reply")
    HandoffView reply(@PathVariable Handoff.Id id, @Valid @RequestBody Reply body, @Me Actor me) {
        return view(handoffs.reply(id, Objects.requireNonNull(body.kind()), Objects.requireNonNull(body.note()), me));
    }

    @Operation(
            summary = "Rule on a disputed return",
            description = "By sales operations or whoever the function map names, within 3 business days unless agreed otherwise; executives may decide any deadlock. For marketing: the lead is offered to sales again. For sales: the return stands. 403, 409 handoffs.not-disputed, handoffs.already-ruled.")
    @PostMapping("/api/v1/handoffs/{id}/ruling")
    HandoffView rule(@PathVariable Handoff.Id id, @Valid @RequestBody RulingBody body, @Me Actor me) {
        return view(handoffs.rule(id, Objects.requireNonNull(body.winner()).side(), Objects.requireNonNull(body.reason()), me));
    }

    @Operation(
            summary = "Tell what came of the first meeting",
            description = "By the receiver: held or no_show, and which agreed fields the customer was asked for again. When it was held, both sides are asked for a rating. 403, 409 handoffs.not-accepted, handoffs.already-completed, 422 for fields that were not agreed.")
    @PostMapping("/api/v1/handoffs/{id}/completion")
    HandoffView complete(@PathVariable Handoff.Id id, @Valid @RequestBody CompletionBody body, @Me Actor me) {
        return view(meetings.complete(id, Objects.requireNonNull(body.outcome()) == Outcome.HELD, body.reasked() == null ? List.of() : body.reasked(), body.note(), me));
    }

    @Operation(
            summary = "Rate a handoff",
            description = "1 (poor) to 5 (perfect), once by the giver's and once by the receiver's side; the caller's function says which. 403 for others, 409 handoffs.not-accepted, handoffs.before-meeting, handoffs.already-rated, 422 outside 1 to 5.")
    @PostMapping("/api/v1/handoffs/{id}/ratings")
    HandoffView rate(@PathVariable Handoff.Id id, @Valid @RequestBody RatingBody body, @Me Actor me) {
        meetings.rate(id, Objects.requireNonNull(body.score()), body.note(), me);
        return view(handoffs.find(id).orElseThrow());
    }
}
