package org.kamiau.needs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kamiau.calendar.Calendars;
import org.kamiau.customers.Account;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Side;
import org.kamiau.platform.Text;
import org.kamiau.platform.demo.Scene;
import org.kamiau.platform.pieces.Choice;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * "Sixty days before the survey": plays on the page of the need that rose in spring. First what three customers said,
 * then the curve, then with which customers of one's own to talk now about what begins to rise the same way.
 */
@Component
@Transactional(readOnly = true)
class RadarScene implements Scene {

    private static final int QUOTES = 3;

    /** So many names of customers fit on a phone. */
    private static final int MOST_NAMES = 3;

    private final NeedRows needs;
    private final Signals signals;
    private final RadarQuotes quotes;
    private final SurveyEvidence surveys;
    private final Trends trends;
    private final Calendars calendars;

    RadarScene(NeedRows needs, Signals signals, RadarQuotes quotes, SurveyEvidence surveys, Trends trends, Calendars calendars) {
        this.needs = needs;
        this.signals = signals;
        this.quotes = quotes;
        this.surveys = surveys;
        this.trends = trends;
        this.calendars = calendars;
    }

    /** What the records tell of the need that was seen early. */
    private record Past(Need need, Signal sign, Signal burst, SurveyEvidence.Dot before, SurveyEvidence.Dot survey) {}

    @Override
    public String key() {
        return "radar";
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public Optional<String> address() {
        return past().map(past -> "/needs/" + past.need().id());
    }

    private Optional<Past> past() {
        return needs.withCode(DemoWeeks.AUDIT).flatMap(need -> {
            var told = signals.of(need.id());
            var sign = first(told, Signal.Rule.SIGN);
            var burst = first(told, Signal.Rule.BURST);
            var dots = surveys.of(need.id());
            for (int i = 1; i < dots.size(); i++) {
                if (dots.get(i).rose() && sign.isPresent() && burst.isPresent()) {
                    return Optional.of(new Past(need, sign.get(), burst.get(), dots.get(i - 1), dots.get(i)));
                }
            }
            return Optional.empty();
        });
    }

    private static Optional<Signal> first(List<Signal> newestFirst, Signal.Rule rule) {
        return newestFirst.reversed().stream().filter(signal -> signal.rule() == rule).findFirst();
    }

    private long days(LocalDate from, SurveyEvidence.Dot survey) {
        return ChronoUnit.DAYS.between(from, day(survey.publishedAt()));
    }

    private LocalDate day(Instant moment) {
        return calendars.current().toLocal(moment).toLocalDate();
    }

    @Override
    public Setting setting(Actor visitor, Text t) {
        var past = past().orElseThrow(Refusal.NotFound::new);
        var sign = past.sign();
        var said = quotes.of(past.need().id(), sign.accounts().stream().map(Account.Id::value).toList(), sign.raisedAt(), QUOTES).stream()
                .map(quote -> t.get("needs.radar-scene.quote", t.date(quote.at()), quote.company(), quote.marked().isEmpty() ? quote.before() + quote.after() : quote.marked()))
                .collect(Collectors.joining(" "));
        return new Setting(
                t.get("needs.radar-scene.title", days(past.burst().day(), past.survey())),
                t.get("needs.radar-scene.situation", t.date(sign.day()), said),
                t.get("needs.radar-scene.question"),
                List.of(choice("talk", t), choice("curve", t), choice("survey", t)));
    }

    private static Choice choice(String value, Text t) {
        return new Choice(value, t.get("needs.radar-scene.choice." + value));
    }

    @Override
    public Finding finding(String choice, Actor visitor, Text t) {
        var past = past().orElseThrow(Refusal.NotFound::new);
        var survey = past.survey();
        var points = new ArrayList<Point>();
        points.add(new Point(
                Side.SALES, t.get("needs.radar-scene.field", t.date(past.sign().day()), past.sign().accounts().size(), past.sign().leading()),
                "/needs/signals/" + past.sign().id()));
        points.add(new Point(
                Side.MARKETING,
                t.get("needs.radar-scene.survey",
                        t.date(survey.publishedAt()), Math.round(100 * past.before().estimate().share()), Math.round(100 * survey.estimate().share()),
                        survey.estimate().n()),
                "/waves/" + survey.wave()));
        var links = new ArrayList<Link>();
        rising().ifPresent(signal -> {
            points.add(mine(signal, visitor, t));
            links.add(new Link(t.get("needs.radar-scene.to-rising"), "/needs/" + signal.need()));
        });
        links.add(new Link(t.get("needs.radar-scene.to-radar"), "/needs/radar"));
        return new Finding(
                t.get("needs.radar-scene.found." + choice, t.date(past.burst().day()), days(past.burst().day(), survey), days(past.sign().day(), survey)),
                points, links, false);
    }

    /** The latest sign of a need that still is no more than one. */
    private Optional<Signal> rising() {
        return signals.latest(50).stream()
                .filter(signal -> signal.rule() == Signal.Rule.SIGN)
                .filter(signal -> needs.find(List.of(signal.need())).stream().anyMatch(need -> need.standing().state() == Need.State.SIGN))
                .findFirst();
    }

    /** The visitor's own among those that spoke; for who has none of them, all that lead. */
    private Point mine(Signal signal, Actor visitor, Text t) {
        var title = needs.find(List.of(signal.need())).getFirst().title().in(t);
        var leading = trends.leading(signal.need(), 50);
        var own = leading.stream().filter(one -> one.owner() != null && one.owner().equals(visitor.member())).toList();
        var names = (own.isEmpty() ? leading.stream().filter(one -> one.lead().leads()).toList() : own).stream()
                .limit(MOST_NAMES)
                .map(Trends.Leading::name)
                .collect(Collectors.joining("、"));
        return new Point(
                Side.SALES, t.get(own.isEmpty() ? "needs.radar-scene.theirs" : "needs.radar-scene.yours", t.date(signal.day()), title, names),
                "/needs/" + signal.need());
    }
}
