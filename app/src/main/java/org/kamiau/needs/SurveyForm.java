package org.kamiau.needs;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kamiau.needs.QuestionDraft.OptionDraft;
import org.kamiau.needs.QuestionDraft.ScaleDraft;
import org.kamiau.needs.SurveyQuestion.Kind;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.visitors.Typed;

/** Surveys, questions and waves as typed into a form; options stand one on a line. */
record SurveyForm(Typed typed) {

    static final List<String> SURVEY = List.of("code", "titleJa", "titleEn", "introductionJa", "introductionEn", "frame");
    static final List<String> QUESTION = List.of(
            "need", "kind", "textJa", "textEn", "optional", "optionsJa", "optionsEn", "supports", "from", "to", "lowJa", "lowEn", "highJa", "highEn",
            "supportsFrom", "wave");
    static final List<String> WAVE = List.of("code", "nameJa", "nameEn", "outside", "plannedOn", "closesOn");

    static Typed written(Survey survey) {
        var values = new HashMap<String, List<String>>();
        values.put("code", List.of(survey.code()));
        values.put("titleJa", List.of(survey.title().ja()));
        put(values, "titleEn", survey.title().en());
        put(values, "introductionJa", survey.introduction() == null ? null : survey.introduction().ja());
        put(values, "introductionEn", survey.introduction() == null ? null : survey.introduction().en());
        values.put("frame", List.of(survey.frame()));
        return new Typed(values);
    }

    static Typed written(Wave wave) {
        var values = new HashMap<String, List<String>>();
        values.put("code", List.of(wave.code()));
        values.put("nameJa", List.of(wave.name().ja()));
        put(values, "nameEn", wave.name().en());
        put(values, "outside", wave.outside() ? "true" : null);
        values.put("plannedOn", List.of(wave.plannedOn().toString()));
        values.put("closesOn", List.of(wave.closesOn().toString()));
        return new Typed(values);
    }

    /** Yes or no, where yes speaks for the need. */
    static Typed testing(Need need) {
        return new Typed(Map.of(
                "need", List.of(need.id().toString()), "kind", List.of(Kind.SINGLE.code()),
                "textJa", List.of("「" + need.title().ja() + "」は、あなたの職場にあてはまりますか。"),
                "textEn", List.of("Does this hold for your workplace: “" + need.title().en() + "”?"),
                "optionsJa", List.of("はい\nいいえ\n分からない"), "optionsEn", List.of("Yes\nNo\nI do not know"), "supports", List.of("1")));
    }

    private static void put(Map<String, List<String>> values, String field, @Nullable String text) {
        if (text != null) {
            values.put(field, List.of(text));
        }
    }

    SurveyDraft survey() {
        return new SurveyDraft(
                typed.get("code"), typed.get("titleJa"), typed.get("titleEn"), typed.get("introductionJa"), typed.get("introductionEn"), typed.get("frame"));
    }

    WaveDraft wave() {
        return new WaveDraft(
                typed.get("code"), typed.get("nameJa"), typed.get("nameEn"), typed.has("outside", "true"), date("plannedOn"), date("closesOn"));
    }

    private @Nullable LocalDate date(String field) {
        var text = typed.get(field);
        try {
            return text == null ? null : LocalDate.parse(text.replace('/', '-'));
        } catch (DateTimeParseException noDate) {
            throw new Invalid(field, "needs.survey-invalid.date");
        }
    }

    QuestionDraft question() {
        var kind = kind();
        return new QuestionDraft(kind, typed.get("textJa"), typed.get("textEn"), !typed.has("optional", "true"), need(), options(), scale(kind));
    }

    private @Nullable Kind kind() {
        var code = typed.get("kind");
        return Arrays.stream(Kind.values()).filter(kind -> kind.code().equals(code)).findFirst().orElse(null);
    }

    private Need.@Nullable Id need() {
        var text = typed.get("need");
        try {
            return text == null ? null : Need.Id.of(text);
        } catch (IllegalArgumentException noId) {
            throw new Invalid("need", "needs.survey-invalid.need");
        }
    }

    private List<OptionDraft> options() {
        var ja = lines("optionsJa");
        var en = lines("optionsEn");
        if (!en.isEmpty() && en.size() != ja.size()) {
            throw new Invalid("optionsEn", "needs.survey-invalid.as-many");
        }
        var supports = supports();
        var options = new ArrayList<OptionDraft>();
        for (int i = 0; i < ja.size(); i++) {
            options.add(new OptionDraft(ja.get(i), en.isEmpty() ? null : en.get(i), supports.contains(i + 1)));
        }
        return options;
    }

    private List<String> lines(String field) {
        var text = typed.get(field);
        return text == null ? List.of() : text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** "1, 2" and "1、2" alike. */
    private Set<Integer> supports() {
        var text = typed.get("supports");
        if (text == null) {
            return Set.of();
        }
        if (!text.matches("\\d{1,2}(\\s*[,、,]?\\s*\\d{1,2})*")) {
            throw new Invalid("supports", "needs.survey-invalid.supports");
        }
        return Arrays.stream(text.split("[,、,\\s]+")).filter(part -> !part.isEmpty()).map(Integer::valueOf).collect(Collectors.toSet());
    }

    private @Nullable ScaleDraft scale(@Nullable Kind kind) {
        return kind != Kind.SCALE
                ? null
                : new ScaleDraft(
                        number("from", 1), number("to", 5), typed.get("lowJa"), typed.get("lowEn"), typed.get("highJa"), typed.get("highEn"),
                        typed.get("supportsFrom") == null ? null : number("supportsFrom", 0));
    }

    private int number(String field, int otherwise) {
        var text = typed.get(field);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("\\d{1,2}")) {
            throw new Invalid(field, "needs.survey-invalid.scale");
        }
        return Integer.parseInt(text);
    }

    /** Where a fault of a draft stands in the form: all options share a field. */
    static String field(String fault) {
        if (fault.startsWith("options")) {
            return fault.endsWith(".en") ? "optionsEn" : fault.equals("options") || fault.endsWith(".ja") ? "optionsJa" : fault;
        }
        return fault.equals("scale") ? "to" : fault.startsWith("scale.") ? fault.substring("scale.".length()) : fault;
    }
}
