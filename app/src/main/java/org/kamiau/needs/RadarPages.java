package org.kamiau.needs;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.ClockView;
import org.kamiau.calendar.Clocks;
import org.kamiau.customers.Account;
import org.kamiau.needs.trend.ChangeLead;
import org.kamiau.needs.trend.Series;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Directory;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Me;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.NavItem;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Text;
import org.kamiau.platform.alerts.Outcome;
import org.kamiau.platform.alerts.Precision;
import org.kamiau.platform.pieces.Toast;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The radar: their words first, the numbers second. */
@Controller
@Access.Members
public class RadarPages {

    private static final int QUOTES = 3;
    private static final int SHOWN = 12;
    private static final int MOST = 500;
    private static final int DECIDED = 20;
    private static final int SPARK_WEEKS = 16;
    private static final int LITTLE = 40;

    /** The page. {@code perWeek}: mentions in a week, on average of the last four; {@code more}: needs that are not shown. */
    public record Page(
            LocalDate asOf, LocalDate lastWeek, boolean kept, int perWeek, List<Shown> open, List<Line> lines, int more, List<Shown> decided, List<Watching> rules,
            List<ChangeLeads.Nomination> nominations, boolean cold, Map<MemberId, Directory.Person> people, boolean mayDecide) {

        /** Nobody has been heard in all these weeks. */
        public boolean silent() {
            return lines.stream().allMatch(line -> line.item().contrast().a() + line.item().contrast().b() == 0) && open.isEmpty();
        }

        public boolean few() {
            return perWeek < LITTLE;
        }

        public String name(@Nullable MemberId id) {
            var person = id == null ? null : people.get(id);
            return person == null ? "" : person.name();
        }
    }

    /** A signal with its words. */
    public record Shown(Signal signal, Need need, List<RadarQuotes.Quote> quotes, @Nullable ClockView clock, String by, Radar.@Nullable Item item) {

        /** In one sentence with its parts. */
        public List<String> why(Text t) {
            var parts = new ArrayList<String>();
            if (signal.rule() == Signal.Rule.SIGN) {
                parts.add(t.get("needs.radar-why-accounts", signal.accounts().size()));
                parts.add(t.get("needs.radar-why-leading", signal.leading()));
            } else if (item != null) {
                var contrast = item.contrast();
                parts.add(t.get("needs.radar-why-counts", contrast.a(), contrast.c(), contrast.b(), contrast.d()));
                parts.add(t.get("needs.radar-why-g2", t.number(item.g2(), 2)));
            }
            parts.add(t.get("needs.radar-why-day", t.date(signal.day())));
            return parts;
        }
    }

    /** A need in the table. */
    public record Line(Radar.Item item, Need need) {

        /** The last weeks; heights in percent of the highest. */
        public List<Bar> spark() {
            var weeks = item.series().weeks();
            var last = weeks.subList(Math.max(0, weeks.size() - SPARK_WEEKS), weeks.size());
            double most = Math.max(1, last.stream().mapToDouble(Series.Week::share).max().orElse(1));
            return last.stream().map(week -> new Bar(24 * week.share() / most, item.burstWeeks().contains(week.monday()))).toList();
        }
    }

    /** A week in the table. */
    public record Bar(double height, boolean burst) {}

    /** A rule and how often it was right. */
    public record Watching(Signal.Rule rule, Precision precision, boolean muted) {}

    /** One signal. */
    public record One(
            Shown shown, Precision precision, TrendChart chart, List<Trends.Leading> leading, boolean mayDecide, Map<String, String> errors,
            @Nullable String outcome, @Nullable String reason) {}

    private final Radar radar;
    private final Signals signals;
    private final Needs needs;
    private final Trends trends;
    private final TrendPanels charts;
    private final ChangeLeads leads;
    private final RadarQuotes quotes;
    private final Clocks clocks;
    private final Directory directory;
    private final Languages languages;

    RadarPages(
            Radar radar, Signals signals, Needs needs, Trends trends, TrendPanels charts, ChangeLeads leads, RadarQuotes quotes, Clocks clocks,
            Directory directory, Languages languages) {
        this.radar = radar;
        this.signals = signals;
        this.needs = needs;
        this.trends = trends;
        this.charts = charts;
        this.leads = leads;
        this.quotes = quotes;
        this.clocks = clocks;
        this.directory = directory;
        this.languages = languages;
    }

    @Bean
    static NavItem radarInNavigation() {
        return new NavItem(34, "needs.radar-nav", "/needs/radar", "activity", Set.of());
    }

    @GetMapping("/needs/radar")
    ModelAndView radar(@RequestParam(defaultValue = "false") boolean all, @Me Actor me) {
        var sweep = radar.at(trends.today());
        var latest = signals.latest(200);
        var states = sweep.items().stream().collect(Collectors.toMap(Radar.Item::need, Radar.Item::state));
        var open = latest.stream().filter(signal -> signal.open() || watched(signal, states.get(signal.need()))).toList();
        var decided = latest.stream().filter(signal -> !open.contains(signal)).limit(DECIDED).toList();
        var items = sweep.items().stream()
                .filter(item -> item.state().living())
                .sorted(Comparator.comparing((Radar.Item item) -> item.burstFrom() == null).thenComparing(item -> item.contrast().rising() ? -item.g2() : item.g2()))
                .limit(MOST)
                .toList();
        var shown = all ? items : items.subList(0, Math.min(SHOWN, items.size()));
        var nominations = leads.nominations();
        return new ModelAndView("needs/radar", "page", new Page(
                sweep.asOf(), sweep.monday().minusWeeks(1), sweep.kept(), perWeek(items), shown(open, sweep.items(), QUOTES), lines(shown), items.size() - shown.size(),
                shown(decided, sweep.items(), 0), watching(), nominations, leads.confirmed(trends.today()) < ChangeLead.ENOUGH_NEEDS,
                directory.people(nominations.stream().map(ChangeLeads.Nomination::by).toList()), Signal.mayClose(me)));
    }

    /** Taken up, and still no more than it said: it stays in sight until the need goes on or falls back. */
    private static boolean watched(Signal signal, Need.@Nullable State now) {
        var closing = signal.closing();
        return closing != null && closing.outcome() == Outcome.ACTED && now == signal.rule().state() && (now == Need.State.SIGN || now == Need.State.BURST);
    }

    private static int perWeek(List<Radar.Item> items) {
        return items.stream().findFirst().map(item -> item.contrast().c() / 4).orElse(0);
    }

    private List<Line> lines(List<Radar.Item> items) {
        var of = needs.find(items.stream().map(Radar.Item::need).toList());
        return items.stream().map(item -> new Line(item, Objects.requireNonNull(of.get(item.need())))).toList();
    }

    private List<Watching> watching() {
        return signals.rules().entrySet().stream().map(rule -> new Watching(rule.getKey(), signals.precision(rule.getKey()), rule.getValue())).toList();
    }

    /** Signals with up to so many quotes of who spoke, and what the radar counts of them. */
    List<Shown> shown(List<Signal> some, List<Radar.Item> items, int quoted) {
        var of = needs.find(some.stream().map(Signal::need).distinct().toList());
        var running = clocks.of(Needs.KIND, some.stream().map(signal -> signal.need().value()).distinct().toList());
        var names = directory.people(some.stream().flatMap(RadarPages::closer).distinct().toList());
        return some.stream()
                .map(signal -> new Shown(
                        signal, Objects.requireNonNull(of.get(signal.need())), quoted == 0 ? List.of() : quotes(signal, quoted),
                        signal.open() ? running.get(signal.need().value()) : null,
                        closer(signal).map(names::get).filter(Objects::nonNull).map(Directory.Person::name).findFirst().orElse(""),
                        items.stream().filter(item -> item.need().equals(signal.need())).findFirst().orElse(null)))
                .toList();
    }

    private static Stream<MemberId> closer(Signal signal) {
        var closing = signal.closing();
        return closing == null || closing.by() == null ? Stream.empty() : Stream.of(closing.by());
    }

    private List<RadarQuotes.Quote> quotes(Signal signal, int number) {
        return quotes.of(signal.need(), signal.accounts().stream().map(Account.Id::value).toList(), signal.raisedAt(), number);
    }

    @GetMapping("/needs/signals/{id}")
    ModelAndView signal(@PathVariable Signal.Id id, @Me Actor me) {
        return signal(id, me, Map.of(), null, null);
    }

    private ModelAndView signal(Signal.Id id, Actor me, Map<String, String> errors, @Nullable String outcome, @Nullable String reason) {
        var signal = signals.find(id);
        var items = radar.at(signal.day()).items();
        return new ModelAndView("needs/signal", "page", new One(
                shown(List.of(signal), items, 2 * QUOTES).getFirst(), signals.precision(signal.rule()), charts.chart(signal.need()),
                trends.leading(signal.need(), 8), signal.open() && Signal.mayClose(me), errors, outcome, reason));
    }

    @PostMapping("/needs/signals/{id}/outcome")
    ModelAndView close(
            @PathVariable Signal.Id id, @RequestParam(required = false) @Nullable String outcome, @RequestParam(required = false) @Nullable String reason,
            @Me Actor me, Locale locale, HttpServletResponse response) {
        if (!Signal.mayClose(me)) {
            throw new Refusal.NotAllowed();
        }
        var t = languages.text(locale);
        var errors = new TreeMap<String, String>();
        var chosen = Arrays.stream(Outcome.values()).filter(one -> one.code().equals(outcome)).findFirst();
        var said = Objects.requireNonNullElse(reason, "").strip();
        if (chosen.isEmpty()) {
            errors.put("outcome", t.get("platform.invalid.not-null"));
        }
        if (said.isEmpty() || said.length() > 1_000) {
            errors.put("reason", t.get(said.isEmpty() ? "platform.invalid.not-blank" : "platform.invalid.size"));
        }
        if (!errors.isEmpty()) {
            var page = signal(id, me, errors, outcome, said);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        signals.close(id, chosen.orElseThrow(), said, me);
        Toast.after(response, "needs.radar-done", null);
        return new ModelAndView("redirect:/needs/signals/" + id);
    }

    @PostMapping("/needs/rules/{rule}/release")
    String release(@PathVariable String rule, @RequestParam(required = false) @Nullable String reason, @Me Actor me) {
        var found = Arrays.stream(Signal.Rule.values()).filter(one -> one.code().equals(rule)).findFirst().orElseThrow(Refusal.NotFound::new);
        signals.release(found, Objects.requireNonNullElse(reason, ""), me);
        return "redirect:/needs/radar";
    }

    /** Names a customer as leading; from the customer's page. */
    @PostMapping("/needs/nominations/{account}")
    String nominate(
            @PathVariable UUID account, @RequestParam(required = false) @Nullable String reason, @RequestParam(required = false) @Nullable String withdraw,
            @Me Actor me) {
        if (withdraw == null) {
            leads.nominate(new Account.Id(account), Objects.requireNonNullElse(reason, ""), me);
        } else {
            leads.withdraw(new Account.Id(account), me);
        }
        return "redirect:/accounts/" + account;
    }
}
