package org.kamiau.leads;

import static db.leads.Tables.LEAD;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.val;

import java.util.HashMap;
import java.util.Set;
import org.jooq.Field;
import org.kamiau.customers.Customers;
import org.kamiau.handoffs.Agreements;
import org.kamiau.handoffs.Handoff;
import org.kamiau.handoffs.HandoffEvent;
import org.kamiau.handoffs.Handoffs;
import org.kamiau.handoffs.Promise;
import org.kamiau.people.MemberEvent;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Function;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Leads between marketing and sales: offered by judgement, accepted, returned. */
@Component
@Transactional
public class Leads {

    private final Standings standings;
    private final Offers offers;
    private final LeadAttempts attempts;
    private final Customers customers;
    private final Handoffs handoffs;
    private final Agreements agreements;
    private final Announcements announcements;

    Leads(
            Standings standings, Offers offers, LeadAttempts attempts, Customers customers, Handoffs handoffs, Agreements agreements,
            Announcements announcements) {
        this.standings = standings;
        this.offers = offers;
        this.attempts = attempts;
        this.customers = customers;
        this.handoffs = handoffs;
        this.agreements = agreements;
        this.announcements = announcements;
    }

    /**
     * Marketing hands a lead over by its own judgement: one below the line, or a returned one that is mended.
     * Refuses what is not before qualification ({@code leads.refused.offer}, 409) and what nobody could
     * contact ({@code leads.contact-needed}, 409).
     *
     * @param reason why the rules' line is not the last word here; the receiver reads it
     */
    public void promote(Lead.Id id, String reason, Actor by) {
        customers.lock();
        var lead = standings.lock(id);
        Move.OFFER.check(lead.stage());
        if (lead.stage() == Lead.Stage.RETURNED && lead.handoff() != null) {
            handoffs.reply(lead.handoff(), Handoff.ReplyKind.CORRECT, reason, by);
        } else {
            offers.toSales(lead, offers.route(lead, Set.of()), reason, by);
        }
    }

    /** Whoever accepts a lead owns it; the clocks of the first attempt and of all attempts begin. */
    @EventListener
    void accepted(HandoffEvent.Accepted event) {
        var terms = event.handoff().terms();
        if (!fromMarketing(terms)) {
            return;
        }
        var receiver = event.handoff().answer().by();
        var lead = standings.lock(new Lead.Id(terms.about().id()));
        Move.ACCEPT.check(lead.stage());
        var raised = Boolean.TRUE.equals(terms.packet().get("handRaise"));
        var within = agreements.current().time(raised ? Promise.HAND_RAISE : Promise.FOLLOW_UP);
        var due = attempts.begin(
                lead, terms.boundary().to(), receiver, terms.dueAt() == null ? event.at() : terms.offeredAt(), within, event.at());
        var more = new HashMap<Field<?>, Object>();
        more.put(LEAD.RECEIVER_ID, val(receiver.value()));
        more.put(LEAD.ACCEPTED_AT, coalesce(LEAD.ACCEPTED_AT, val(event.at())));
        more.put(LEAD.ATTEMPTS, val((short) 0));
        more.put(LEAD.REACHED_AT, val(null, LEAD.REACHED_AT));
        more.put(LEAD.TURN, val(terms.boundary().to().code()));
        more.put(LEAD.DUE_AT, val(due, LEAD.DUE_AT));
        standings.move(lead, Lead.Stage.ACCEPTED, receiver, more, "accepted", null, event.by(), event.at());
        announcements.accepted(lead.id(), terms.from(), event.by());
    }

    /** A returned lead is marketing's again, with the advice, and marketing owes a reply. */
    @EventListener
    void returned(HandoffEvent.Returned event) {
        var terms = event.handoff().terms();
        if (!fromMarketing(terms)) {
            return;
        }
        var lead = standings.lock(new Lead.Id(terms.about().id()));
        Move.SEND_BACK.check(lead.stage());
        var more = new HashMap<Field<?>, Object>();
        more.put(LEAD.RETURNED_AT, val(event.at()));
        more.put(LEAD.TURN, val(Function.MARKETING.code()));
        more.put(LEAD.DUE_AT, val(event.replyDue()));
        standings.move(lead, Lead.Stage.RETURNED, terms.from(), more, "returned", event.handoff().advice(), event.by(), event.at());
        announcements.returned(lead.id(), terms.from(), event.by());
    }

    /** The leads of a colleague who leaves are anybody's of the function; recycled ones are offered anew when they wake. */
    @EventListener
    void left(MemberEvent.Left event) {
        standings.release(event.member());
    }

    private static boolean fromMarketing(Handoff.Terms terms) {
        return terms.about().kind().equals(Lead.KIND) && terms.boundary().from() == Function.MARKETING;
    }
}
