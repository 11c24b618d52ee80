package org.kamiau.leads;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.RoleLevel;
import org.kamiau.platform.Invalid;

/** Scoring rules as JSON. In a change, what is left out stays as it is; lists of roles and interests replace what they name. */
record RulesBody(
        @Schema(example = "30", description = "Points for a target segment, -100 to 100 like all points") @Nullable Integer segment,
        @Schema(description = "Bands of employees that do not overlap; replaces all bands") @Nullable List<@Valid @NotNull BandBody> size,
        @Nullable List<@Valid @NotNull RoleBody> roles,
        @Schema(example = "10") @Nullable Integer region,
        @Schema(example = "[\"23\", \"13\"]", description = "Codes of the prefectures served; empty means everywhere") @Nullable List<@NotNull String> prefectures,
        @Schema(example = "10", description = "Points for a company that is a customer") @Nullable Integer customer,
        @Schema(example = "10", description = "Points for a trigger word in a message") @Nullable Integer trigger,
        @Nullable List<@NotNull String> triggers,
        @Schema(example = "-20") @Nullable Integer freeMail,
        @Nullable List<@Valid @NotNull InterestBody> interests,
        @Schema(example = "60", description = "Least fit of an MQL by interest, 0 to 100") @Nullable Integer mqlFit,
        @Schema(example = "40", description = "Least engagement of an MQL by interest, 0 to 100") @Nullable Integer mqlEngagement,
        @Schema(example = "45", description = "Least fit of an MQL that raised its hand, 0 to 100") @Nullable Integer handRaiseFit,
        @Schema(description = "Words in a title that make a student") @Nullable List<@NotNull String> students,
        @Schema(description = "Mail domains of competitors") @Nullable List<@NotNull String> competitorDomains) {

    /** @param to null for no upper end */
    record BandBody(
            @Schema(example = "300") @NotNull @Nullable Integer from, @Schema(example = "3000") @Nullable Integer to,
            @Schema(example = "20") @NotNull @Nullable Integer points) {

        ScoreRules.Band band() {
            return new ScoreRules.Band(number(from), to == null ? Integer.MAX_VALUE : to, number(points));
        }
    }

    record RoleBody(
            @Schema(example = "head", description = "executive, head, manager or staff") @NotNull @Nullable String level,
            @Schema(example = "20") @NotNull @Nullable Integer points) {}

    record InterestBody(
            @Schema(example = "webinar") @NotNull @Nullable ResponseKind kind, @Schema(example = "15") @NotNull @Nullable Integer points,
            @Schema(example = "30", description = "1 to 365") @NotNull @Nullable Integer halfLifeDays) {}

    static RulesBody of(ScoreRules rules) {
        return new RulesBody(
                rules.segment(),
                rules.size().stream().map(band -> new BandBody(band.from(), band.to() == Integer.MAX_VALUE ? null : band.to(), band.points())).toList(),
                Arrays.stream(RoleLevel.values()).filter(rules.role()::containsKey).map(level -> new RoleBody(level.code(), rules.role().get(level))).toList(),
                rules.region(), rules.prefectures(), rules.customer(), rules.trigger(), rules.triggers(), rules.freeMail(),
                Arrays.stream(ResponseKind.values()).filter(rules.interest()::containsKey).map(kind -> interest(rules, kind)).toList(),
                rules.mqlFit(), rules.mqlEngagement(), rules.handRaiseFit(), rules.students(), rules.competitorDomains());
    }

    private static InterestBody interest(ScoreRules rules, ResponseKind kind) {
        var interest = rules.interest().getOrDefault(kind, new ScoreRules.Interest(0, 1));
        return new InterestBody(kind, interest.points(), interest.halfLifeDays());
    }

    /** The rules with what this names changed; not checked yet. */
    ScoreRules applied(ScoreRules rules) {
        var role = new HashMap<>(rules.role());
        (roles == null ? List.<RoleBody>of() : roles).forEach(one -> role.put(level(one.level()), number(one.points())));
        var interest = new HashMap<>(rules.interest());
        (interests == null ? List.<InterestBody>of() : interests)
                .forEach(one -> interest.put(one.kind(), new ScoreRules.Interest(number(one.points()), number(one.halfLifeDays()))));
        return new ScoreRules(
                or(segment, rules.segment()), size == null ? rules.size() : size.stream().map(BandBody::band).toList(), role,
                or(region, rules.region()), or(prefectures, rules.prefectures()), or(customer, rules.customer()),
                or(trigger, rules.trigger()), or(triggers, rules.triggers()), or(freeMail, rules.freeMail()), interest,
                or(mqlFit, rules.mqlFit()), or(mqlEngagement, rules.mqlEngagement()), or(handRaiseFit, rules.handRaiseFit()),
                or(students, rules.students()), or(competitorDomains, rules.competitorDomains()));
    }

    private static RoleLevel level(@Nullable String code) {
        return RulesForm.LEVELS.stream()
                .filter(level -> level.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Invalid("rules.roles.level", "platform.invalid.format"));
    }

    private static <T> T or(@Nullable T wanted, T otherwise) {
        return wanted == null ? otherwise : wanted;
    }

    /** Bean Validation has refused a missing one already. */
    private static int number(@Nullable Integer number) {
        return number == null ? 0 : number;
    }
}
