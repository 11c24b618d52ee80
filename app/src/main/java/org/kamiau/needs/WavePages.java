package org.kamiau.needs;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.ClockView;
import org.kamiau.calendar.Clocks;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Me;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Text;
import org.kamiau.platform.answers.AnswerLinks;
import org.kamiau.platform.pieces.Toast;
import org.kamiau.platform.visitors.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Waves as pages: planned, asked, counted, published. */
@Controller
@Access.Members
public class WavePages {

    private static final int MOST_LINKS = 1_000;

    /** What was found for a question: null before it was counted. */
    public record Found(SurveyQuestion question, @Nullable Need need, @Nullable Tally tally, @Nullable Estimate before, List<String> said) {

        /** Two-sided p of the change since the wave before. */
        public @Nullable Double p() {
            var now = tally == null ? null : tally.estimate();
            return now == null || before == null ? null : now.p(before);
        }
    }

    /**
     * One wave.
     *
     * @param address where many answer; null for outside waves
     * @param others questions of the survey that it does not ask
     * @param voiced what was said in words has been taken over as voices
     */
    public record Page(
            Survey survey, Wave wave, @Nullable ClockView clock, int answers, List<Found> found, List<SurveyQuestion> others, @Nullable String address,
            boolean mayWrite, boolean voiced, Map<String, String> errors, @Nullable String typed) {

        /** Some answered in their own words, for everybody to read. */
        public boolean speaks() {
            return wave.published() && found.stream().anyMatch(one -> !one.said().isEmpty());
        }
    }

    /** The form of a wave: null while it is new. */
    public record Edited(Survey survey, @Nullable Wave wave, int version, Typed typed, Map<String, String> errors) {}

    /** Links for one person each, shown this once. */
    public record Handed(Survey survey, Wave wave, List<String> addresses) {}

    private final Surveys surveys;
    private final Waves waves;
    private final WaveVoices voices;
    private final Needs needs;
    private final Clocks clocks;
    private final AnswerLinks links;
    private final Languages languages;

    WavePages(Surveys surveys, Waves waves, WaveVoices voices, Needs needs, Clocks clocks, AnswerLinks links, Languages languages) {
        this.surveys = surveys;
        this.waves = waves;
        this.voices = voices;
        this.needs = needs;
        this.clocks = clocks;
        this.links = links;
        this.languages = languages;
    }

    @GetMapping("/surveys/{id}/waves/new")
    ModelAndView blank(@PathVariable Survey.Id id, @Me Actor me) {
        Survey.needWriter(me);
        return edited(new Edited(survey(id), null, 0, Typed.NOTHING, Map.of()));
    }

    private Survey survey(Survey.Id id) {
        return surveys.find(id).orElseThrow(Refusal.NotFound::new);
    }

    private static ModelAndView edited(Edited page) {
        return new ModelAndView("needs/waveform", "page", page);
    }

    @PostMapping("/surveys/{id}/waves")
    ModelAndView plan(@PathVariable Survey.Id id, HttpServletRequest request, HttpServletResponse response, @Me Actor me) {
        Survey.needWriter(me);
        var survey = survey(id);
        var typed = Typed.in(request, SurveyForm.WAVE);
        try {
            var wave = waves.plan(id, new SurveyForm(typed).wave(), me);
            Toast.after(response, "needs.survey-planned", null);
            return new ModelAndView("redirect:/waves/" + wave.id());
        } catch (Invalid invalid) {
            return SurveyPages.wrong(edited(new Edited(survey, null, 0, typed, SurveyPages.errors(invalid, languages.text(request)))));
        }
    }

    @GetMapping("/waves/{id}")
    ModelAndView one(@PathVariable Wave.Id id, @Me Actor me) {
        return page(id, me, Map.of(), null);
    }

    private Wave wave(Wave.Id id) {
        return waves.find(id).orElseThrow(Refusal.NotFound::new);
    }

    private ModelAndView page(Wave.Id id, Actor me, Map<String, String> errors, @Nullable String typed) {
        var wave = wave(id);
        var survey = survey(wave.survey());
        var mayWrite = Survey.mayWrite(me);
        var asked = waves.questions(wave);
        var shown = wave.published() || wave.counted() && mayWrite;
        var others = survey.questions().stream().filter(question -> !asked.contains(question)).toList();
        var address = wave.outside() ? null : address(links.shared(WaveQuestionnaire.KIND, id.toString()));
        var clock = clocks.of(Waves.ref(id)).stream().filter(ClockView::running).findFirst().orElse(null);
        return new ModelAndView("needs/wave", "page", new Page(
                survey, wave, clock, waves.answers(id), found(wave, asked, shown), others, address, mayWrite, voices.taken(id), errors, typed));
    }

    private List<Found> found(Wave wave, List<SurveyQuestion> asked, boolean shown) {
        var tested = needs.find(asked.stream().flatMap(question -> Stream.ofNullable(question.need())).distinct().toList());
        var series = shown ? waves.series(wave.survey()) : Map.<SurveyQuestion.Id, Map<Wave.Id, Tally>>of();
        var said = shown ? waves.said(wave.id()) : Map.<SurveyQuestion.Id, List<String>>of();
        return asked.stream()
                .map(question -> {
                    var tallies = series.getOrDefault(question.id(), Map.of());
                    return new Found(
                            question, question.need() == null ? null : tested.get(question.need()), tallies.get(wave.id()), before(wave, tallies),
                            said.getOrDefault(question.id(), List.of()));
                })
                .toList();
    }

    /** What the last wave before this one found; the series is in the order of the waves. */
    private static @Nullable Estimate before(Wave wave, Map<Wave.Id, Tally> tallies) {
        Estimate last = null;
        for (var one : tallies.entrySet()) {
            if (one.getKey().equals(wave.id())) {
                return last;
            }
            last = one.getValue().estimate();
        }
        return null;
    }

    private static String address(String path) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
    }

    @GetMapping("/waves/{id}/edit")
    ModelAndView edit(@PathVariable Wave.Id id, @Me Actor me) {
        Survey.needWriter(me);
        var wave = wave(id);
        wave.needs(Wave.State.DESIGN);
        return edited(new Edited(survey(wave.survey()), wave, wave.version(), SurveyForm.written(wave), Map.of()));
    }

    @PostMapping("/waves/{id}")
    ModelAndView change(
            @PathVariable Wave.Id id, @RequestParam(defaultValue = "0") int version, HttpServletRequest request, HttpServletResponse response, @Me Actor me) {
        Survey.needWriter(me);
        var wave = wave(id);
        var typed = Typed.in(request, SurveyForm.WAVE);
        try {
            waves.change(id, new SurveyForm(typed).wave(), version, me);
            Toast.after(response, "needs.survey-saved", null);
            return new ModelAndView("redirect:/waves/" + id);
        } catch (Invalid invalid) {
            return SurveyPages.wrong(
                    edited(new Edited(survey(wave.survey()), wave, version, typed, SurveyPages.errors(invalid, languages.text(request)))));
        }
    }

    @PostMapping("/waves/{id}/questions")
    String ask(@PathVariable Wave.Id id, @RequestParam(required = false) SurveyQuestion.@Nullable Id question, @Me Actor me) {
        if (question == null) {
            throw new Invalid("question", "platform.invalid.not-null");
        }
        waves.ask(id, question, me);
        return "redirect:/waves/" + id;
    }

    @PostMapping("/waves/{id}/questions/{question}/removal")
    String drop(@PathVariable Wave.Id id, @PathVariable SurveyQuestion.Id question, @Me Actor me) {
        waves.drop(id, question, me);
        return "redirect:/waves/" + id;
    }

    @PostMapping("/waves/{id}/opening")
    ModelAndView open(@PathVariable Wave.Id id, @Me Actor me, HttpServletRequest request, HttpServletResponse response) {
        try {
            waves.open(id, me);
            Toast.after(response, "needs.survey-opened", null);
            return new ModelAndView("redirect:/waves/" + id);
        } catch (Invalid invalid) {
            return SurveyPages.wrong(page(id, me, SurveyPages.errors(invalid, languages.text(request)), null));
        }
    }

    @PostMapping("/waves/{id}/closing")
    String close(@PathVariable Wave.Id id, @Me Actor me, HttpServletResponse response) {
        waves.close(id, me);
        Toast.after(response, "needs.survey-closed", null);
        return "redirect:/waves/" + id;
    }

    @PostMapping("/waves/{id}/tally")
    String tally(@PathVariable Wave.Id id, @Me Actor me, HttpServletResponse response) {
        waves.tally(id, me);
        Toast.after(response, "needs.survey-tallied", null);
        return "redirect:/waves/" + id;
    }

    @PostMapping("/waves/{id}/publication")
    String publish(@PathVariable Wave.Id id, @Me Actor me, HttpServletResponse response) {
        waves.publish(id, me);
        Toast.after(response, "needs.survey-is-published", null);
        return "redirect:/waves/" + id;
    }

    @PostMapping("/waves/{id}/conclusion")
    ModelAndView conclude(
            @PathVariable Wave.Id id, @RequestParam(required = false) @Nullable String conclusion, @Me Actor me, HttpServletRequest request,
            HttpServletResponse response) {
        try {
            waves.conclude(id, conclusion, me);
            Toast.after(response, "needs.survey-concluded", null);
            return new ModelAndView("redirect:/waves/" + id);
        } catch (Invalid invalid) {
            return SurveyPages.wrong(page(id, me, SurveyPages.errors(invalid, languages.text(request)), conclusion));
        }
    }

    /** What was said in own words becomes voices, once. */
    @PostMapping("/waves/{id}/voices")
    String voice(@PathVariable Wave.Id id, @Me Actor me, HttpServletResponse response) {
        Toast.after(response, "needs.survey-voiced", null, voices.take(id, me));
        return "redirect:" + (voices.taken(id) ? "/voices/documents/" + WaveVoices.document(id) : "/waves/" + id);
    }

    /** They are made for this answer and kept nowhere: who needs them again makes new ones. */
    @PostMapping("/waves/{id}/links")
    ModelAndView hand(@PathVariable Wave.Id id, @RequestParam(required = false) @Nullable String count, @Me Actor me, HttpServletRequest request) {
        Survey.needWriter(me);
        var wave = wave(id);
        var t = languages.text(request);
        if (count == null || !count.matches("[1-9]\\d{0,3}") || Integer.parseInt(count) > MOST_LINKS) {
            return SurveyPages.wrong(page(id, me, Map.of("count", t.get("needs.survey-invalid.count", MOST_LINKS)), count));
        }
        var addresses = links.once(WaveQuestionnaire.KIND, id.toString(), Integer.parseInt(count)).stream().map(WavePages::address).toList();
        return new ModelAndView("needs/wavelinks", "page", new Handed(survey(wave.survey()), wave, addresses));
    }

    /** The steps in their order, for the picture of the way. */
    public static List<String> steps(Text t) {
        return Stream.of(Wave.State.values()).map(state -> t.get("needs.wave-state." + state.code())).toList();
    }
}
