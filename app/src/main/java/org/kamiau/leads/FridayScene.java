package org.kamiau.leads;

import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.kamiau.calendar.BusinessTime;
import org.kamiau.calendar.Calendars;
import org.kamiau.calendar.ClockView;
import org.kamiau.calendar.Clocks;
import org.kamiau.calendar.Mark;
import org.kamiau.handoffs.Handoff;
import org.kamiau.handoffs.Handoffs;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Directory;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Side;
import org.kamiau.platform.Text;
import org.kamiau.platform.demo.Scene;
import org.kamiau.platform.notices.Notices;
import org.kamiau.platform.pieces.Choice;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The request that came on Friday at 17:52, before a long weekend: plays on its lead's page, with its running clock. */
@Component
@Transactional(readOnly = true)
class FridayScene implements Scene {

    private final DSLContext sql;
    private final LeadDetails details;
    private final Clocks clocks;
    private final Calendars calendars;
    private final Notices notices;
    private final Directory directory;

    FridayScene(DSLContext sql, LeadDetails details, Clocks clocks, Calendars calendars, Notices notices, Directory directory) {
        this.sql = sql;
        this.details = details;
        this.clocks = clocks;
        this.calendars = calendars;
        this.notices = notices;
        this.directory = directory;
    }

    @Override
    public String key() {
        return "friday";
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public Optional<String> address() {
        return lead().map(id -> "/leads/" + id);
    }

    /** By what was written and when; leads may have been merged since. */
    private Optional<Lead.Id> lead() {
        return sql.resultQuery(
                        "select lead_id from leads.touch where occurred_at = {0} and message = {1} limit 1",
                        val(DemoYear.STORY_INQUIRY), val(DemoWords.STORY_INQUIRY))
                .fetchOptional(row -> new Lead.Id(row.get(0, UUID.class)));
    }

    /** The lead and the answer that was promised about it first. */
    private record Scenery(LeadDetail lead, Handoff handoff, ClockView clock) {}

    private Scenery scenery(Actor visitor) {
        var lead = lead().flatMap(id -> details.find(id, visitor)).orElseThrow(Refusal.NotFound::new);
        var handoff = lead.handoffs().stream().filter(one -> one.terms().dueAt() != null).findFirst().orElseThrow(Refusal.NotFound::new);
        var clock = clocks.of(new RecordRef(Handoffs.KIND, handoff.id().value())).stream().findFirst().orElseThrow(Refusal.NotFound::new);
        return new Scenery(lead, handoff, clock);
    }

    @Override
    public Setting setting(Actor visitor, Text t) {
        var scenery = scenery(visitor);
        var terms = scenery.handoff().terms();
        var asked = scenery.lead().responses().stream()
                .filter(response -> response.at().equals(DemoYear.STORY_INQUIRY))
                .findFirst()
                .map(response -> t.get("leads.kind." + response.kind().code()))
                .orElse("");
        return new Setting(
                t.get("leads.scene.title", t.day(DemoYear.STORY_INQUIRY), t.time(DemoYear.STORY_INQUIRY), asked),
                t.get("leads.scene.situation",
                        String.valueOf(scenery.lead().accountName()), scenery.clock().allowance(), t.day(scenery.clock().dueAt()),
                        t.time(scenery.clock().dueAt()), t.get("platform.function." + terms.boundary().to().code()), scenery.lead().name(terms.to())),
                t.get(terms.mayAnswer(visitor) ? "leads.scene.question" : "leads.scene.question-other"),
                List.of(choice("accept", t), choice("return", t), choice("wait", t)));
    }

    private static Choice choice(String value, Text t) {
        return new Choice(value, t.get("leads.scene.choice." + value));
    }

    @Override
    public Finding finding(String choice, Actor visitor, Text t) {
        var scenery = scenery(visitor);
        var open = scenery.handoff() instanceof Handoff.Offered;
        var links = new ArrayList<Link>();
        links.add(new Link(t.get("leads.scene.both-sides"), "/demo/side-by-side/lead/" + scenery.lead().id()));
        links.add(new Link(t.get("leads.scene.notices"), "/notifications"));
        return new Finding(said(scenery, choice, visitor, t), marks(scenery, t), links, open);
    }

    private static String said(Scenery scenery, String choice, Actor visitor, Text t) {
        var terms = scenery.handoff().terms();
        return switch (scenery.handoff()) {
            case Handoff.Offered _ when choice.equals("wait") -> t.get("leads.scene.found.waiting", scenery.clock().words(t));
            case Handoff.Offered _ when terms.mayAnswer(visitor) -> t.get("leads.scene.found.open-" + choice, scenery.clock().words(t));
            case Handoff.Offered _ -> t.get("leads.scene.found.theirs", scenery.clock().words(t));
            case Handoff.Accepted accepted -> t.get(
                    "leads.scene.found.accepted", t.dateTime(accepted.answer().at()), scenery.lead().name(accepted.answer().by()),
                    late(accepted.answer(), terms, t));
            case Handoff.Returned returned -> t.get(
                    "leads.scene.found.returned", t.dateTime(returned.answer().at()), scenery.lead().name(returned.answer().by()),
                    late(returned.answer(), terms, t), t.get("handoffs.reason." + returned.reason().code()), returned.advice());
            case Handoff.Withdrawn withdrawn -> t.get("leads.scene.found.withdrawn", t.dateTime(withdrawn.at()));
        };
    }

    private static String late(Handoff.Answer answer, Handoff.Terms terms, Text t) {
        return t.get(answer.lateFor(terms) ? "leads.scene.late" : "leads.scene.in-time", t.time(java.util.Objects.requireNonNull(terms.dueAt())));
    }

    /** Who was told at each mark, and while the clock runs, who will be. */
    private List<Point> marks(Scenery scenery, Text t) {
        var told = notices.told(new RecordRef(Lead.KIND, scenery.lead().id().value()));
        var people = directory.people(told.stream().map(Notices.Told::member).distinct().toList());
        var points = new ArrayList<Point>();
        for (var mark : Mark.values()) {
            var reached = told.stream().filter(one -> one.key().endsWith(".answer." + mark.percent())).toList();
            var at = at(scenery.clock(), mark);
            if (!reached.isEmpty()) {
                points.add(new Point(Side.COMPANY, t.get("leads.scene.told", t.time(at), mark.percent(), names(reached, people)), null));
            } else if (scenery.clock().running()) {
                points.add(new Point(Side.COMPANY, t.get("leads.scene.will-tell", t.time(at), mark.percent(), t.get("leads.scene.mark." + mark.percent())), null));
            }
        }
        return points;
    }

    private Instant at(ClockView clock, Mark mark) {
        return mark == Mark.DUE
                ? clock.dueAt()
                : calendars.current().due(clock.startedAt(), BusinessTime.minutes(Math.round(clock.allowance() * mark.percent() / 100.0)));
    }

    private static String names(List<Notices.Told> told, java.util.Map<MemberId, Directory.Person> people) {
        return told.stream().map(one -> people.get(one.member())).filter(java.util.Objects::nonNull).map(Directory.Person::name)
                .distinct().collect(Collectors.joining("、"));
    }
}
