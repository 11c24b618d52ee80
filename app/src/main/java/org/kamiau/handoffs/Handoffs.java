package org.kamiau.handoffs;

import static java.util.stream.Collectors.groupingBy;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kamiau.calendar.Calendars;
import org.kamiau.calendar.Clocks;
import org.kamiau.calendar.NewClock;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Directory;
import org.kamiau.platform.Ids;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything one can do with handoffs. */
@Component
@Transactional
public class Handoffs {

    /** The promise that an offer puts a clock on. */
    public static final String ANSWER = "handoffs.answer";

    private final HandoffRows rows;
    private final Clocks clocks;
    private final Calendars calendars;
    private final Directory directory;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Handoffs(
            HandoffRows rows, Clocks clocks, Calendars calendars, Directory directory, Audit audit,
            ApplicationEventPublisher events, InstantSource clock) {
        this.rows = rows;
        this.clocks = clocks;
        this.calendars = calendars;
        this.directory = directory;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Offers all of them in their order and starts their clocks, in a handful of statements however many they
     * are. The offering module audits and announces what this means for its record.
     */
    public List<Handoff.Terms> offer(List<Offer> offers) {
        var calendar = calendars.current();
        var offered = offers.stream()
                .map(offer -> new HandoffRows.Row(
                        Ids.next(), offer, offer.clock() ? calendar.due(offer.startedAt(), offer.allowed()) : null))
                .toList();
        rows.insert(offered);
        clocks.start(offered.stream().filter(row -> row.offer().clock()).map(Handoffs::clock).toList());
        return offered.stream().map(Handoffs::terms).toList();
    }

    private static NewClock clock(HandoffRows.Row row) {
        var offer = row.offer();
        return new NewClock(new RecordRef("handoff", row.id()), ANSWER, offer.boundary().to(), offer.to(), offer.startedAt(), offer.allowed());
    }

    private static Handoff.Terms terms(HandoffRows.Row row) {
        var offer = row.offer();
        return new Handoff.Terms(
                new Handoff.Id(row.id()), offer.boundary(), offer.about(), offer.from(), offer.to(), Map.of(), offer.startedAt(), row.dueAt());
    }

    /** Refuses a second answer ({@code handoffs.already-answered}, 409) and whoever may not answer (403). */
    public Handoff.Accepted accept(Handoff.Id id, Actor by) {
        var now = clock.instant();
        var accepted = open(id).accept(by, now);
        rows.answer(accepted);
        clocks.stop(new RecordRef("handoff", id.value()), now);
        audit.record(by, Change.made("handoff", id.value(), "accepted", Map.of("late", accepted.answer().lateFor(accepted.terms()))));
        events.publishEvent(new HandoffEvent.Accepted(accepted, by, now));
        return accepted;
    }

    /** As {@link #accept}; the reason is procedural, clerical or definitional, and the advice helps the giver. */
    public Handoff.Returned sendBack(Handoff.Id id, ReturnReason reason, String advice, Actor by) {
        var now = clock.instant();
        var returned = open(id).sendBack(reason, advice, by, now);
        rows.answer(returned);
        clocks.stop(new RecordRef("handoff", id.value()), now);
        audit.record(by, Change.made("handoff", id.value(), "returned", Map.of("reason", reason.code(), "advice", advice)));
        events.publishEvent(new HandoffEvent.Returned(returned, by, now));
        return returned;
    }

    /** Takes back what nobody has answered: its record has gone another way. Answered ones stay as they are. */
    public void withdraw(Handoff.Id id, Actor by) {
        if (rows.lock(id).orElseThrow(Refusal.NotFound::new) instanceof Handoff.Offered offered) {
            var now = clock.instant();
            rows.answer(new Handoff.Withdrawn(offered.terms(), now));
            clocks.waive(new RecordRef("handoff", id.value()), now);
            audit.record(by, Change.made("handoff", id.value(), "withdrawn", Map.of()));
        }
    }

    private Handoff.Offered open(Handoff.Id id) {
        return switch (rows.lock(id).orElseThrow(Refusal.NotFound::new)) {
            case Handoff.Offered offered -> offered;
            case Handoff.Accepted accepted -> throw answered(accepted.answer());
            case Handoff.Returned returned -> throw answered(returned.answer());
            case Handoff.Withdrawn _ -> throw new Withdrawn();
        };
    }

    private AlreadyAnswered answered(Handoff.Answer answer) {
        var who = directory.people(List.of(answer.by())).get(answer.by());
        return new AlreadyAnswered(who == null ? "" : who.name(), answer.at());
    }

    @Transactional(readOnly = true)
    public Optional<Handoff> find(Handoff.Id id) {
        return rows.find(id);
    }

    /** All handoffs of each record, oldest first; records without any are missing. */
    @Transactional(readOnly = true)
    public Map<UUID, List<Handoff>> about(String kind, Collection<UUID> ids) {
        return rows.about(kind, ids).stream().collect(groupingBy(handoff -> handoff.terms().about().id()));
    }
}
