package org.kamiau.diagnoses;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Function;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Me;
import org.kamiau.platform.NavItem;
import org.kamiau.platform.Side;
import org.kamiau.platform.answers.AnswerLinks;
import org.kamiau.platform.pieces.Toast;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The diagnosis as a page: what is asked now, one picture of the result, the trend. */
@Controller
@Access.Members
public class DiagnosisPages {

    private static final int MOST_LINKS = 500;

    /** All rounds, with what the form that opens another one holds. */
    public record ListPage(
            List<Diagnoses.Seen> rounds, DiagnosisTrend trend, boolean mayAsk, @Nullable String name, @Nullable String closesOn, Map<String, String> errors) {

        public boolean anyOpen() {
            return rounds.stream().anyMatch(Diagnoses.Seen::open);
        }
    }

    /**
     * One round.
     *
     * @param addresses where each side answers; empty once it has ended
     * @param mine where this reader's side answers
     */
    public record Page(
            Diagnoses.Seen seen, DiagnosisTrend trend, Map<Side, String> addresses, @Nullable String mine, boolean mayAsk, Map<String, String> errors) {}

    /** Links for one person each, shown this once. */
    public record Handed(Round round, Side side, List<String> addresses) {}

    private final Diagnoses diagnoses;
    private final AnswerLinks links;
    private final Languages languages;

    DiagnosisPages(Diagnoses diagnoses, AnswerLinks links, Languages languages) {
        this.diagnoses = diagnoses;
        this.links = links;
        this.languages = languages;
    }

    @Bean
    static NavItem diagnosesInNavigation() {
        return new NavItem(65, "diagnoses.title", "/diagnoses", "scale", Set.of());
    }

    @GetMapping("/diagnoses")
    ModelAndView list(@Me Actor me) {
        return list(me, null, null, Map.of());
    }

    private ModelAndView list(Actor me, @Nullable String name, @Nullable String closesOn, Map<String, String> errors) {
        var rounds = diagnoses.all();
        return new ModelAndView(
                "diagnoses/list", "page", new ListPage(rounds, DiagnosisTrend.of(rounds), Round.mayAsk(me), name, closesOn, errors));
    }

    @PostMapping("/diagnoses")
    ModelAndView open(
            @RequestParam(required = false) @Nullable String name, @RequestParam(required = false) @Nullable String closesOn, @Me Actor me,
            HttpServletRequest request, HttpServletResponse response) {
        try {
            var round = diagnoses.open(name, day(closesOn), me);
            Toast.after(response, "diagnoses.opened", null);
            return new ModelAndView("redirect:/diagnoses/" + round.id());
        } catch (Invalid invalid) {
            var t = languages.text(request);
            var errors = new TreeMap<String, String>();
            invalid.fields().forEach(fault -> errors.putIfAbsent(fault.field(), t.get(fault.code(), fault.arguments().toArray())));
            return wrong(list(me, name, closesOn, errors));
        }
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text.replace('/', '-'));
        } catch (DateTimeParseException noDate) {
            return null;
        }
    }

    private static ModelAndView wrong(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    @GetMapping("/diagnoses/{id}")
    ModelAndView one(@PathVariable Round.Id id, @Me Actor me) {
        return one(id, me, Map.of());
    }

    private ModelAndView one(Round.Id id, Actor me, Map<String, String> errors) {
        var seen = diagnoses.find(id);
        var addresses = new EnumMap<Side, String>(Side.class);
        if (seen.open()) {
            Round.SIDES.forEach(side -> addresses.put(side, address(links.shared(DiagnosisSheets.KIND, DiagnosisSheets.key(id, side)))));
        }
        var trend = DiagnosisTrend.of(diagnoses.all());
        return new ModelAndView(
                "diagnoses/page", "page", new Page(seen, trend, addresses, addresses.get(sideOf(me)), Round.mayAsk(me), errors));
    }

    /** By the work that somebody does; whoever does work of neither side asks, and does not answer. */
    private static Side sideOf(Actor me) {
        if (me.does(Function.MARKETING)) {
            return Side.MARKETING;
        }
        return me.functions().stream().map(Function::side).filter(side -> side != Side.COMPANY).sorted().findFirst().orElse(Side.COMPANY);
    }

    private static String address(String path) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
    }

    @PostMapping("/diagnoses/{id}/closing")
    String close(@PathVariable Round.Id id, @Me Actor me, HttpServletResponse response) {
        diagnoses.close(id, me);
        Toast.after(response, "diagnoses.is-closed", null);
        return "redirect:/diagnoses/" + id;
    }

    /** They are made for this answer and kept nowhere. */
    @PostMapping("/diagnoses/{id}/links")
    ModelAndView hand(
            @PathVariable Round.Id id, @RequestParam(required = false) @Nullable String side, @RequestParam(required = false) @Nullable String count,
            @Me Actor me, HttpServletRequest request) {
        Round.needAsker(me);
        var round = diagnoses.find(id).round();
        var t = languages.text(request);
        if (count == null || !count.matches("[1-9]\\d{0,2}") || Integer.parseInt(count) > MOST_LINKS) {
            return wrong(one(id, me, Map.of("count", t.get("diagnoses.invalid.count", MOST_LINKS))));
        }
        var whose = Round.side(side == null ? "" : side);
        var addresses = links.once(DiagnosisSheets.KIND, DiagnosisSheets.key(id, whose), Integer.parseInt(count)).stream()
                .map(DiagnosisPages::address)
                .toList();
        return new ModelAndView("diagnoses/links", "page", new Handed(round, whose, addresses));
    }
}
