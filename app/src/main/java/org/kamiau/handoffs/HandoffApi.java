package org.kamiau.handoffs;

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
    record Return(@NotNull @Nullable ReturnReason reason, @NotBlank @Size(max = 2000) @Nullable String advice) {}

    private final Handoffs handoffs;

    HandoffApi(Handoffs handoffs) {
        this.handoffs = handoffs;
    }

    @GetMapping("/api/v1/handoffs/{id}")
    HandoffView one(@PathVariable Handoff.Id id) {
        return HandoffView.of(handoffs.find(id).orElseThrow(Refusal.NotFound::new));
    }

    /** The receiver takes it over: 200; 403 for others, 409 when it was answered already. */
    @PostMapping("/api/v1/handoffs/{id}/acceptance")
    HandoffView accept(@PathVariable Handoff.Id id, @Me Actor me) {
        return HandoffView.of(handoffs.accept(id, me));
    }

    /** The receiver gives it back before any contact: 200; 403 for others, 409 when it was answered already. */
    @PostMapping("/api/v1/handoffs/{id}/return")
    HandoffView sendBack(@PathVariable Handoff.Id id, @Valid @RequestBody Return body, @Me Actor me) {
        var reason = java.util.Objects.requireNonNull(body.reason());
        return HandoffView.of(handoffs.sendBack(id, reason, java.util.Objects.requireNonNull(body.advice()), me));
    }
}
