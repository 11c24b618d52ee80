package org.kamiau.leads;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kamiau.customers.Prefecture;
import org.kamiau.customers.RoleLevel;
import org.kamiau.platform.Text;

/** One thing that differs between two sets of rules, as a line that people read: 価格ページ 15→20点. */
public sealed interface RulesChange {

    String text(Text t);

    /** What a figure counts; its text is {@code leads.change.<unit>}. */
    enum Unit {
        POINTS,
        HALF_LIFE,
        THRESHOLD
    }

    /** A number that is another one now. */
    record Figure(What what, int before, int after, Unit unit) implements RulesChange {
        @Override
        public String text(Text t) {
            var key = switch (unit) {
                case POINTS -> "leads.change.points";
                case HALF_LIFE -> "leads.change.half-life";
                case THRESHOLD -> "leads.change.threshold";
            };
            return t.get(key, what.text(t), before, after);
        }
    }

    /** Words, domains or regions that count now and did not. */
    record Added(What what, List<String> entries) implements RulesChange {
        public Added {
            entries = List.copyOf(entries);
        }

        @Override
        public String text(Text t) {
            return t.get("leads.change.added", what.text(t), what.joined(entries, t));
        }
    }

    /** Words, domains or regions that counted and do not now. */
    record Removed(What what, List<String> entries) implements RulesChange {
        public Removed {
            entries = List.copyOf(entries);
        }

        @Override
        public String text(Text t) {
            return t.get("leads.change.removed", what.text(t), what.joined(entries, t));
        }
    }

    /** What changed, by message key. */
    record What(String key, List<Object> arguments) {
        public What {
            arguments = List.copyOf(arguments);
        }

        static What of(String key, Object... arguments) {
            return new What(key, List.of(arguments));
        }

        static What of(ScoreRules.Band band) {
            return band.to() == Integer.MAX_VALUE
                    ? of("leads.rules.band-open", band.from())
                    : of("leads.rules.band", band.from(), band.to());
        }

        public String text(Text t) {
            return t.get(key, arguments.toArray());
        }

        private String joined(List<String> entries, Text t) {
            var names = key.equals("leads.rules.region") ? entries.stream().map(code -> prefecture(code, t)).toList() : entries;
            return String.join(t.japanese() ? "、" : ", ", names);
        }

        private static String prefecture(String code, Text t) {
            var prefecture = Prefecture.ofCode(code);
            return t.japanese() ? prefecture.ja() : prefecture.en();
        }
    }

    /** Everything that differs, in the order of the form. */
    static List<RulesChange> between(ScoreRules before, ScoreRules after) {
        var changes = new ArrayList<RulesChange>();
        figure(changes, What.of("leads.rules.threshold-fit"), before.mqlFit(), after.mqlFit(), Unit.THRESHOLD);
        figure(changes, What.of("leads.rules.threshold-interest"), before.mqlEngagement(), after.mqlEngagement(), Unit.THRESHOLD);
        figure(changes, What.of("leads.rules.threshold-hand"), before.handRaiseFit(), after.handRaiseFit(), Unit.THRESHOLD);
        figure(changes, What.of("leads.rules.segment"), before.segment(), after.segment(), Unit.POINTS);
        bands(changes, before.size(), after.size());
        for (var level : RoleLevel.values()) {
            figure(changes, What.of("leads.level." + level.code()), points(before, level), points(after, level), Unit.POINTS);
        }
        figure(changes, What.of("leads.rules.region"), before.region(), after.region(), Unit.POINTS);
        entries(changes, What.of("leads.rules.region"), before.prefectures(), after.prefectures());
        figure(changes, What.of("leads.rules.customer"), before.customer(), after.customer(), Unit.POINTS);
        figure(changes, What.of("leads.rules.trigger-words"), before.trigger(), after.trigger(), Unit.POINTS);
        entries(changes, What.of("leads.rules.trigger-words"), before.triggers(), after.triggers());
        figure(changes, What.of("leads.rules.free-mail"), before.freeMail(), after.freeMail(), Unit.POINTS);
        for (var kind : ResponseKind.values()) {
            var was = interest(before, kind, after);
            var is = interest(after, kind, before);
            figure(changes, What.of("leads.kind." + kind.code()), was.points(), is.points(), Unit.POINTS);
            figure(changes, What.of("leads.kind." + kind.code()), was.halfLifeDays(), is.halfLifeDays(), Unit.HALF_LIFE);
        }
        entries(changes, What.of("leads.rules.students"), before.students(), after.students());
        entries(changes, What.of("leads.rules.competitors"), before.competitorDomains(), after.competitorDomains());
        return List.copyOf(changes);
    }

    private static int points(ScoreRules rules, RoleLevel level) {
        return rules.role().getOrDefault(level, 0);
    }

    /** A kind that does not count has no points, and the half-life that it has on the other side. */
    private static ScoreRules.Interest interest(ScoreRules rules, ResponseKind kind, ScoreRules other) {
        var interest = rules.interest().get(kind);
        var there = other.interest().get(kind);
        return interest != null ? interest : new ScoreRules.Interest(0, there == null ? 1 : there.halfLifeDays());
    }

    private static void figure(List<RulesChange> changes, What what, int before, int after, Unit unit) {
        if (before != after) {
            changes.add(new Figure(what, before, after, unit));
        }
    }

    private static void bands(List<RulesChange> changes, List<ScoreRules.Band> before, List<ScoreRules.Band> after) {
        var spans = new LinkedHashMap<ScoreRules.Band, int[]>();
        before.forEach(band -> spans.computeIfAbsent(span(band), _ -> new int[2])[0] = band.points());
        after.forEach(band -> spans.computeIfAbsent(span(band), _ -> new int[2])[1] = band.points());
        spans.forEach((span, points) -> figure(changes, What.of(span), points[0], points[1], Unit.POINTS));
    }

    private static ScoreRules.Band span(ScoreRules.Band band) {
        return new ScoreRules.Band(band.from(), band.to(), 0);
    }

    private static void entries(List<RulesChange> changes, What what, List<String> before, List<String> after) {
        var added = after.stream().filter(one -> !before.contains(one)).toList();
        var removed = before.stream().filter(one -> !after.contains(one)).toList();
        if (!added.isEmpty()) {
            changes.add(new Added(what, added));
        }
        if (!removed.isEmpty()) {
            changes.add(new Removed(what, removed));
        }
    }

    /** The rules as single values, for the audit log: a field per point, so that its history reads well. */
    static Map<String, Object> values(ScoreRules rules) {
        var values = new LinkedHashMap<String, Object>();
        values.put("mql_fit", rules.mqlFit());
        values.put("mql_engagement", rules.mqlEngagement());
        values.put("hand_raise_fit", rules.handRaiseFit());
        values.put("segment", rules.segment());
        rules.size().forEach(band -> values.put("size." + band.from(), band.points()));
        Arrays.stream(RoleLevel.values()).filter(rules.role()::containsKey).forEach(level -> values.put("role." + level.code(), points(rules, level)));
        values.put("region", rules.region());
        values.put("prefectures", rules.prefectures());
        values.put("customer", rules.customer());
        values.put("trigger", rules.trigger());
        values.put("triggers", rules.triggers());
        values.put("free_mail", rules.freeMail());
        for (var kind : ResponseKind.values()) {
            var interest = rules.interest().get(kind);
            if (interest != null) {
                values.put("interest." + kind.code(), interest.points());
                values.put("half_life." + kind.code(), interest.halfLifeDays());
            }
        }
        values.put("students", rules.students());
        values.put("competitor_domains", rules.competitorDomains());
        return values;
    }
}
