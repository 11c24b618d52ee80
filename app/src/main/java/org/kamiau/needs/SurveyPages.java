package org.kamiau.needs;

import static java.util.stream.Collectors.groupingBy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kamiau.needs.SurveyQuestion.Kind;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Me;
import org.kamiau.platform.NavItem;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Text;
import org.kamiau.platform.pieces.Choice;
import org.kamiau.platform.pieces.Toast;
import org.kamiau.platform.visitors.Typed;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Surveys as pages: the list, one with its series, what is asked. */
@Controller
@Access.Members
public class SurveyPages {

    /** A survey with its waves. */
    public record Line(Survey survey, List<Wave> waves) {}

    /** All surveys. */
    public record ListPage(List<Line> lines, boolean mayWrite) {}

    /** A question over the waves; null where a wave did not count it. */
    public record Series(SurveyQuestion question, @Nullable Need need, List<@Nullable Tally> tallies) {
        public Series {
            tallies = java.util.Collections.unmodifiableList(tallies);
        }
    }

    /** One survey. */
    public record Page(Survey survey, List<Wave> waves, List<Wave> counted, List<Series> series, boolean mayWrite) {}

    /** The form of a survey: null while it is new. */
    public record Edited(@Nullable Survey survey, int version, Typed typed, Map<String, String> errors) {}

    /**
     * The form of a question.
     *
     * @param survey null where the wave decides which it is
     * @param waves those that can still ask it
     */
    public record Asked(@Nullable Survey survey, @Nullable Need need, Typed typed, Map<String, String> errors, List<Choice> kinds, List<Choice> needs, List<Choice> waves) {}

    private final Surveys surveys;
    private final Waves waves;
    private final Needs needs;
    private final Languages languages;

    SurveyPages(Surveys surveys, Waves waves, Needs needs, Languages languages) {
        this.surveys = surveys;
        this.waves = waves;
        this.needs = needs;
        this.languages = languages;
    }

    @Bean
    static NavItem surveysInNavigation() {
        return new NavItem(37, "needs.survey-title", "/surveys", "chart-bar", Set.of());
    }

    @GetMapping("/surveys")
    ModelAndView list(@Me Actor me) {
        var bySurvey = waves.all().stream().collect(groupingBy(Wave::survey));
        var lines = surveys.all().stream().map(survey -> new Line(survey, bySurvey.getOrDefault(survey.id(), List.of()))).toList();
        return new ModelAndView("needs/surveys", "page", new ListPage(lines, Survey.mayWrite(me)));
    }

    @GetMapping("/surveys/new")
    ModelAndView blank(@Me Actor me) {
        Survey.needWriter(me);
        return edited(new Edited(null, 0, Typed.NOTHING, Map.of()));
    }

    private static ModelAndView edited(Edited page) {
        return new ModelAndView("needs/surveyform", "page", page);
    }

    @PostMapping("/surveys")
    ModelAndView add(HttpServletRequest request, HttpServletResponse response, @Me Actor me) {
        var typed = Typed.in(request, SurveyForm.SURVEY);
        try {
            var survey = surveys.add(new SurveyForm(typed).survey(), me);
            Toast.after(response, "needs.survey-made", null);
            return new ModelAndView("redirect:/surveys/" + survey.id());
        } catch (Invalid invalid) {
            return wrong(edited(new Edited(null, 0, typed, errors(invalid, languages.text(request)))));
        }
    }

    static Map<String, String> errors(Invalid invalid, Text t) {
        var errors = new TreeMap<String, String>();
        invalid.fields().forEach(fault -> errors.putIfAbsent(SurveyForm.field(fault.field()), t.get(fault.code(), fault.arguments().toArray())));
        return errors;
    }

    static ModelAndView wrong(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    @GetMapping("/surveys/{id}")
    ModelAndView one(@PathVariable Survey.Id id, @Me Actor me) {
        var survey = surveys.find(id).orElseThrow(Refusal.NotFound::new);
        var all = waves.of(id);
        var counted = all.stream().filter(wave -> wave.published() || wave.counted() && Survey.mayWrite(me)).toList();
        var found = waves.series(id);
        var tested = needs.find(survey.questions().stream().flatMap(question -> java.util.stream.Stream.ofNullable(question.need())).distinct().toList());
        var series = survey.questions().stream().map(question -> series(question, tested, counted, found.getOrDefault(question.id(), Map.of()))).toList();
        return new ModelAndView("needs/survey", "page", new Page(survey, all, counted, series, Survey.mayWrite(me)));
    }

    private static Series series(SurveyQuestion question, Map<Need.Id, Need> tested, List<Wave> counted, Map<Wave.Id, Tally> tallies) {
        var lines = new java.util.ArrayList<@Nullable Tally>();
        counted.forEach(wave -> lines.add(tallies.get(wave.id())));
        return new Series(question, question.need() == null ? null : tested.get(question.need()), lines);
    }

    @GetMapping("/surveys/{id}/edit")
    ModelAndView edit(@PathVariable Survey.Id id, @Me Actor me) {
        Survey.needWriter(me);
        var survey = surveys.find(id).orElseThrow(Refusal.NotFound::new);
        return edited(new Edited(survey, survey.version(), SurveyForm.written(survey), Map.of()));
    }

    @PostMapping("/surveys/{id}")
    ModelAndView change(
            @PathVariable Survey.Id id, @RequestParam(defaultValue = "0") int version, HttpServletRequest request, HttpServletResponse response,
            @Me Actor me) {
        Survey.needWriter(me);
        var survey = surveys.find(id).orElseThrow(Refusal.NotFound::new);
        var typed = Typed.in(request, SurveyForm.SURVEY);
        try {
            surveys.change(id, new SurveyForm(typed).survey(), version, me);
            Toast.after(response, "needs.survey-saved", null);
            return new ModelAndView("redirect:/surveys/" + id);
        } catch (Invalid invalid) {
            return wrong(edited(new Edited(survey, version, typed, errors(invalid, languages.text(request)))));
        }
    }

    /** A question for the survey, or, from a need, for the wave that is asked next. */
    @GetMapping({"/surveys/{id}/questions/new", "/surveys/questions/new"})
    ModelAndView question(
            @PathVariable(required = false) Survey.@Nullable Id id, @RequestParam(required = false) Need.@Nullable Id need, @Me Actor me,
            HttpServletRequest request) {
        Survey.needWriter(me);
        var survey = id == null ? null : surveys.find(id).orElseThrow(Refusal.NotFound::new);
        var tested = need == null ? null : needs.find(needs.current(need));
        var typed = tested == null ? Typed.NOTHING : SurveyForm.testing(tested);
        return asked(survey, tested, typed, Map.of(), languages.text(request));
    }

    private ModelAndView asked(@Nullable Survey survey, @Nullable Need need, Typed typed, Map<String, String> errors, Text t) {
        var kinds = Arrays.stream(Kind.values())
                .map(kind -> new Choice(kind.code(), t.get("needs.survey-kind." + kind.code()), t.get("needs.survey-kind." + kind.code() + "-meaning")))
                .toList();
        var choices = needs.living().stream().map(one -> new Choice(one.id().toString(), one.title().in(t))).toList();
        var titles = new HashMap<Survey.Id, String>();
        surveys.all().forEach(one -> titles.put(one.id(), one.title().in(t)));
        var open = waves.inDesign().stream()
                .filter(wave -> survey == null || wave.survey().equals(survey.id()))
                .map(wave -> new Choice(wave.id().toString(), t.get("needs.survey-wave-choice", titles.getOrDefault(wave.survey(), ""), wave.name().in(t), t.date(wave.plannedOn()))))
                .toList();
        return new ModelAndView("needs/surveyquestion", "page", new Asked(survey, need, typed, errors, kinds, choices, open));
    }

    @PostMapping({"/surveys/{id}/questions", "/surveys/questions"})
    ModelAndView ask(
            @PathVariable(required = false) Survey.@Nullable Id id, HttpServletRequest request, HttpServletResponse response, @Me Actor me) {
        Survey.needWriter(me);
        var survey = id == null ? null : surveys.find(id).orElseThrow(Refusal.NotFound::new);
        var typed = Typed.in(request, SurveyForm.QUESTION);
        try {
            var wave = wave(typed.get("wave"), survey);
            var into = survey == null ? Objects.requireNonNull(wave).survey() : survey.id();
            waves.ask(into, wave == null ? null : wave.id(), new SurveyForm(typed).question(), me);
            Toast.after(response, "needs.survey-asked", null);
            return new ModelAndView("redirect:" + (wave == null ? "/surveys/" + into : "/waves/" + wave.id()));
        } catch (Invalid invalid) {
            var need = typed.get("need");
            var tested = survey == null && need != null && id(need) instanceof Need.Id known ? needs.find(List.of(known)).get(known) : null;
            return wrong(asked(survey, tested, typed, errors(invalid, languages.text(request)), languages.text(request)));
        }
    }

    private static Need.@Nullable Id id(String text) {
        try {
            return Need.Id.of(text);
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    /** Of the survey, where one is given; else there must be one. */
    private @Nullable Wave wave(@Nullable String chosen, @Nullable Survey survey) {
        var wave = waves.inDesign().stream()
                .filter(one -> one.id().toString().equals(chosen))
                .filter(one -> survey == null || one.survey().equals(survey.id()))
                .findFirst()
                .orElse(null);
        if (wave == null && (survey == null || chosen != null)) {
            throw new Invalid("wave", "needs.survey-invalid.wave");
        }
        return wave;
    }
}
