package org.kamiau.reports;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kamiau.handoffs.Agreements;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Me;
import org.kamiau.platform.NavItem;
import org.kamiau.platform.Text;
import org.kamiau.platform.pieces.Choice;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The funnel in one picture, and what changed in it. */
@Controller
@Access.Members
class FunnelPages {

    /** What was asked for, as it stands in the form, and what is wrong with it. */
    public record Form(String from, String to, String by, String rate, List<Choice> choices, List<Choice> rates, Map<String, String> errors) {}

    /**
     * A line of the table.
     *
     * @param mature the same line from mature months alone, which rates are read from; null when it has none
     */
    public record Row(String name, Funnel.Line line, Funnel.@Nullable Line mature) {}

    /** What the agreement in force promises a month, and what the last mature month brought. */
    public record Goal(YearMonth month, int version, int mql, int sql, Counts counts) {
        public long mqlPercent() {
            return mql == 0 ? 0 : Math.round(100.0 * counts.mqls() / mql);
        }

        public long sqlPercent() {
            return sql == 0 ? 0 : Math.round(100.0 * counts.sqls() / sql);
        }
    }

    /** The funnel page. */
    public record Page(Form form, Funnel funnel, List<Row> rows, Funnel months, Goal goal, ChangePage change) {}

    /** A comparison with how fast sales was in both months: said beside it, at the same time. */
    public record ChangePage(Form form, Change change, Speed.Stretch before, Speed.Stretch after) {}

    private final Funnels funnels;
    private final Changes changes;
    private final Speeds speeds;
    private final Names names;
    private final Agreements agreements;
    private final Languages languages;

    FunnelPages(Funnels funnels, Changes changes, Speeds speeds, Names names, Agreements agreements, Languages languages) {
        this.funnels = funnels;
        this.changes = changes;
        this.speeds = speeds;
        this.names = names;
        this.agreements = agreements;
        this.languages = languages;
    }

    @Bean
    static NavItem funnelInNavigation() {
        return new NavItem(60, "reports.title", "/funnel", "filter", Set.of());
    }

    @GetMapping("/funnel")
    ModelAndView funnel(
            @RequestParam(required = false) @Nullable String from, @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String by, @Me Actor me, Locale locale) {
        var t = languages.text(locale);
        var question = new Question(funnels.today());
        var period = question.period(from, to);
        var dimension = question.dimension(by, Dimension.MONTH, Dimension.OFFERED);
        var errors = errors(question, t);
        var funnel = funnels.read(period, dimension, me);
        var months = dimension == Dimension.MONTH ? funnel : funnels.read(period, Dimension.MONTH, me);
        var last = changes.lastMature();
        var change = compared(Step.MQL_SQL, last.minusMonths(3), last, Dimension.TARGET, me, t, Map.of());
        var page = new ModelAndView("reports/page", "page", new Page(
                form(months(period, false), months(period, true), dimension, Step.MQL_SQL, Dimension.OFFERED, errors, t),
                funnel, rows(funnel, t), months, goal(last, me), change));
        return answered(page, errors);
    }

    private static String months(Period period, boolean last) {
        return String.valueOf(last ? period.months().getLast().month() : period.month());
    }

    static ModelAndView answered(ModelAndView page, Map<String, String> errors) {
        if (!errors.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    /** The page shows what can be used, and beside each field what cannot. */
    static Map<String, String> errors(Question question, Text t) {
        var errors = new HashMap<String, String>();
        try {
            question.raise();
        } catch (Invalid invalid) {
            invalid.fields().forEach(field -> errors.put(field.field(), t.get(field.code(), field.arguments().toArray())));
        }
        return errors;
    }

    static Form form(
            String from, String to, Dimension by, Step rate, List<Dimension> offered, Map<String, String> errors, Text t) {
        return new Form(
                from, to, by.code(), rate.code(),
                offered.stream().map(one -> new Choice(one.code(), t.get("reports.by." + one.code()))).toList(),
                List.of(Step.values()).stream().map(one -> new Choice(one.code(), t.get("reports.rate." + one.code()))).toList(),
                errors);
    }

    private List<Row> rows(Funnel funnel, Text t) {
        var lines = funnel.lines();
        var named = names.of(funnel.by(), lines.stream().map(Funnel.Line::key).toList(), t);
        var mature = funnel.by() == Dimension.MONTH
                ? lines.stream().collect(Collectors.toMap(Funnel.Line::key, Function.identity()))
                : funnel.matureLines().stream().collect(Collectors.toMap(Funnel.Line::key, Function.identity()));
        return lines.stream().map(line -> new Row(String.valueOf(named.get(line.key())), line, mature.get(line.key()))).toList();
    }

    private Goal goal(YearMonth month, Actor me) {
        var agreement = agreements.current();
        var counts = funnels.read(Period.of(month), Dimension.MONTH, me).total().counts();
        return new Goal(month, agreement.version(), agreement.delivery().mql(), agreement.delivery().sql(), counts);
    }

    @GetMapping("/funnel/decomposition")
    ModelAndView decomposition(
            @RequestParam(required = false) @Nullable String rate, @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to, @RequestParam(required = false) @Nullable String by,
            @Me Actor me, Locale locale) {
        var t = languages.text(locale);
        var question = new Question(funnels.today());
        var step = question.step(rate);
        var last = question.month("to", to, changes.lastMature());
        var first = question.month("from", from, last.minusMonths(3));
        var dimension = question.dimension(by, Dimension.TARGET, Dimension.GROUPS);
        question.order(first, last);
        var errors = errors(question, t);
        return answered(new ModelAndView("reports/decomposition", "page", compared(step, first, last, dimension, me, t, errors)), errors);
    }

    private ChangePage compared(
            Step step, YearMonth from, YearMonth to, Dimension by, Actor me, Text t, Map<String, String> errors) {
        return new ChangePage(
                form(from.toString(), to.toString(), by, step, Dimension.GROUPS, errors, t),
                changes.between(step, from, to, by, me, t),
                speeds.whole(Period.of(from)),
                speeds.whole(Period.of(to)));
    }
}
