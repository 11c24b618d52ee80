package org.kamiau.handoffs;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.Calendars;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Function;
import org.kamiau.platform.Me;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.alerts.Outcome;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The health of hand-overs and the alarms about it, over the API. */
@RestController
@Access.Members
class HealthApi {

    /**
     * A boundary's health; shares in percent, null without a case.
     *
     * @param score 0-100, null while one of its four parts is unknown
     * @param rating mean of both sides' ratings, 1-5
     */
    record Healthy(
            Boundary boundary, Function from, Function to, @Nullable Double score, @Nullable Double onTime, @Nullable Double completeness,
            @Nullable Double reasked, @Nullable Double rating, @Nullable Double noShow, long n, Cases cases) {

        /** How many cases each part rests on. */
        record Cases(long onTime, long completeness, long reasked, long rating, long noShow) {}

        static Healthy of(Boundary boundary, Health health) {
            var present = health.completeness().value();
            var rated = health.rating().value();
            return new Healthy(
                    boundary, boundary.from(), boundary.to(), tenth(health.score()), percent(health.onTime()), present == null ? null : tenth(100 * present),
                    percent(health.reasked()), rated == null ? null : Math.round(rated * 100) / 100.0, percent(health.noShow()), health.n(),
                    new Cases(health.onTime().n(), health.completeness().n(), health.reasked().n(), health.rating().n(), health.noShow().n()));
        }

        private static @Nullable Double percent(org.kamiau.platform.pieces.Rate rate) {
            return rate.n() == 0 ? null : tenth(rate.percent());
        }

        private static @Nullable Double tenth(@Nullable Double number) {
            return number == null ? null : Math.round(number * 10) / 10.0;
        }
    }

    /** All boundaries. */
    record Answer(LocalDate from, LocalDate to, String definition, List<Healthy> items) {}

    /** An alarm. */
    record AlarmJson(
            String id, Boundary boundary, String detection, Instant raisedAt, LocalDate from, LocalDate to, double measure, double line, long n,
            Instant dueAt, String state, @Nullable Outcome outcome, @Nullable String reason, @Nullable MemberId closedBy, @Nullable Instant closedAt) {

        static AlarmJson of(Alarm alarm) {
            var finding = alarm.finding();
            var closing = alarm instanceof Alarm.Closed closed ? closed : null;
            return new AlarmJson(
                    alarm.id().toString(), finding.boundary(), finding.detection(), alarm.raisedAt(), finding.from(), finding.to(), finding.measure(),
                    finding.line(), finding.n(), alarm.dueAt(), closing == null ? "open" : "closed", closing == null ? null : closing.outcome(),
                    closing == null ? null : closing.reason(), closing == null ? null : closing.by(), closing == null ? null : closing.at());
        }
    }

    /** The alarms. */
    record Listed(List<AlarmJson> items) {}

    /** What became of an alarm. */
    record Closing(
            @Schema(example = "acted", description = "acted, false_alarm or let_be") @NotNull @Nullable Outcome outcome,
            @Schema(example = "引き継ぎのひな形を両部門で作り直した", description = "At most 1,000 characters") @NotBlank @Size(max = 1000) @Nullable String reason) {}

    private final Healths healths;
    private final Alarms alarms;
    private final Calendars calendars;
    private final InstantSource clock;

    HealthApi(Healths healths, Alarms alarms, Calendars calendars, InstantSource clock) {
        this.healths = healths;
        this.alarms = alarms;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Operation(
            summary = "Health of hand-overs",
            description = "Per boundary, of the hand-overs offered from day to day (both inclusive; this month up to today by default): score = 30 on-time + 30 "
                    + "completeness + 20 (1 - reasked) + 20 rating/5. Shares in percent, rating 1-5, noShow beside it; a part without a case is null, and so is "
                    + "the score then.")
    @Parameter(name = "from", example = "2026-10-01")
    @Parameter(name = "to", example = "2026-10-31")
    @GetMapping("/api/v1/handoffs/health")
    Answer health(@RequestParam(required = false) @Nullable LocalDate from, @RequestParam(required = false) @Nullable LocalDate to) {
        var days = Days.of(from, to, calendars.current().toLocal(clock.instant()).toLocalDate());
        var items = healths.between(days.from(), days.to()).entrySet().stream().map(one -> Healthy.of(one.getKey(), one.getValue())).toList();
        return new Answer(days.from(), days.to(), "30 on-time + 30 completeness + 20 (1 - reasked) + 20 rating/5, 1", items);
    }

    @Operation(summary = "Alarms about hand-overs", description = "The newest first, at most 200: a boundary whose health or re-ask rate crossed its line over 28 days.")
    @GetMapping("/api/v1/handoffs/alarms")
    Listed alarms() {
        return new Listed(alarms.latest(200).stream().map(AlarmJson::of).toList());
    }

    @Operation(
            summary = "Say what became of an alarm",
            description = "By either head, sales operations or an executive, once: acted, false_alarm or let_be, with a reason. 409 handoffs.alarm.closed the second time.")
    @PostMapping("/api/v1/handoffs/alarms/{id}/outcome")
    AlarmJson close(@PathVariable Alarm.Id id, @Valid @RequestBody Closing body, @Me Actor me) {
        return AlarmJson.of(alarms.close(id, Objects.requireNonNull(body.outcome()), Objects.requireNonNull(body.reason()), me));
    }
}
