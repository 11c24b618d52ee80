package org.kamiau.handoffs;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The agreement's form as typed: each field by its name, such as {@code times.reply} or {@code definitions.sql.ja}. */
public record AgreementForm(Map<String, List<String>> typed) {

    static AgreementForm of(MultiValueMap<String, String> typed) {
        return new AgreementForm(Map.copyOf(typed));
    }

    static AgreementForm of(Agreement agreement, @Nullable LocalDate firstDay) {
        var text = AgreementText.of(agreement);
        var typed = new LinkedHashMap<String, List<String>>();
        text.lines().forEach((name, value) -> typed.put(name, List.of(value)));
        text.fields().forEach((boundary, codes) -> typed.put("fields." + boundary, codes));
        typed.put("firstDay", List.of(firstDay == null ? "" : firstDay.toString()));
        return new AgreementForm(typed);
    }

    /** Empty for what was not typed. */
    public String value(String name) {
        var values = typed.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst().strip();
    }

    public boolean chosen(Boundary boundary, String field) {
        return typed.getOrDefault("fields." + boundary.code(), List.of()).contains(field);
    }

    AgreementText text() {
        var times = new LinkedHashMap<String, @Nullable String>();
        Arrays.stream(Promise.values()).forEach(promise -> times.put(promise.code(), value("times." + promise.code())));
        var fields = new LinkedHashMap<String, List<String>>();
        var entry = new LinkedHashMap<String, Map<String, @Nullable String>>();
        for (var boundary : Boundary.values()) {
            fields.put(boundary.code(), typed.getOrDefault("fields." + boundary.code(), List.of()));
            entry.put(boundary.code(), texts("entry." + boundary.code()));
        }
        var delivery = new LinkedHashMap<String, @Nullable Integer>();
        for (var part : List.of("mql", "targetShare", "sql", "acceptance")) {
            delivery.put(part, number("delivery." + part));
        }
        var definitions = new LinkedHashMap<String, Map<String, @Nullable String>>();
        Arrays.stream(Term.values()).forEach(term -> definitions.put(term.code(), texts("definitions." + term.code())));
        return new AgreementText(times, numberOrWrong("attempts"), numberOrWrong("wakeAfterDays"), fields, delivery, definitions, entry);
    }

    private Map<String, @Nullable String> texts(String name) {
        var texts = new LinkedHashMap<String, @Nullable String>();
        texts.put("ja", value(name + ".ja"));
        texts.put("en", value(name + ".en"));
        return texts;
    }

    private @Nullable Integer number(String name) {
        return value(name).matches("-?\\d{1,9}") ? Integer.valueOf(value(name)) : null;
    }

    /** A number that nobody may agree on stands for none: null would mean that it stays as it was. */
    private Integer numberOrWrong(String name) {
        var number = number(name);
        return number == null ? -1 : number;
    }
}
