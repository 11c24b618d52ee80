package org.kamiau.leads;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.BusinessClock.Outcome;
import org.kamiau.calendar.BusinessTime;
import org.kamiau.calendar.DemoPromises;
import org.kamiau.calendar.NewClock;
import org.kamiau.customers.AccountFacts;
import org.kamiau.handoffs.Boundary;
import org.kamiau.handoffs.DemoHandoffs;
import org.kamiau.handoffs.Handoff;
import org.kamiau.handoffs.Promise;
import org.kamiau.platform.Function;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.RecordRef;

/** An MQL of the past while its story is told. Its verbs leave what those of the product would have left. */
final class DemoLead {

    /** An attempt to reach the customer. */
    record Tried(int round, MemberId by, String channel, String outcome, Instant at) {}

    /** A turn aside or back. */
    record Step(
            String stage, Instant at, @Nullable MemberId by, @Nullable String reason, @Nullable String note, @Nullable LocalDate wakeOn,
            @Nullable Deal deal) {}

    /** What a deal began with, in yen. */
    record Deal(int amount, LocalDate closesOn) {}

    /** A second hand-over, by whom and with which words. */
    record Again(Handoff.Id handoff, MemberId by, String message) {}

    final int number;
    final DemoYear.Planned planned;
    final Lead.Id id;
    final Handoff.Terms offered;
    final Score score;
    final @Nullable AccountFacts account;
    final MemberId marketer;
    final List<Tried> attempts = new ArrayList<>();
    final List<Step> steps = new ArrayList<>();
    final List<DemoHandoffs.Told> handoffs = new ArrayList<>();
    private final List<DemoPromises.Past> promises = new ArrayList<>();
    private final Map<Promise, NewClock> running = new EnumMap<>(Promise.class);

    /** It will become an SQL. */
    boolean sold;
    /** Business minutes from the (last) hand-over to the first attempt; negative when nobody has tried yet. */
    int minutes = -1;

    @Nullable Again again;
    Lead.Stage stage = Lead.Stage.ASSIGNED;
    MemberId receiver;
    @Nullable MemberId owner;
    @Nullable Function turn;
    @Nullable Instant dueAt;
    Handoff.Id handoff;
    Instant assignedAt;
    @Nullable Instant acceptedAt;
    @Nullable Instant returnedAt;
    int round = 1;
    int tries;
    @Nullable Instant reachedAt;
    @Nullable Instant firstAttemptAt;
    @Nullable Integer firstAttemptMinutes;
    @Nullable Instant proposedAt;
    @Nullable Instant sqlAt;
    @Nullable Instant sqoAt;
    @Nullable LocalDate wakeOn;
    @Nullable Instant wakeAt;
    @Nullable Instant closedAt;
    @Nullable String closedReason;

    DemoLead(int number, DemoYear.Planned planned, Received received, MemberId marketer, MemberId anybody) {
        this.number = number;
        this.planned = planned;
        this.id = received.id();
        this.offered = Objects.requireNonNull(received.handoff());
        this.score = received.score();
        this.account = Optional.ofNullable(received.taken()).map(taken -> taken.account()).map(taken -> taken.facts()).orElse(null);
        this.marketer = marketer;
        this.receiver = received.owner() == null ? anybody : received.owner();
        this.owner = receiver;
        this.turn = offered.boundary().to();
        this.handoff = offered.id();
        this.assignedAt = planned.at();
    }

    boolean inside() {
        return offered.boundary() == Boundary.MKT_IS;
    }

    /** @param first time for the first attempt, from the hand-over on */
    void accepted(Instant at, BusinessTime first, BusinessTime all) {
        stage = Lead.Stage.ACCEPTED;
        owner = receiver;
        turn = offered.boundary().to();
        dueAt = null;
        acceptedAt = at;
        start(Promise.FOLLOW_UP, assignedAt, first);
        start(Promise.ATTEMPTS, at, all);
    }

    void returned(Instant at, Instant replyDue) {
        stage = Lead.Stage.RETURNED;
        owner = marketer;
        turn = Function.MARKETING;
        dueAt = replyDue;
        returnedAt = at;
    }

    void disputed(Instant rulingDue) {
        turn = Function.SALES_OPS;
        dueAt = rulingDue;
    }

    void offeredAgain(Again offer, Instant at, MemberId to) {
        stage = Lead.Stage.ASSIGNED;
        receiver = to;
        owner = to;
        turn = offered.boundary().to();
        again = offer;
        handoff = offer.handoff();
        assignedAt = at;
        dueAt = null;
    }

    /** @param sinceOffered business minutes */
    void tried(Instant at, String channel, String outcome, long sinceOffered) {
        var by = Objects.requireNonNull(owner);
        attempts.add(new Tried(round, by, channel, outcome, at));
        stage = Lead.Stage.WORKING;
        tries++;
        if (firstAttemptAt == null) {
            firstAttemptAt = at;
            firstAttemptMinutes = Math.toIntExact(sinceOffered);
        }
        stop(Promise.FOLLOW_UP, at, null);
        if (outcome.equals("connected")) {
            reachedAt = at;
            stop(Promise.ATTEMPTS, at, null);
        }
    }

    void proposed(Instant at, Handoff.Id proposal, Instant confirmationDue) {
        proposedAt = at;
        handoff = proposal;
        turn = Function.FIELD_SALES;
        dueAt = confirmationDue;
    }

    void confirmed(Instant at, MemberId seller, @Nullable Instant meetingAt) {
        stage = Lead.Stage.SQL;
        owner = seller;
        turn = Function.FIELD_SALES;
        dueAt = meetingAt;
        sqlAt = at;
    }

    void openedDeal(Instant at, MemberId seller, Deal deal, String decision) {
        stage = Lead.Stage.SQO;
        turn = null;
        dueAt = null;
        sqoAt = at;
        steps.add(new Step("sqo", at, seller, null, decision, null, deal));
    }

    /** @param reason {@code not_reached} by itself after the last attempt, else {@code stated} */
    void recycled(Instant at, LocalDate day, Instant opening, String reason, @Nullable String note) {
        var itself = reason.equals("not_reached");
        if (itself) {
            stop(Promise.ATTEMPTS, at, null);
        }
        aside(Lead.Stage.RECYCLED, owner, new Step("recycled", at, itself ? null : owner, reason, note, day, null));
        wakeOn = day;
        wakeAt = opening;
    }

    void woken(BusinessTime all) {
        var at = Objects.requireNonNull(wakeAt);
        stage = Lead.Stage.WORKING;
        turn = offered.boundary().to();
        round++;
        tries = 0;
        reachedAt = null;
        wakeOn = null;
        wakeAt = null;
        steps.add(new Step("working", at, null, "woken", null, null, null));
        start(Promise.ATTEMPTS, at, all);
    }

    void nurtured(Instant at, MemberId by, @Nullable String reason, @Nullable String note) {
        aside(Lead.Stage.NURTURE, marketer, new Step("nurture", at, by, reason, note, null, null));
    }

    void disqualified(Instant at, String reason, @Nullable String note) {
        aside(Lead.Stage.DISQUALIFIED, owner, new Step("disqualified", at, owner, reason, note, null, null));
        closedAt = at;
        closedReason = reason;
    }

    private void aside(Lead.Stage to, @Nullable MemberId next, Step step) {
        List.copyOf(running.keySet()).forEach(promise -> stop(promise, step.at(), Outcome.WAIVED));
        steps.add(step);
        stage = to;
        owner = next;
        turn = null;
        dueAt = null;
    }

    private void start(Promise promise, Instant from, BusinessTime allowed) {
        running.put(promise, new NewClock(
                new RecordRef(Lead.KIND, id.value()), promise.clock(), offered.boundary().to(), owner, from, allowed));
    }

    private void stop(Promise promise, Instant at, @Nullable Outcome outcome) {
        var clock = running.remove(promise);
        if (clock != null) {
            promises.add(new DemoPromises.Past(clock, at, outcome));
        }
    }

    /** All of its clocks, those that run too. */
    List<DemoPromises.Past> promises() {
        var all = new ArrayList<>(promises);
        running.values().forEach(clock -> all.add(DemoPromises.Past.running(clock)));
        return all;
    }

    /** The running clock that matters first, for a lead that is being worked. */
    Optional<NewClock> foremost() {
        return Optional.ofNullable(running.getOrDefault(Promise.FOLLOW_UP, running.get(Promise.ATTEMPTS)));
    }
}
