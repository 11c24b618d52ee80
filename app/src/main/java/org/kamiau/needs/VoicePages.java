package org.kamiau.needs;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.ClockView;
import org.kamiau.calendar.Clocks;
import org.kamiau.people.FunctionMap;
import org.kamiau.people.Task;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Function;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Me;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Text;
import org.kamiau.platform.api.Version;
import org.kamiau.platform.pieces.Choice;
import org.kamiau.platform.pieces.Toast;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A voice's page, and what people do there. */
@Controller
@Access.Members
class VoicePages {

    /**
     * The record page.
     *
     * @param highlighted the words, with the needs that are not rejected by their numbers
     * @param shown those needs, in the order of their numbers
     */
    public record Page(
            VoiceDetails.Detail detail, Highlighted highlighted, List<VoiceDetails.Carried> shown, List<VoiceDetails.Carried> rejected,
            List<Choice> others, @Nullable ClockView clock, boolean mayWrite, boolean mayCorrect, boolean mayAnswer, boolean mayJudge,
            List<Choice> confidences) {}

    /** A text with an optional choice beside it. */
    record TextForm(@NotBlank @Size(max = 4000) @Nullable String text) {}

    private final VoiceDetails details;
    private final Voices voices;
    private final Questions questions;
    private final Needs needs;
    private final Clocks clocks;
    private final FunctionMap functions;
    private final Languages languages;
    private final java.time.InstantSource time;

    VoicePages(
            VoiceDetails details, Voices voices, Questions questions, Needs needs, Clocks clocks, FunctionMap functions, Languages languages,
            java.time.InstantSource time) {
        this.details = details;
        this.voices = voices;
        this.questions = questions;
        this.needs = needs;
        this.clocks = clocks;
        this.functions = functions;
        this.languages = languages;
        this.time = time;
    }

    @GetMapping("/voices/{id}")
    ModelAndView one(@PathVariable Voice.Id id, @Me Actor me, Locale locale) {
        return new ModelAndView("needs/voice", "page", page(id, me, languages.text(locale)));
    }

    private Page page(Voice.Id id, Actor me, Text t) {
        var detail = details.find(id, me).orElseThrow(Refusal.NotFound::new);
        var shown = detail.needs().stream().filter(one -> one.standing() != VoiceDetails.Standing.REJECTED).toList();
        var rejected = detail.needs().stream().filter(one -> one.standing() == VoiceDetails.Standing.REJECTED).toList();
        var question = detail.question();
        var research = functions.assignment(Task.RESEARCH).function();
        return new Page(
                detail,
                Highlighted.of(detail.voice().raw(), shown.stream().map(VoiceDetails.Carried::spans).toList()),
                shown, rejected, others(detail, t),
                clocks.of(Voice.ref(id)).stream().filter(ClockView::running).findFirst().orElse(null),
                !me.readsOnly(),
                detail.voice().open(time.instant()) && voices.mayCorrect(detail.voice(), me),
                question != null && question.state() == Question.State.OPEN
                        && question.answerableBy(me, research == null ? Function.MARKETING : research),
                question != null && question.state() == Question.State.ANSWERED && question.judgeableBy(me),
                confidences(t));
    }

    static List<Choice> confidences(Text t) {
        return java.util.Arrays.stream(Voice.Confidence.values())
                .map(one -> new Choice(one.code(), t.get("needs.voice-confidence." + one.code())))
                .toList();
    }

    /** Needs that may be named by hand. */
    private List<Choice> others(VoiceDetails.Detail detail, Text t) {
        var there = detail.needs().stream().map(VoiceDetails.Carried::need).toList();
        return needs.living().stream()
                .filter(need -> !there.contains(need.id()))
                .map(need -> new Choice(need.id().toString(), need.title().in(t)))
                .toList();
    }

    /** One tap: this need, yes or no; answers with the part of the page that shows needs and words. */
    @PostMapping("/voices/{id}/decision")
    ModelAndView decide(
            @PathVariable Voice.Id id, @RequestParam(required = false) @Nullable String need,
            @RequestParam(required = false) @Nullable String as, @Me Actor me, Locale locale,
            @org.springframework.web.bind.annotation.RequestHeader(name = "HX-Request", required = false) @Nullable String fragment) {
        var named = List.of(need(need));
        var rejected = "rejected".equals(as);
        voices.decide(id, rejected ? List.of() : named, rejected ? named : List.of(), me);
        return fragment == null
                ? back(id)
                : new ModelAndView("needs/voicewords", "page", page(id, me, languages.text(locale)));
    }

    private static Need.Id need(@Nullable String text) {
        try {
            return Need.Id.of(Objects.requireNonNullElse(text, ""));
        } catch (IllegalArgumentException noId) {
            throw new org.kamiau.platform.Invalid("need", "needs.need-unknown");
        }
    }

    @PostMapping("/voices/{id}/notes")
    ModelAndView note(@PathVariable Voice.Id id, @Valid TextForm form, @Me Actor me, HttpServletResponse response) {
        voices.note(id, Objects.requireNonNull(form.text()), me);
        Toast.after(response, "needs.voice-noted", null);
        return back(id);
    }

    @PostMapping("/voices/{id}/motive")
    ModelAndView interpret(
            @PathVariable Voice.Id id, @RequestParam(required = false) @Nullable String motive,
            @RequestParam(required = false) Voice.@Nullable Confidence confidence, @Me Actor me, HttpServletResponse response) {
        if (motive == null || motive.length() > VoiceCheck.LONGEST_MOTIVE) {
            throw motive == null
                    ? new org.kamiau.platform.Invalid("motive", "platform.invalid.not-null")
                    : new org.kamiau.platform.Invalid("motive", "needs.voice-too-long", VoiceCheck.LONGEST_MOTIVE);
        }
        voices.interpret(id, motive, confidence == null ? Voice.Confidence.MEDIUM : confidence, me);
        Toast.after(response, "needs.voice-interpreted", null);
        return back(id);
    }

    @PostMapping("/voices/{id}/correction")
    ModelAndView correct(
            @PathVariable Voice.Id id, @RequestParam(required = false) @Nullable String raw,
            @RequestParam(required = false) @Nullable Integer version, @Me Actor me, HttpServletResponse response) {
        voices.correct(id, Version.of(version == null ? 0 : version), Objects.requireNonNullElse(raw, ""), me);
        Toast.after(response, "needs.voice-corrected", null);
        return back(id);
    }

    @PostMapping("/voices/{id}/answer")
    ModelAndView answer(@PathVariable Voice.Id id, @Valid TextForm form, @Me Actor me, HttpServletResponse response) {
        questions.answer(id, Objects.requireNonNull(form.text()), me);
        Toast.after(response, "needs.question-answered", null);
        return back(id);
    }

    /** 納得, or 再質問 with what is still open. */
    @PostMapping("/voices/{id}/verdict")
    ModelAndView judge(
            @PathVariable Voice.Id id, @RequestParam(required = false) @Nullable String verdict,
            @RequestParam(required = false) @Nullable String text, @Me Actor me, HttpServletResponse response) {
        if (text != null && text.length() > 4000) {
            throw new org.kamiau.platform.Invalid("text", "needs.voice-too-long", 4000);
        }
        if ("again".equals(verdict)) {
            if (text == null) {
                throw new org.kamiau.platform.Invalid("text", "needs.question-what");
            }
            questions.askAgain(id, text, me);
            Toast.after(response, "needs.question-again-sent", null);
        } else {
            questions.settle(id, text, me);
            Toast.after(response, "needs.question-settled-now", null);
        }
        return back(id);
    }

    private static ModelAndView back(Voice.Id id) {
        return new ModelAndView("redirect:/voices/" + id);
    }
}
