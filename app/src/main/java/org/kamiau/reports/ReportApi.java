package org.kamiau.reports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Me;
import org.kamiau.platform.pieces.Rate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The funnel and what changed in it, over the API. */
@RestController
@Access.Members
class ReportApi {

    /** A share with its 95 % interval (Wilson), in percent; null where there is nothing to divide by. */
    record RateAnswer(@Schema(example = "30.3") @Nullable Double rate, long n, @Nullable Double low, @Nullable Double high) {
        static RateAnswer of(Rate rate) {
            return rate.n() == 0
                    ? new RateAnswer(null, 0, null, null)
                    : new RateAnswer(tenth(rate.percent()), rate.n(), tenth(rate.low()), tenth(rate.high()));
        }

        private static double tenth(double percent) {
            return Math.round(percent * 10) / 10.0;
        }
    }

    /** Whether a column has had its time: inquiry to MQL 30 days, MQL to SAL and SQL 21 days after the period's end. */
    record Mature(boolean mql, boolean sal, boolean sql) {}

    /**
     * A line of the funnel.
     *
     * @param key month (2026-07), origin, segment code, target or outside, id of product or member; empty where there is
     *     none; others for colleagues together
     * @param rates inquiryMql, mqlSal, mqlSql
     */
    record Item(
            String key, String name, LocalDate from, LocalDate to, long inquiry, long mql, long sal, long sql, long sqo, Mature mature,
            Map<String, RateAnswer> rates) {}

    /** @param withheld colleagues were left out because fewer than five could be told apart */
    record FunnelAnswer(LocalDate from, LocalDate to, Dimension by, LocalDate asOf, List<Item> items, boolean withheld) {}

    /** A group's part of the change, in percentage points. */
    record EffectAnswer(String key, String name, double effect) {}

    record GroupAnswer(String key, String name, long n, long hits, @Nullable Double rate, long laterN, long laterHits, @Nullable Double laterRate) {}

    /** In percentage points; total is mix and all of within, to the tenth. Null when a month has nobody to divide by. */
    record DecompositionAnswer(
            String rate, String from, String to, Dimension by, @Nullable Double total, @Nullable Double mix, List<EffectAnswer> within,
            List<GroupAnswer> items, boolean mature, boolean withheld) {}

    /** Where an origin's MQLs are now. */
    record OriginAnswer(
            String key, String name, long mql, long accepted, long returned, long sql, long disqualified, long recycled, long nurture,
            RateAnswer acceptance, RateAnswer mqlSql, @Nullable Double shrunk, boolean enough) {}

    record OriginsAnswer(LocalDate from, LocalDate to, List<OriginAnswer> items) {}

    private final Funnels funnels;
    private final Changes changes;
    private final Names names;
    private final Languages languages;

    ReportApi(Funnels funnels, Changes changes, Names names, Languages languages) {
        this.funnels = funnels;
        this.changes = changes;
        this.names = names;
        this.languages = languages;
    }

    @Operation(
            summary = "The funnel",
            description = "Inquiries by their day; MQLs by the day on which they first became one; of those, SAL and SQL within 21 days. Days from and to are included; the last twelve months when left out, at most five years. by=owner shows everybody's figures to the heads of sales, one's own and the colleagues together to others.")
    @GetMapping("/api/v1/funnel")
    FunnelAnswer funnel(
            @Parameter(example = "2025-12-01") @RequestParam(required = false) @Nullable String from,
            @Parameter(example = "2026-11-30") @RequestParam(required = false) @Nullable String to,
            @Parameter(description = "month, origin, segment, target, product or owner", example = "month") @RequestParam(required = false) @Nullable String by,
            @Me Actor me,
            Locale locale) {
        var question = new Question(funnels.today());
        var period = question.period(from, to);
        var dimension = question.dimension(by, Dimension.MONTH, Dimension.OFFERED);
        question.raise();
        var funnel = funnels.read(period, dimension, me);
        var lines = funnel.lines();
        var named = names.of(dimension, lines.stream().map(Funnel.Line::key).toList(), languages.text(locale));
        return new FunnelAnswer(
                period.from(), period.to(), dimension, funnel.today(),
                lines.stream().map(line -> item(line, String.valueOf(named.get(line.key())))).toList(), funnel.withheld());
    }

    private static Item item(Funnel.Line line, String name) {
        var counts = line.counts();
        var rates = new LinkedHashMap<String, RateAnswer>();
        Arrays.stream(Step.values()).forEach(step -> rates.put(inCamelCase(step), RateAnswer.of(line.rate(step))));
        return new Item(
                line.key(), name, line.period().from(), line.period().to(), counts.inquiries(), counts.mqls(), counts.sals(),
                counts.sqls(), counts.sqos(), new Mature(line.mqlMature(), line.salesMature(), line.salesMature()), rates);
    }

    private static String inCamelCase(Step step) {
        return switch (step) {
            case INQUIRY_MQL -> "inquiryMql";
            case MQL_SAL -> "mqlSal";
            case MQL_SQL -> "mqlSql";
        };
    }

    @Operation(
            summary = "What changed in a rate",
            description = "Compares two months and splits the change exactly: mix (who came) and within (how those who came fared), in percentage points. Tells what moved at the same time, not why.")
    @GetMapping("/api/v1/decomposition")
    DecompositionAnswer decomposition(
            @Parameter(description = "inquiry-mql, mql-sal or mql-sql", example = "mql-sql") @RequestParam(required = false) @Nullable String rate,
            @Parameter(description = "The earlier month", example = "2026-07") @RequestParam(required = false) @Nullable String from,
            @Parameter(description = "The later month", example = "2026-10") @RequestParam(required = false) @Nullable String to,
            @Parameter(description = "target, origin, segment, product or owner", example = "target") @RequestParam(required = false) @Nullable String by,
            @Me Actor me,
            Locale locale) {
        var question = new Question(funnels.today());
        var step = question.step(rate);
        var last = question.month("to", to, changes.lastMature());
        var first = question.month("from", from, last.minusMonths(3));
        var dimension = question.dimension(by, Dimension.TARGET, Dimension.GROUPS);
        question.order(first, last);
        question.raise();
        return answer(changes.between(step, first, last, dimension, me, languages.text(locale)));
    }

    private static DecompositionAnswer answer(Change change) {
        var parts = change.parts();
        var rounded = parts.comparable() ? parts.rounded() : null;
        return new DecompositionAnswer(
                change.step().code(), change.from().toString(), change.to().toString(), change.by(),
                rounded == null ? null : rounded.total(), rounded == null ? null : rounded.mix(),
                rounded == null ? List.of() : rounded.within().stream()
                        .map(effect -> new EffectAnswer(effect.key(), change.name(effect.key()), effect.effect()))
                        .toList(),
                parts.groups().stream().map(group -> group(group, change)).toList(), change.mature(), change.withheld());
    }

    private static GroupAnswer group(Decomposition.Group group, Change change) {
        return new GroupAnswer(
                group.key(), change.name(group.key()),
                group.n(), group.hits(), group.n() == 0 ? null : RateAnswer.tenth(100.0 * group.hits() / group.n()),
                group.laterN(), group.laterHits(), group.laterN() == 0 ? null : RateAnswer.tenth(100.0 * group.laterHits() / group.laterN()));
    }

    @Operation(
            summary = "Quality of origins by fate",
            description = "What became of each origin's MQLs in the mature months of the period. shrunk is the SQL rate drawn to the mean by 20 leads, to rank by; enough is false below 20 MQLs.")
    @GetMapping("/api/v1/origins")
    OriginsAnswer origins(
            @Parameter(example = "2025-12-01") @RequestParam(required = false) @Nullable String from,
            @Parameter(example = "2026-11-30") @RequestParam(required = false) @Nullable String to,
            @Me Actor me,
            Locale locale) {
        var question = new Question(funnels.today());
        var period = question.period(from, to);
        question.raise();
        var funnel = funnels.read(period, Dimension.ORIGIN, me);
        var ranked = Origin.ranked(funnel);
        var named = names.of(Dimension.ORIGIN, ranked.stream().map(origin -> origin.line().key()).toList(), languages.text(locale));
        var mature = funnel.maturePeriod();
        return new OriginsAnswer(
                mature.from(), mature.to(),
                ranked.stream().map(origin -> origin(origin, String.valueOf(named.get(origin.line().key())))).toList());
    }

    private static OriginAnswer origin(Origin origin, String name) {
        var counts = origin.line().counts();
        var fates = counts.fates();
        return new OriginAnswer(
                origin.line().key(), name, counts.mqls(), counts.sals(), counts.returned(), counts.sqls(), fates.disqualified(),
                fates.recycled(), fates.nurture(), RateAnswer.of(origin.acceptance()), RateAnswer.of(origin.sql()),
                RateAnswer.tenth(origin.shrunk()), !origin.few());
    }
}
