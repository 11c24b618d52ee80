package org.kamiau.leads;

import jakarta.servlet.http.HttpServletRequest;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.RoleLevel;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Text;

/**
 * Rules as they are typed: every number a text, a word per line, a row of bands that may be emptied to remove
 * it. Keeps what was typed, with what is wrong, for the form that is drawn again.
 */
public final class RulesForm {

    /** Levels that can have points; no title is no level. */
    public static final List<RoleLevel> LEVELS = List.of(RoleLevel.EXECUTIVE, RoleLevel.HEAD, RoleLevel.MANAGER, RoleLevel.STAFF);

    private static final int MOST_BANDS = 20;
    private static final int EMPTY_ROWS = 2;
    private static final int LONGEST_WHY = 1_000;
    private static final List<String> PARTS = List.of("from", "to", "points");

    private final Map<String, String> values = new HashMap<>();
    private final Set<String> prefectures = new LinkedHashSet<>();
    private final Map<String, Invalid.Field> wrong = new HashMap<>();
    private int bands;

    private RulesForm() {}

    static RulesForm of(RulesDraft.Terms draft) {
        var form = new RulesForm();
        var rules = draft.rules();
        form.put("revision", draft.revision());
        form.put("segment", rules.segment());
        form.put("region", rules.region());
        form.put("customer", rules.customer());
        form.put("trigger", rules.trigger());
        form.put("freeMail", rules.freeMail());
        form.put("mqlFit", rules.mqlFit());
        form.put("mqlEngagement", rules.mqlEngagement());
        form.put("handRaiseFit", rules.handRaiseFit());
        rules.size().forEach(band -> form.row(
                String.valueOf(band.from()), band.to() == Integer.MAX_VALUE ? "" : String.valueOf(band.to()), String.valueOf(band.points())));
        LEVELS.forEach(level -> form.put("role." + level.code(), rules.role().getOrDefault(level, 0)));
        for (var kind : ResponseKind.values()) {
            var interest = rules.interest().getOrDefault(kind, new ScoreRules.Interest(0, 30));
            form.put("interest." + kind.code() + ".points", interest.points());
            form.put("interest." + kind.code() + ".days", interest.halfLifeDays());
        }
        form.prefectures.addAll(rules.prefectures());
        form.values.put("triggers", String.join("\n", rules.triggers()));
        form.values.put("students", String.join("\n", rules.students()));
        form.values.put("competitorDomains", String.join("\n", rules.competitorDomains()));
        form.values.put("why", draft.why() == null ? "" : draft.why());
        return form;
    }

    static RulesForm of(HttpServletRequest request) {
        var form = new RulesForm();
        request.getParameterMap().forEach((name, texts) -> {
            if (!name.startsWith("size[")) {
                form.values.put(name, texts[0].strip());
            }
        });
        for (int i = 0; i < MOST_BANDS + EMPTY_ROWS; i++) {
            var at = "size[" + i + "].";
            var row = PARTS.stream().map(part -> Objects.requireNonNullElse(request.getParameter(at + part), "").strip()).toList();
            if (row.stream().anyMatch(text -> !text.isEmpty())) {
                form.row(row.get(0), row.get(1), row.get(2));
            }
        }
        form.prefectures.addAll(Arrays.asList(Objects.requireNonNullElse(request.getParameterValues("prefectures"), new String[0])));
        return form;
    }

    private void put(String name, int number) {
        values.put(name, String.valueOf(number));
    }

    private void row(String from, String to, String points) {
        var at = "size[" + bands++ + "].";
        values.put(at + "from", from);
        values.put(at + "to", to);
        values.put(at + "points", points);
    }

    /** Raises {@link Invalid} for what is no number; whether the numbers may be is {@link RulesCheck}'s. */
    ScoreRules rules() {
        var faults = new Invalid.Findings();
        var size = new ArrayList<ScoreRules.Band>();
        for (int i = 0; i < bands; i++) {
            var at = "size[" + i + "].";
            int to = value(at + "to").isEmpty() ? Integer.MAX_VALUE : number(at + "to", faults);
            size.add(new ScoreRules.Band(number(at + "from", faults), to, number(at + "points", faults)));
        }
        var role = new HashMap<RoleLevel, Integer>();
        LEVELS.forEach(level -> role.put(level, number("role." + level.code(), faults)));
        var interest = new HashMap<ResponseKind, ScoreRules.Interest>();
        for (var kind : ResponseKind.values()) {
            var at = "interest." + kind.code() + ".";
            interest.put(kind, new ScoreRules.Interest(number(at + "points", faults), number(at + "days", faults)));
        }
        var rules = new ScoreRules(
                number("segment", faults), size, role, number("region", faults), List.copyOf(prefectures), number("customer", faults),
                number("trigger", faults), lines("triggers"), number("freeMail", faults), interest, number("mqlFit", faults),
                number("mqlEngagement", faults), number("handRaiseFit", faults), lines("students"), lines("competitorDomains"));
        if (value("why").isEmpty()) {
            faults.add("why", "leads.invalid.why");
        } else if (value("why").length() > LONGEST_WHY) {
            faults.add("why", "platform.invalid.size");
        }
        faults.raise();
        return rules;
    }

    String why() {
        return value("why");
    }

    /** The revision that the author has read; −1, which is none, when the form does not say. */
    int revision() {
        return value("revision").matches("\\d{1,9}") ? Integer.parseInt(value("revision")) : -1;
    }

    /** Full-width digits and minus signs are what a Japanese keyboard types. */
    private int number(String name, Invalid.Findings faults) {
        var text = Normalizer.normalize(value(name), Normalizer.Form.NFKC).replace('−', '-').replace('ー', '-').replace("+", "").replace(",", "");
        if (text.isEmpty()) {
            faults.add(name, "platform.invalid.not-null");
            return 0;
        }
        if (!text.matches("-?\\d{1,9}")) {
            faults.add(name, "leads.invalid.number");
            return 0;
        }
        return Integer.parseInt(text);
    }

    private List<String> lines(String name) {
        return value(name).lines().flatMap(line -> Stream.of(line.split("[、,]"))).map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
    }

    RulesForm wrong(List<Invalid.Field> fields) {
        fields.forEach(field -> wrong.putIfAbsent(field.field(), field));
        return this;
    }

    /** Somebody else changed the draft: saving again counts against what is there now. */
    RulesForm overtaken(int revision) {
        put("revision", revision);
        return wrong(List.of(Invalid.Field.of("revision", "leads.draft.overtaken-form")));
    }

    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    public boolean serves(String prefecture) {
        return prefectures.contains(prefecture);
    }

    public int served() {
        return prefectures.size();
    }

    /** With empty ones at the end, for bands to be added. */
    public int rows() {
        return Math.min(MOST_BANDS, bands + EMPTY_ROWS);
    }

    public boolean faulty() {
        return !wrong.isEmpty();
    }

    public @Nullable String error(String name, Text t) {
        var field = wrong.get(name);
        return field == null ? null : t.get(field.code(), field.arguments().toArray());
    }
}
