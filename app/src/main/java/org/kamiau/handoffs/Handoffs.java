package org.kamiau.handoffs;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.kamiau.calendar.BusinessClock;
import org.kamiau.calendar.Calendars;
import org.kamiau.calendar.Clocks;
import org.kamiau.calendar.NewClock;
import org.kamiau.people.FunctionMap;
import org.kamiau.people.MemberEvent;
import org.kamiau.people.Task;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Directory;
import org.kamiau.platform.Function;
import org.kamiau.platform.Ids;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;
import org.kamiau.platform.Side;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What one does with handoffs until they are settled: offer, answer, reply, rule. */
@Component
@Transactional
public class Handoffs {

    /** The kind under which clocks, history and notices know handoffs. */
    public static final String KIND = "handoff";

    private final HandoffRows rows;
    private final Clocks clocks;
    private final Calendars calendars;
    private final Agreements agreements;
    private final Directory directory;
    private final FunctionMap functions;
    private final FirstMeetings meetings;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Handoffs(
            HandoffRows rows, Clocks clocks, Calendars calendars, Agreements agreements, Directory directory,
            FunctionMap functions, FirstMeetings meetings, Audit audit, ApplicationEventPublisher events, InstantSource clock) {
        this.rows = rows;
        this.clocks = clocks;
        this.calendars = calendars;
        this.agreements = agreements;
        this.directory = directory;
        this.functions = functions;
        this.meetings = meetings;
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
        var agreement = agreements.current();
        var offered = offers.stream()
                .map(offer -> new HandoffRows.Row(
                        Ids.next(), offer, offer.clock() ? calendar.due(offer.startedAt(), offer.allowed()) : null,
                        agreement.version(), agreement.fields(offer.boundary())))
                .toList();
        rows.insert(offered);
        clocks.start(offered.stream().filter(row -> row.offer().clock()).map(Handoffs::clock).toList());
        return offered.stream().map(Handoffs::terms).toList();
    }

    private static NewClock clock(HandoffRows.Row row) {
        var offer = row.offer();
        return new NewClock(
                ref(new Handoff.Id(row.id())), offer.boundary().promise().clock(), offer.boundary().to(), offer.to(),
                offer.startedAt(), offer.allowed());
    }

    private static Handoff.Terms terms(HandoffRows.Row row) {
        var offer = row.offer();
        return new Handoff.Terms(
                new Handoff.Id(row.id()), offer.boundary(), offer.about(), offer.from(), offer.to(), Map.of(),
                row.fields(), row.missing(), offer.startedAt(), row.dueAt(), offer.meetingAt());
    }

    static RecordRef ref(Handoff.Id id) {
        return new RecordRef(KIND, id.value());
    }

    /** Refuses a second answer ({@code handoffs.already-answered}, 409) and whoever may not answer (403). */
    public Handoff.Accepted accept(Handoff.Id id, Actor by) {
        var now = clock.instant();
        var accepted = open(id).accept(by, now);
        clocks.stop(ref(id), now);
        return taken(accepted, by, now);
    }

    /** The due moment has come and nobody answered: accepted by whom it was offered to, and a breach. */
    void acceptSilently(Handoff.Id id, Instant at) {
        if (rows.lock(id).orElseThrow(Refusal.NotFound::new) instanceof Handoff.Offered offered && offered.terms().to() != null) {
            clocks.breach(ref(id), offered.terms().boundary().promise().clock(), at);
            taken(offered.acceptSilently(offered.terms().to(), at), Actor.SYSTEM, at);
        }
    }

    private Handoff.Accepted taken(Handoff.Accepted accepted, Actor by, Instant now) {
        var terms = accepted.terms();
        rows.store(accepted);
        if (terms.meetingAt() != null) {
            meetings.start(accepted, terms.meetingAt(), now);
        }
        audit.record(by, Change.made(
                KIND, terms.id().value(), accepted.silent() ? "accepted_silently" : "accepted",
                Map.of("late", accepted.silent() || accepted.answer().lateFor(terms))));
        events.publishEvent(new HandoffEvent.Accepted(accepted, by, now));
        return accepted;
    }

    /** As {@link #accept}; the reason is procedural, clerical or definitional, and the advice helps the giver, who owes a reply. */
    public Handoff.Returned sendBack(Handoff.Id id, ReturnReason reason, String advice, Actor by) {
        var now = clock.instant();
        var returned = open(id).sendBack(reason, advice, by, now);
        var terms = returned.terms();
        rows.store(returned);
        clocks.stop(ref(id), now);
        var reply = clocks.start(new NewClock(
                ref(id), Promise.REPLY.clock(), terms.boundary().from(), terms.from(), now, agreements.current().time(Promise.REPLY)));
        audit.record(by, Change.made(KIND, id.value(), "returned", Map.of("reason", reason.code(), "advice", advice)));
        events.publishEvent(new HandoffEvent.Returned(returned, by, now, reply.moments().dueAt()));
        return returned;
    }

    /**
     * The giver's reply to a return. Refuses what was not returned ({@code handoffs.not-returned}), a second reply
     * ({@code handoffs.already-replied}) and one after the ruling ({@code handoffs.already-ruled}), all 409.
     */
    public Handoff.Returned reply(Handoff.Id id, Handoff.ReplyKind kind, String note, Actor by) {
        var now = clock.instant();
        var replied = returned(id).reply(kind, note, by, now);
        rows.store(replied);
        clocks.stop(ref(id), now);
        var ruling = replied.disputed() ? rulingClock(id, now) : null;
        audit.record(by, Change.made(KIND, id.value(), "replied", Map.of("reply", kind.code(), "note", note)));
        events.publishEvent(new HandoffEvent.Replied(replied, Objects.requireNonNull(replied.reply()), by, now, ruling));
        return replied;
    }

    private BusinessClock rulingClock(Handoff.Id id, Instant now) {
        var ruler = functions.assignment(Task.RETURN_RULING);
        return clocks.start(new NewClock(
                ref(id), Promise.RULING.clock(), ruler.function() == null ? Function.SALES_OPS : ruler.function(), ruler.member(), now,
                agreements.current().time(Promise.RULING)));
    }

    /** Sales operations (whoever the function map names) says who was right; 409 when nobody disputes or it is ruled. */
    public Handoff.Returned rule(Handoff.Id id, Side winner, String reason, Actor by) {
        var now = clock.instant();
        var ruled = returned(id).rule(winner, reason, mayRule(by), by, now);
        rows.store(ruled);
        clocks.stop(ref(id), now);
        audit.record(by, Change.made(KIND, id.value(), "ruled", Map.of("ruling", winner.code(), "reason", reason)));
        events.publishEvent(new HandoffEvent.Ruled(ruled, Objects.requireNonNull(ruled.ruling()), by, now));
        return ruled;
    }

    /** Whoever does this task here; the executives may decide any deadlock. */
    @Transactional(readOnly = true)
    public boolean mayRule(Actor actor) {
        var ruler = functions.assignment(Task.RETURN_RULING);
        return actor.is(Role.EXEC)
                || (ruler.member() != null
                        ? actor.is(ruler.member())
                        : actor.does(ruler.function() == null ? Function.SALES_OPS : ruler.function()));
    }

    /** Takes back what nobody has answered: its record has gone another way. Answered ones stay as they are. */
    public void withdraw(Handoff.Id id, Actor by) {
        if (rows.lock(id).orElseThrow(Refusal.NotFound::new) instanceof Handoff.Offered offered) {
            var now = clock.instant();
            rows.store(new Handoff.Withdrawn(offered.terms(), now));
            clocks.waive(ref(id), now);
            audit.record(by, Change.made(KIND, id.value(), "withdrawn", Map.of()));
        }
    }

    /** What a colleague who leaves had to answer waits for anybody of the function. */
    @EventListener
    void left(MemberEvent.Left event) {
        rows.release(event.member());
        clocks.release(event.member());
    }

    /** Until the end of the transaction nobody else answers it. */
    public void hold(Handoff.Id id) {
        rows.lock(id);
    }

    /** A return that nobody needs to settle any more: the record has gone another way. Its reply or ruling is waived. */
    public void overtaken(Handoff.Id id) {
        clocks.waive(ref(id), clock.instant());
    }

    private Handoff.Offered open(Handoff.Id id) {
        return switch (rows.lock(id).orElseThrow(Refusal.NotFound::new)) {
            case Handoff.Offered offered -> offered;
            case Handoff.Accepted accepted -> throw answered(accepted.answer());
            case Handoff.Returned returned -> throw answered(returned.answer());
            case Handoff.Withdrawn _ -> throw new Withdrawn();
        };
    }

    private Handoff.Returned returned(Handoff.Id id) {
        if (rows.lock(id).orElseThrow(Refusal.NotFound::new) instanceof Handoff.Returned returned) {
            return returned;
        }
        throw new NotReturned();
    }

    private AlreadyAnswered answered(Handoff.Answer answer) {
        var who = directory.people(List.of(answer.by())).get(answer.by());
        return new AlreadyAnswered(who == null ? "" : who.name(), answer.at());
    }

    @Transactional(readOnly = true)
    public Optional<Handoff> find(Handoff.Id id) {
        return rows.find(id);
    }

    /** Those of them that there are. */
    @Transactional(readOnly = true)
    public Map<Handoff.Id, Handoff> find(Collection<Handoff.Id> ids) {
        return rows.find(ids.stream().map(Handoff.Id::value).toList()).stream().collect(toMap(Handoff::id, handoff -> handoff));
    }

    /** All handoffs of each record, oldest first; records without any are missing. */
    @Transactional(readOnly = true)
    public Map<UUID, List<Handoff>> about(String kind, Collection<UUID> ids) {
        return rows.about(kind, ids).stream().collect(groupingBy(handoff -> handoff.terms().about().id()));
    }

    /** The ratings of these handoffs, in the order in which they were given. */
    @Transactional(readOnly = true)
    public Map<UUID, List<Rating>> ratings(Collection<UUID> handoffs) {
        return rows.ratings(handoffs).stream().collect(groupingBy(rating -> rating.handoff().value()));
    }
}
