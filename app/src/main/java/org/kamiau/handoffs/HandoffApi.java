package org.kamiau.handoffs;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Me;
import org.kamiau.platform.Refusal;
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

    private final Handoffs handoffs;

    HandoffApi(Handoffs handoffs) {
        this.handoffs = handoffs;
    }

    @Operation(summary = "One handoff", description = "Its state (offered, accepted, returned, withdrawn), due moment, and whose turn it is.")
    @GetMapping("/api/v1/handoffs/{id}")
    HandoffView one(@PathVariable Handoff.Id id) {
        return HandoffView.of(handoffs.find(id).orElseThrow(Refusal.NotFound::new));
    }

    @Operation(
            summary = "Accept a handoff",
            description = "The receiver takes it over and owns what it is about. 403 for other functions, 409 handoffs.already-answered when somebody was first (says who and when).")
    @PostMapping("/api/v1/handoffs/{id}/acceptance")
    HandoffView accept(@PathVariable Handoff.Id id, @Me Actor me) {
        return HandoffView.of(handoffs.accept(id, me));
    }

    @Operation(
            summary = "Return a handoff",
            description = "Before any contact, for a reason of procedure, with advice to the giver. 403 for other functions, 409 handoffs.already-answered when somebody was first.")
    @PostMapping("/api/v1/handoffs/{id}/return")
    HandoffView sendBack(@PathVariable Handoff.Id id, @Valid @RequestBody Return body, @Me Actor me) {
        var reason = java.util.Objects.requireNonNull(body.reason());
        return HandoffView.of(handoffs.sendBack(id, reason, java.util.Objects.requireNonNull(body.advice()), me));
    }
}
