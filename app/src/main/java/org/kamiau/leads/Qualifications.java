package org.kamiau.leads;

import static db.leads.Tables.LEAD;
import static db.leads.Tables.STEP;
import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.Calendars;
import org.kamiau.calendar.Clocks;
import org.kamiau.handoffs.Boundary;
import org.kamiau.handoffs.FirstMeetings;
import org.kamiau.handoffs.Handoff;
import org.kamiau.handoffs.HandoffEvent;
import org.kamiau.handoffs.Handoffs;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Function;
import org.kamiau.platform.Ids;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.RecordRef;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** From the conversation to the confirmed sales meeting, and on to the deal. */
@Component
@Transactional
public class Qualifications {

    /** Yen; more is a slip of the keyboard, and sums of many stay exact. */
    private static final long LARGEST_DEAL = 1_000_000_000_000L;

    private static final int LONGEST_DEAL_YEARS = 10;

    private final DSLContext sql;
    private final Standings standings;
    private final Offers offers;
    private final LeadAttempts attempts;
    private final Handoffs handoffs;
    private final FirstMeetings meetings;
    private final Clocks clocks;
    private final Announcements announcements;
    private final Calendars calendars;
    private final InstantSource clock;

    Qualifications(
            DSLContext sql, Standings standings, Offers offers, LeadAttempts attempts, Handoffs handoffs, FirstMeetings meetings, Clocks clocks,
            Announcements announcements, Calendars calendars, InstantSource clock) {
        this.sql = sql;
        this.standings = standings;
        this.offers = offers;
        this.attempts = attempts;
        this.handoffs = handoffs;
        this.meetings = meetings;
        this.clocks = clocks;
        this.announcements = announcements;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * Inside sales proposes a lead as SQL: offers it to field sales, whose acceptance confirms it. Where field sales
     * took it from marketing itself, this is the confirmation. Refuses leads that are not in work
     * ({@code leads.refused.propose}) or already proposed ({@code leads.already-proposed}), 409.
     *
     * @return the handoff to field sales, if there is one
     */
    public Optional<Handoff.Terms> qualify(Lead.Id id, Qualification heard, Actor by) {
        var lead = standings.lock(id);
        Standing.require(lead.sellersMay(by));
        Move.PROPOSE.check(lead.stage());
        var now = clock.instant();
        heard.check(now);
        var before = lead.handoff() == null ? null : handoffs.find(lead.handoff()).orElseThrow();
        var last = switch (before) {
            case null -> lead;
            case Handoff.Offered _ -> throw new AlreadyProposed();
            case Handoff.Returned returned -> mended(lead, returned, heard, by);
            case Handoff.Accepted _, Handoff.Withdrawn _ -> lead;
        };
        clocks.stop(new RecordRef(Lead.KIND, id.value()), now);
        if (last.firstAttemptAt() == null) {
            sql.update(LEAD).set(attempts.firstAttempt(last, now)).where(LEAD.ID.eq(id.value())).execute();
        }
        if (before instanceof Handoff.Accepted accepted && accepted.terms().boundary() == Boundary.MKT_FS) {
            confirm(last, accepted.answer().by(), by, now, null);
            meetings.plan(accepted.id(), heard.meetingAt(), by);
            standings.step(last, Lead.Stage.SQL, by, null, String.join(" / ", heard.needs()), null, now);
            return Optional.empty();
        }
        return Optional.of(offers.onward(last, heard, by));
    }

    /** What field sales gave back is mended by proposing it again. */
    private Standing mended(Standing lead, Handoff.Returned returned, Qualification heard, Actor by) {
        if (returned.reply() == null && returned.terms().mayReply(by)) {
            handoffs.reply(returned.id(), Handoff.ReplyKind.CORRECT, heard.note() == null ? "" : heard.note(), by);
        } else {
            handoffs.overtaken(returned.id());
        }
        return lead;
    }

    /** Field sales' acceptance is the confirmation. */
    @EventListener
    void confirmed(HandoffEvent.Accepted event) {
        var terms = event.handoff().terms();
        if (ofLead(terms)) {
            var lead = standings.lock(new Lead.Id(terms.about().id()));
            confirm(lead, event.handoff().answer().by(), event.by(), event.at(), terms.meetingAt());
            announcements.confirmed(lead.id(), terms.from(), event.handoff().silent(), event.by());
        }
    }

    private void confirm(Standing lead, MemberId seller, Actor by, Instant at, @Nullable Instant meetingAt) {
        Move.CONFIRM.check(lead.stage());
        var more = new HashMap<Field<?>, Object>();
        more.put(LEAD.SQL_AT, coalesce(LEAD.SQL_AT, val(at)));
        more.put(LEAD.TURN, val(Function.FIELD_SALES.code()));
        more.put(LEAD.DUE_AT, val(meetingAt, LEAD.DUE_AT));
        standings.move(lead, Lead.Stage.SQL, seller, more, "confirmed", null, by, at);
    }

    /** Field sales lacks something: inside sales' again, with the advice. */
    @EventListener
    void givenBack(HandoffEvent.Returned event) {
        var terms = event.handoff().terms();
        if (ofLead(terms)) {
            var lead = standings.lock(new Lead.Id(terms.about().id()));
            var more = new HashMap<Field<?>, Object>();
            more.put(LEAD.TURN, val(terms.boundary().from().code()));
            more.put(LEAD.DUE_AT, val(event.replyDue()));
            standings.move(lead, lead.stage(), lead.owner(), more, "given_back", event.handoff().advice(), event.by(), event.at());
            announcements.returned(lead.id(), terms.from(), event.by());
        }
    }

    /** What came of the first meeting concerns those who arranged it. */
    @EventListener
    void met(HandoffEvent.Completed event) {
        var terms = event.handoff().terms();
        if (terms.about().kind().equals(Lead.KIND)) {
            sql.update(LEAD).setNull(LEAD.DUE_AT).where(LEAD.ID.eq(terms.about().id()), LEAD.STAGE.eq(Lead.Stage.SQL.code())).execute();
            announcements.met(new Lead.Id(terms.about().id()), terms.from(), event.meeting().held(), event.by());
        }
    }

    private static boolean ofLead(Handoff.Terms terms) {
        return terms.about().kind().equals(Lead.KIND) && terms.boundary() == Boundary.IS_FS;
    }

    /**
     * A SQL becomes a deal (SQO): amount in yen, the day it should close, and who decides how.
     */
    public void openDeal(Lead.Id id, long amount, LocalDate closesOn, String decision, Actor by) {
        var lead = standings.lock(id);
        Standing.require(lead.fieldSalesMay(by));
        Move.OPEN_DEAL.check(lead.stage());
        var now = clock.instant();
        var findings = new Invalid.Findings();
        if (amount <= 0) {
            findings.add("amount", "leads.invalid.amount");
        } else if (amount > LARGEST_DEAL) {
            findings.add("amount", "leads.invalid.amount-most");
        }
        var today = calendars.current().toLocal(now).toLocalDate();
        if (closesOn.isBefore(today)) {
            findings.add("closesOn", "leads.invalid.closes-past");
        } else if (closesOn.isAfter(today.plusYears(LONGEST_DEAL_YEARS))) {
            findings.add("closesOn", "leads.invalid.closes-far", LONGEST_DEAL_YEARS);
        }
        findings.raise();
        var more = new HashMap<Field<?>, Object>();
        more.put(LEAD.SQO_AT, val(now));
        more.put(LEAD.TURN, castNull(LEAD.TURN));
        more.put(LEAD.DUE_AT, castNull(LEAD.DUE_AT));
        clocks.waive(new RecordRef(Lead.KIND, id.value()), now);
        standings.move(lead, Lead.Stage.SQO, lead.owner(), more, "deal_opened", decision, by, now);
        sql.insertInto(STEP)
                .set(STEP.ID, Ids.next())
                .set(STEP.LEAD_ID, id.value())
                .set(STEP.STAGE, Lead.Stage.SQO.code())
                .set(STEP.AT, now)
                .set(STEP.BY_MEMBER, by.id().value())
                .set(STEP.NOTE, decision)
                .set(STEP.AMOUNT, amount)
                .set(STEP.CLOSES_ON, closesOn)
                .execute();
    }
}
