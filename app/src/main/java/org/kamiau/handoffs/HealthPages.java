package org.kamiau.handoffs;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.Calendars;
import org.kamiau.calendar.ClockView;
import org.kamiau.calendar.Clocks;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Card;
import org.kamiau.platform.Directory;
import org.kamiau.platform.Fragment;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Me;
import org.kamiau.platform.NavItem;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;
import org.kamiau.platform.Text;
import org.kamiau.platform.alerts.Outcome;
import org.kamiau.platform.alerts.Precision;
import org.kamiau.platform.pieces.Choice;
import org.kamiau.platform.pieces.Rate;
import org.kamiau.platform.pieces.Toast;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How well hand-overs go across every boundary, and what to do about the gaps. */
@Controller
@Access.Members
public class HealthPages {

    private static final int MONTHS = 6;

    /** The page of all boundaries. */
    public record Page(
            String period, List<Choice> periods, List<Crossing> crossings, List<String> months, List<Trend> trends, List<AlarmLine> open,
            List<AlarmLine> decided, List<Watching> detections, String lostPath, boolean mayDecide) {}

    /** A boundary with its parts, each opening its handoffs. */
    public record Crossing(Boundary boundary, Health health, Paths paths, List<Field> fields) {}

    /** Where the handoffs of each part are listed. */
    public record Paths(String all, String late, String incomplete, String reasked, String noShow, String completed) {}

    /** An agreed field: how often it was missing, how often asked again. */
    public record Field(String name, Rate missing, String missingPath, Rate reasked, String reaskedPath) {}

    /** A boundary month by month. */
    public record Trend(Boundary boundary, List<Month> months) {}

    /** A month's score; null while a part is unknown. */
    public record Month(@Nullable Double score, String tone, long n, String path) {}

    /** An alarm in a line; {@code clock} of the first head whose clock runs. */
    public record AlarmLine(Alarm alarm, @Nullable ClockView clock, String by) {

        public Alarm.@Nullable Closed closed() {
            return alarm instanceof Alarm.Closed closed ? closed : null;
        }
    }

    /** A detection and how often it was right. */
    public record Watching(String code, Precision precision, boolean muted) {}

    /** One alarm. */
    public record One(AlarmLine line, Health health, Paths paths, boolean mayDecide, Map<String, String> errors, @Nullable String outcome, @Nullable String reason) {}

    private final Healths healths;
    private final Alarms alarms;
    private final Clocks clocks;
    private final Calendars calendars;
    private final Directory directory;
    private final Languages languages;
    private final InstantSource clock;

    HealthPages(
            Healths healths, Alarms alarms, Clocks clocks, Calendars calendars, Directory directory, Languages languages, InstantSource clock) {
        this.healths = healths;
        this.alarms = alarms;
        this.clocks = clocks;
        this.calendars = calendars;
        this.directory = directory;
        this.languages = languages;
        this.clock = clock;
    }

    @Bean
    static NavItem handoffsInNavigation() {
        return new NavItem(55, "handoffs.nav.handoffs", "/handoffs", "arrows-exchange", Set.of());
    }

    /** @param month {@code 2026-10}, or nothing for the last 28 full days */
    @GetMapping("/handoffs")
    ModelAndView health(@RequestParam(required = false) @Nullable String month, @Me Actor me, Locale locale) {
        var t = languages.text(locale);
        var today = today();
        var last = YearMonth.from(today);
        var days = days(month, today);
        var health = healths.between(days.from(), days.to());
        var fields = healths.fields(days.from(), days.to());
        var months = healths.months(last.minusMonths(MONTHS - 1L), last);
        var all = lines(alarms.latest(50));
        return new ModelAndView("handoffs/health", "page", new Page(
                month == null ? "" : month, periods(months.keySet(), t),
                health.entrySet().stream().map(one -> crossing(one.getKey(), one.getValue(), days, fields.getOrDefault(one.getKey(), List.of()), t)).toList(),
                months.keySet().stream().map(one -> AgreementResults.said(one, t)).toList(),
                Arrays.stream(Boundary.values()).map(boundary -> trend(boundary, months)).toList(),
                all.stream().filter(line -> line.closed() == null).toList(),
                all.stream().filter(line -> line.closed() != null).toList(),
                alarms.detections().entrySet().stream().map(one -> new Watching(one.getKey(), alarms.precision(one.getKey()), one.getValue())).toList(),
                "/handoffs/list?view=lost", Alarm.mayClose(me)));
    }

    private LocalDate today() {
        return calendars.current().toLocal(clock.instant()).toLocalDate();
    }

    private static Days days(@Nullable String month, LocalDate today) {
        if (month == null) {
            return new Days(today.minusDays(Detection.DAYS), today.minusDays(1));
        }
        try {
            var one = YearMonth.parse(month);
            return new Days(one.atDay(1), one.atEndOfMonth());
        } catch (DateTimeParseException noMonth) {
            throw new Refusal.NotFound();
        }
    }

    private static List<Choice> periods(Set<YearMonth> months, Text t) {
        var periods = new ArrayList<Choice>();
        periods.add(new Choice("", t.get("handoffs.health.last-days", Detection.DAYS)));
        months.forEach(month -> periods.add(1, new Choice(month.toString(), AgreementResults.said(month, t))));
        return periods;
    }

    private static Crossing crossing(Boundary boundary, Health health, Days days, List<Healths.FieldCount> fields, Text t) {
        return new Crossing(
                boundary, health, paths(boundary, days),
                fields.stream()
                        .map(one -> new Field(
                                t.get("handoffs.field." + one.field()),
                                new Rate(one.missing(), one.packets(), true),
                                HandoffList.path(boundary, days.from(), days.to(), "missing.any-of." + one.field()),
                                new Rate(one.reasked(), one.held(), true),
                                HandoffList.path(boundary, days.from(), days.to(), "reasked.any-of." + one.field())))
                        .toList());
    }

    private static Paths paths(Boundary boundary, Days days) {
        return new Paths(
                HandoffList.path(boundary, days.from(), days.to()),
                HandoffList.path(boundary, days.from(), days.to(), "late.is.true"),
                HandoffList.path(boundary, days.from(), days.to(), "missing.filled"),
                HandoffList.path(boundary, days.from(), days.to(), "reasked.filled"),
                HandoffList.path(boundary, days.from(), days.to(), "completion.is.no_show"),
                HandoffList.path(boundary, days.from(), days.to(), "completion.filled"));
    }

    private static Trend trend(Boundary boundary, Map<YearMonth, Map<Boundary, Health>> months) {
        return new Trend(
                boundary,
                months.entrySet().stream()
                        .map(month -> {
                            var health = Objects.requireNonNull(month.getValue().get(boundary));
                            return new Month(
                                    health.score(), health.tone(), health.n(),
                                    HandoffList.path(boundary, month.getKey().atDay(1), month.getKey().atEndOfMonth()));
                        })
                        .toList());
    }

    private List<AlarmLine> lines(List<? extends Alarm> all) {
        var closers = all.stream().flatMap(alarm -> alarm instanceof Alarm.Closed closed ? java.util.stream.Stream.of(closed.by()) : java.util.stream.Stream.empty()).toList();
        var people = directory.people(closers);
        var running = clocks.of(Alarms.KIND, all.stream().map(alarm -> alarm.id().value()).toList());
        return all.stream()
                .map(alarm -> {
                    var by = alarm instanceof Alarm.Closed closed ? people.get(closed.by()) : null;
                    return new AlarmLine(alarm, running.get(alarm.id().value()), by == null ? "" : by.name());
                })
                .toList();
    }

    @GetMapping("/handoffs/alarms/{id}")
    ModelAndView alarm(@PathVariable Alarm.Id id, @Me Actor me) {
        return alarm(id, me, Map.of(), null, null);
    }

    private ModelAndView alarm(Alarm.Id id, Actor me, Map<String, String> errors, @Nullable String outcome, @Nullable String reason) {
        var line = lines(List.of(alarms.find(id))).getFirst();
        var finding = line.alarm().finding();
        return new ModelAndView("handoffs/alarm", "page", new One(
                line, Objects.requireNonNull(healths.between(finding.from(), finding.to()).get(finding.boundary())),
                paths(finding.boundary(), new Days(finding.from(), finding.to())), line.closed() == null && Alarm.mayClose(me), errors, outcome, reason));
    }

    @PostMapping("/handoffs/alarms/{id}/outcome")
    ModelAndView close(
            @PathVariable Alarm.Id id, @RequestParam(required = false) @Nullable String outcome, @RequestParam(required = false) @Nullable String reason,
            @Me Actor me, Locale locale, HttpServletResponse response) {
        if (!Alarm.mayClose(me)) {
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
            var page = alarm(id, me, errors, outcome, said);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        alarms.close(id, chosen.orElseThrow(), said, me);
        Toast.after(response, "handoffs.alarm.done", null);
        return new ModelAndView("redirect:/handoffs/alarms/" + id);
    }

    @PostMapping("/handoffs/detections/{code}/release")
    String release(@PathVariable String code, @RequestParam(required = false) @Nullable String reason, @Me Actor me) {
        alarms.release(code, Objects.requireNonNullElse(reason, "–"), me);
        return "redirect:/handoffs";
    }

    /** What stands on Today: the open alarms. */
    public record Gaps(List<AlarmLine> lines) {}

    @Bean
    Card openAlarms() {
        return new Card() {
            @Override
            public int order(Actor actor) {
                return 16;
            }

            @Override
            public Optional<Fragment> show(Actor actor) {
                if (!actor.is(Role.SALES_HEAD, Role.MKT_HEAD, Role.REVOPS, Role.EXEC)) {
                    return Optional.empty();
                }
                var open = alarms.open();
                return open.isEmpty() ? Optional.empty() : Optional.of(new Fragment("handoffs/gaps", new Gaps(lines(open))));
            }
        };
    }
}
