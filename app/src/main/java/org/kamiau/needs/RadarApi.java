package org.kamiau.needs;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.Account;
import org.kamiau.needs.trend.Series;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Me;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.alerts.Outcome;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The radar over HTTP. */
@RestController
@Access.Members
class RadarApi {

    /** An account that leads. */
    record LeadingJson(Account.Id id, String name) {}

    /** One week; shares in percent. */
    record WeekJson(LocalDate week, int mentions, int all, double share, double weightedShare) {
        static WeekJson of(Series.Week week) {
            return new WeekJson(week.monday(), week.mentions(), week.all(), rounded(week.share()), rounded(week.weightedShare()));
        }
    }

    /** A need on the radar. */
    record ItemJson(
            Need.Id need, String code, String titleJa, String titleEn, Need.State state, int a, int b, int c, int d, double g2, double q,
            @Nullable LocalDate burstFrom, List<LocalDate> burstWeeks, List<LeadingJson> leadingAccounts, List<WeekJson> shareByWeek) {}

    /** The radar as of a day. */
    record SweepJson(LocalDate asOf, LocalDate batch, String basis, List<ItemJson> items) {}

    /** A signal. */
    record SignalJson(
            Signal.Id id, Need.Id need, Signal.Rule rule, LocalDate day, Instant raisedAt, Instant dueAt, @Nullable MemberId owner, List<Account.Id> accounts,
            int leading, @Nullable Outcome outcome, @Nullable String reason, @Nullable MemberId closedBy, @Nullable Instant closedAt) {

        static SignalJson of(Signal signal) {
            var closing = signal.closing();
            return new SignalJson(
                    signal.id(), signal.need(), signal.rule(), signal.day(), signal.raisedAt(), signal.dueAt(), signal.owner(), signal.accounts(),
                    signal.leading(), closing == null ? null : closing.outcome(), closing == null ? null : closing.reason(),
                    closing == null ? null : closing.by(), closing == null ? null : closing.at());
        }
    }

    /** The signals. */
    record Listed(List<SignalJson> items) {}

    /** What became of a signal. */
    record Closing(
            @Schema(example = "acted", description = "acted, false_alarm or let_be") @NotNull @Nullable Outcome outcome,
            @Schema(example = "3社へのヒアリングで確かめる", description = "At most 1,000 characters") @NotBlank @Size(max = 1000) @Nullable String reason) {}

    private final Radar radar;
    private final Signals signals;
    private final Needs needs;
    private final Trends trends;

    RadarApi(Radar radar, Signals signals, Needs needs, Trends trends) {
        this.radar = radar;
        this.signals = signals;
        this.needs = needs;
        this.trends = trends;
    }

    @Operation(
            summary = "The radar as of a day",
            description = "Every living need. a of c mentions in the last four whole weeks, b of d in the twelve before them; a mention is an account that named "
                    + "the need in a week. g2: log-likelihood ratio; q: p adjusted over all needs (Benjamini-Hochberg). burstFrom: first week of the burst that "
                    + "lasts. Shares in percent. basis kept: as the Monday batch said it on that day; counted: no batch looked then, so it is counted from what "
                    + "is known by now. 422 for a day to come.")
    @Parameter(name = "asOf", example = "2026-04-27", description = "today when left out; all that was heard before this day counts")
    @GetMapping("/api/v1/needs/radar")
    SweepJson radar(@RequestParam(required = false) @Nullable LocalDate asOf) {
        var day = asOf == null ? trends.today() : asOf;
        if (day.isAfter(trends.today()) || day.isBefore(LocalDate.of(2000, 1, 1))) {
            throw new Invalid("asOf", "needs.radar-day-to-come");
        }
        var sweep = radar.at(day);
        var of = needs.find(sweep.items().stream().map(Radar.Item::need).toList());
        var names = radar.names(sweep.items());
        return new SweepJson(
                sweep.asOf(), sweep.monday(), sweep.kept() ? "kept" : "counted",
                sweep.items().stream().map(item -> item(item, Objects.requireNonNull(of.get(item.need())), names)).toList());
    }

    private static ItemJson item(Radar.Item item, Need need, Map<Account.Id, String> names) {
        var contrast = item.contrast();
        return new ItemJson(
                item.need(), need.code(), need.title().ja(), need.title().en(), item.state(), contrast.a(), contrast.b(), contrast.c(), contrast.d(),
                rounded(item.g2()), item.q(), item.burstFrom(), item.burstWeeks(),
                item.leadingAccounts().stream().map(account -> new LeadingJson(account, names.getOrDefault(account, ""))).toList(),
                item.series().weeks().stream().map(WeekJson::of).toList());
    }

    private static double rounded(double number) {
        return Math.round(number * 100) / 100.0;
    }

    @Operation(
            summary = "Signals",
            description = "The newest first, at most 200: a sign (several accounts speak anew, those that lead among them), a burst, or a confirmation by survey or "
                    + "spread. leading: how many of accounts lead; they come first.")
    @GetMapping("/api/v1/signals")
    Listed signals() {
        return new Listed(signals.latest(200).stream().map(SignalJson::of).toList());
    }

    @Operation(
            summary = "Say what became of a signal",
            description = "By marketing, a head, sales operations or an executive, once. acted takes up a rising need, false_alarm takes it back to where it was and "
                    + "counts against the rule, let_be leaves it for a reason. 409 needs.radar-signal.closed the second time.")
    @PostMapping("/api/v1/signals/{id}/outcome")
    SignalJson close(@PathVariable Signal.Id id, @Valid @RequestBody Closing body, @Me Actor me) {
        return SignalJson.of(signals.close(id, Objects.requireNonNull(body.outcome()), Objects.requireNonNull(body.reason()), me));
    }
}
