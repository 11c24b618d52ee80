package org.kamiau.needs;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.ClockView;
import org.kamiau.calendar.Clocks;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Me;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Text;
import org.kamiau.platform.pieces.Choice;
import org.kamiau.platform.pieces.Toast;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Whom sellers talk to about a need: those who spoke first, to verify, and those who have not, to be first. */
@Controller
@Access.Members
public class ApproachPages {

    private static final int QUOTES = 4;

    /** A hearing: what was said, what to ask, and the answer. */
    public record Page(
            TrendPanels.Asked asked, Need need, List<RadarQuotes.Quote> quotes, @Nullable ClockView clock, boolean mayAnswer, Map<String, String> errors,
            @Nullable String finding, @Nullable String words) {}

    private final Hearings hearings;
    private final Approaches approaches;
    private final Needs needs;
    private final TrendPanels panels;
    private final RadarQuotes quotes;
    private final Clocks clocks;
    private final Languages languages;

    ApproachPages(
            Hearings hearings, Approaches approaches, Needs needs, TrendPanels panels, RadarQuotes quotes, Clocks clocks, Languages languages) {
        this.hearings = hearings;
        this.approaches = approaches;
        this.needs = needs;
        this.panels = panels;
        this.quotes = quotes;
        this.clocks = clocks;
        this.languages = languages;
    }

    /** Marketing says what to say; it goes to every seller with such customers. */
    @PostMapping("/needs/{id}/approaches")
    String suggest(@PathVariable Need.Id id, @RequestParam(required = false) @Nullable String words, @Me Actor me, HttpServletResponse response) {
        Toast.after(response, "needs.radar-approaches-saved", null, approaches.suggest(id, Objects.requireNonNullElse(words, ""), me));
        return "redirect:/needs/" + id;
    }

    @PostMapping("/needs/approaches/{id}/outcome")
    String answer(
            @PathVariable Approach.Id id, @RequestParam(required = false) @Nullable String outcome, @RequestParam(required = false) @Nullable String note,
            @Me Actor me, HttpServletResponse response) {
        var chosen = Arrays.stream(Approach.Outcome.values()).filter(one -> one.code().equals(outcome)).findFirst().orElseThrow(Refusal.NotFound::new);
        var after = approaches.answer(id, chosen, note, me);
        Toast.after(response, "needs.radar-approach.saved", null);
        return "redirect:/needs/" + after.need();
    }

    @GetMapping("/needs/hearings/{id}")
    ModelAndView hearing(@PathVariable Hearing.Id id, @Me Actor me) {
        return hearing(id, me, Map.of(), null, null);
    }

    private ModelAndView hearing(Hearing.Id id, Actor me, Map<String, String> errors, @Nullable String finding, @Nullable String words) {
        var hearing = hearings.find(id);
        return new ModelAndView("needs/hearing", "page", new Page(
                panels.asked(List.of(hearing)).getFirst(), needs.find(hearing.need()),
                quotes.of(hearing.need(), List.of(hearing.account().value()), later(), QUOTES), clocks.of(Hearings.KIND, List.of(id.value())).get(id.value()),
                hearing.mayAnswer(me), errors, finding, words));
    }

    private static Instant later() {
        return Instant.parse("9999-01-01T00:00:00Z");
    }

    /** The findings with what each means, for the form. */
    public static List<Choice> findings(Text t) {
        return Hearings.findings().stream()
                .map(one -> new Choice(one.code(), t.get("needs.radar-finding." + one.code()), t.get("needs.radar-finding." + one.code() + "-meaning")))
                .toList();
    }

    @PostMapping("/needs/hearings/{id}/answer")
    ModelAndView answer(
            @PathVariable Hearing.Id id, @RequestParam(required = false) @Nullable String finding, @RequestParam(required = false) @Nullable String words,
            @Me Actor me, Locale locale, HttpServletResponse response) {
        var t = languages.text(locale);
        var errors = new TreeMap<String, String>();
        var chosen = Hearings.findings().stream().filter(one -> one.code().equals(finding)).findFirst();
        var said = Objects.requireNonNullElse(words, "").strip();
        if (chosen.isEmpty()) {
            errors.put("finding", t.get("platform.invalid.not-null"));
        }
        if (said.isEmpty() || said.length() > 4_000) {
            errors.put("words", t.get(said.isEmpty() ? "platform.invalid.not-blank" : "platform.invalid.size"));
        }
        if (!errors.isEmpty()) {
            var page = hearing(id, me, errors, finding, said);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        hearings.answer(id, chosen.orElseThrow(), said, me);
        Toast.after(response, "needs.radar-hearing.saved", null);
        return new ModelAndView("redirect:/needs/hearings/" + id);
    }
}
