package org.kamiau.reports;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kamiau.handoffs.Agreements;
import org.kamiau.handoffs.Promise;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Me;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What became of leads: by origin, by how fast sales was, and of those that were returned. */
@Controller
@Access.Members
class FatePages {

    /** Origins, best first. */
    public record Origins(FunnelPages.Form form, Period period, List<Origin> all, Map<String, String> names, int version) {}

    /** How fast sales was. */
    public record Speeding(FunnelPages.Form form, Speed speed, long agreed, long followUp, int version) {}

    /** Returns by reason and answer. */
    public record Returning(FunnelPages.Form form, Period period, List<Returns.Line> lines) {
        public long total() {
            return lines.stream().mapToLong(Returns.Line::total).sum();
        }

        public long waiting() {
            return lines.stream().mapToLong(line -> line.answers().getFirst()).sum();
        }
    }

    private final Funnels funnels;
    private final Speeds speeds;
    private final Returns returns;
    private final Names names;
    private final Agreements agreements;
    private final Languages languages;

    FatePages(Funnels funnels, Speeds speeds, Returns returns, Names names, Agreements agreements, Languages languages) {
        this.funnels = funnels;
        this.speeds = speeds;
        this.returns = returns;
        this.names = names;
        this.agreements = agreements;
        this.languages = languages;
    }

    /** A period that was asked for, with its form. */
    private record Asked(Period period, FunnelPages.Form form) {}

    private Asked asked(@Nullable String from, @Nullable String to, Locale locale) {
        var t = languages.text(locale);
        var question = new Question(funnels.today());
        var period = question.period(from, to);
        var months = period.months();
        return new Asked(period, FunnelPages.form(
                String.valueOf(period.month()), String.valueOf(months.getLast().month()), Dimension.MONTH, Step.MQL_SQL, List.of(),
                FunnelPages.errors(question, t), t));
    }

    @GetMapping("/funnel/origins")
    ModelAndView origins(
            @RequestParam(required = false) @Nullable String from, @RequestParam(required = false) @Nullable String to,
            @Me Actor me, Locale locale) {
        var asked = asked(from, to, locale);
        var funnel = funnels.read(asked.period(), Dimension.ORIGIN, me);
        var ranked = Origin.ranked(funnel);
        return FunnelPages.answered(
                new ModelAndView("reports/origins", "page", new Origins(
                        asked.form(), funnel.maturePeriod(), ranked,
                        names.of(Dimension.ORIGIN, ranked.stream().map(origin -> origin.line().key()).toList(), languages.text(locale)),
                        agreements.current().version())),
                asked.form().errors());
    }

    @GetMapping("/funnel/speed")
    ModelAndView speed(
            @RequestParam(required = false) @Nullable String from, @RequestParam(required = false) @Nullable String to, Locale locale) {
        var asked = asked(from, to, locale);
        var agreement = agreements.current();
        return FunnelPages.answered(
                new ModelAndView("reports/speed", "page", new Speeding(
                        asked.form(), speeds.read(asked.period()), agreement.time(Promise.HAND_RAISE).toMinutes(),
                        agreement.time(Promise.FOLLOW_UP).toMinutes(), agreement.version())),
                asked.form().errors());
    }

    @GetMapping("/funnel/returns")
    ModelAndView returned(
            @RequestParam(required = false) @Nullable String from, @RequestParam(required = false) @Nullable String to, Locale locale) {
        var asked = asked(from, to, locale);
        return FunnelPages.answered(
                new ModelAndView("reports/returns", "page", new Returning(asked.form(), asked.period(), returns.read(asked.period()))),
                asked.form().errors());
    }
}
