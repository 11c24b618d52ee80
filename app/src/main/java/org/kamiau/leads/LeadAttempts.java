package org.kamiau.leads;

import static db.leads.Tables.ATTEMPT;
import static db.leads.Tables.LEAD;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.BusinessTime;
import org.kamiau.calendar.Calendars;
import org.kamiau.calendar.Clocks;
import org.kamiau.calendar.NewClock;
import org.kamiau.handoffs.Agreements;
import org.kamiau.handoffs.Promise;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Function;
import org.kamiau.platform.Ids;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.RecordRef;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Attempts to reach a customer, and the clocks that run until one succeeds. */
@Component
@Transactional
public class LeadAttempts {

    private final DSLContext sql;
    private final Standings standings;
    private final Partings partings;
    private final Agreements agreements;
    private final Calendars calendars;
    private final Clocks clocks;
    private final InstantSource clock;

    LeadAttempts(
            DSLContext sql, Standings standings, Partings partings, Agreements agreements, Calendars calendars, Clocks clocks,
            InstantSource clock) {
        this.sql = sql;
        this.standings = standings;
        this.partings = partings;
        this.agreements = agreements;
        this.calendars = calendars;
        this.clocks = clocks;
        this.clock = clock;
    }

    /**
     * Records one. The first stops the clock of the first attempt, a conversation that of all attempts; the last
     * one agreed without a conversation recycles the lead until its wake-up day. Refuses leads that are not in work
     * ({@code leads.refused.attempt}, 409), other functions (403), moments to come (422).
     */
    public void record(Lead.Id id, Attempt attempt, Actor by) {
        var lead = standings.lock(id);
        var now = clock.instant();
        Standing.require(lead.sellersMay(by));
        Move.ATTEMPT.check(lead.stage());
        attempt.check(lead.receivedAt(), now);
        var anew = lead.stage() == Lead.Stage.NURTURE || lead.stage() == Lead.Stage.RECYCLED;
        var round = anew ? lead.round() + 1 : lead.round();
        var count = anew ? 1 : lead.attempts() + 1;
        var reached = attempt.outcome() == Attempt.Outcome.CONNECTED ? attempt.at() : anew ? null : lead.reachedAt();
        insert(lead, round, attempt, now);
        var ref = new RecordRef(Lead.KIND, id.value());
        clocks.stop(ref, Promise.FOLLOW_UP.clock(), attempt.at());
        if (reached != null) {
            clocks.stop(ref, Promise.ATTEMPTS.clock(), attempt.at());
        } else if (anew) {
            start(ref, desk(by), by.id(), attempt.at());
        }
        var more = changes(lead, attempt, round, count, reached);
        if (anew) {
            more.put(LEAD.TURN, val(desk(by).code()));
        }
        more.put(LEAD.DUE_AT, val(due(ref), LEAD.DUE_AT));
        standings.move(
                lead, Lead.Stage.WORKING, anew || lead.owner() == null ? by.id() : lead.owner(), more, "attempted", attempt.note(), by, now);
        if (reached == null && count >= agreements.current().attempts()) {
            clocks.stop(ref, Promise.ATTEMPTS.clock(), attempt.at());
            partings.recycleUnreached(standings.lock(id), now);
        }
    }

    private static Function desk(Actor by) {
        return by.does(Function.INSIDE_SALES) ? Function.INSIDE_SALES : Function.FIELD_SALES;
    }

    private Map<Field<?>, Object> changes(Standing lead, Attempt attempt, int round, int count, @Nullable Instant reached) {
        var more = new HashMap<Field<?>, Object>();
        more.put(LEAD.ROUND, val((short) round));
        more.put(LEAD.ATTEMPTS, val((short) count));
        more.put(LEAD.REACHED_AT, val(reached, LEAD.REACHED_AT));
        if (lead.firstAttemptAt() == null || attempt.at().isBefore(lead.firstAttemptAt())) {
            more.putAll(firstAttempt(lead, attempt.at()));
        }
        return more;
    }

    /** Speed to lead: business minutes from receipt to the first human attempt. */
    Map<Field<?>, Object> firstAttempt(Standing lead, Instant at) {
        var minutes = at.isBefore(lead.clockFrom()) ? 0 : calendars.current().minutesBetween(lead.clockFrom(), at);
        return Map.of(LEAD.FIRST_ATTEMPT_AT, val(at), LEAD.FIRST_ATTEMPT_MINUTES, val(Math.toIntExact(minutes)));
    }

    private void insert(Standing lead, int round, Attempt attempt, Instant now) {
        sql.insertInto(ATTEMPT)
                .set(ATTEMPT.ID, Ids.next())
                .set(ATTEMPT.LEAD_ID, lead.id().value())
                .set(ATTEMPT.ROUND, (short) round)
                .set(ATTEMPT.MEMBER_ID, attempt.by().value())
                .set(ATTEMPT.CHANNEL, attempt.channel().code())
                .set(ATTEMPT.OUTCOME, attempt.outcome().code())
                .set(ATTEMPT.AT, attempt.at())
                .set(ATTEMPT.NOTE, attempt.note())
                .set(ATTEMPT.CREATED_AT, now)
                .execute();
    }

    /**
     * The clocks of a lead that sales has taken over.
     *
     * @param firstWithin the time for the first attempt, from the receipt on
     * @return the moment that is due first
     */
    @Nullable Instant begin(Standing lead, Function desk, MemberId receiver, Instant received, BusinessTime firstWithin, Instant accepted) {
        var ref = new RecordRef(Lead.KIND, lead.id().value());
        clocks.waive(ref, accepted);
        if (lead.firstAttemptAt() == null || lead.firstAttemptAt().isBefore(received)) {
            clocks.start(new NewClock(ref, Promise.FOLLOW_UP.clock(), desk, receiver, received, firstWithin));
        }
        start(ref, desk, receiver, accepted);
        return due(ref);
    }

    /** The time for all attempts of a round; says until when. */
    Instant start(RecordRef lead, Function desk, @Nullable MemberId holder, Instant from) {
        return clocks.start(new NewClock(lead, Promise.ATTEMPTS.clock(), desk, holder, from, agreements.current().time(Promise.ATTEMPTS)))
                .moments()
                .dueAt();
    }

    private @Nullable Instant due(RecordRef ref) {
        return Optional.ofNullable(clocks.of(ref.kind(), List.of(ref.id())).get(ref.id()))
                .filter(org.kamiau.calendar.ClockView::running)
                .map(org.kamiau.calendar.ClockView::dueAt)
                .orElse(null);
    }

    /** All attempts on a lead, newest first. */
    @Transactional(readOnly = true)
    List<Attempt> of(Lead.Id id) {
        return sql.selectFrom(ATTEMPT)
                .where(ATTEMPT.LEAD_ID.eq(id.value()))
                .orderBy(ATTEMPT.AT.desc(), ATTEMPT.ID.desc())
                .limit(200)
                .fetch(row -> new Attempt(
                        Attempt.Channel.of(row.getChannel()), Attempt.Outcome.of(row.getOutcome()), row.getAt(), row.getNote(),
                        new MemberId(row.getMemberId())));
    }
}
