package org.kamiau.leads;

import static db.leads.Tables.LEAD;
import static org.jooq.impl.DSL.val;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.kamiau.handoffs.Handoff;
import org.kamiau.handoffs.HandoffEvent;
import org.kamiau.handoffs.ReturnReason;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Function;
import org.kamiau.platform.Side;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a returned lead once marketing has replied, or sales operations ruled. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RepliedReturns {

    private final Standings standings;
    private final Offers offers;
    private final Partings partings;
    private final Announcements announcements;

    RepliedReturns(Standings standings, Offers offers, Partings partings, Announcements announcements) {
        this.standings = standings;
        this.offers = offers;
        this.partings = partings;
        this.announcements = announcements;
    }

    @EventListener
    void replied(HandoffEvent.Replied event) {
        standing(event.handoff()).ifPresent(lead -> {
            var reply = event.reply();
            announcements.replied(lead.id(), event.handoff().answer().by(), reply.kind(), event.by());
            switch (reply.kind()) {
                case CORRECT -> offerAgain(lead, event.handoff(), reply.note(), event.by());
                case AGREE -> partings.nurture(lead, event.handoff().terms().from(), "return_agreed", reply.note(), event.by());
                case DISPUTE -> dispute(lead, event);
            }
        });
    }

    private void dispute(Standing lead, HandoffEvent.Replied event) {
        var ruling = Objects.requireNonNull(event.ruling());
        standings.move(
                lead, Lead.Stage.RETURNED, lead.owner(),
                Map.of(LEAD.TURN, val(ruling.turn().code()), LEAD.DUE_AT, val(ruling.moments().dueAt())),
                "disputed", event.reply().note(), event.by(), event.at());
        announcements.disputed(lead.id(), ruling.turn(), ruling.holder(), event.by());
    }

    @EventListener
    void ruled(HandoffEvent.Ruled event) {
        standing(event.handoff()).ifPresent(lead -> {
            announcements.ruled(lead.id(), event.handoff(), event.by());
            if (event.ruling().winner() == Side.MARKETING) {
                offerAgain(lead, event.handoff(), event.ruling().reason(), event.by());
            } else {
                partings.nurture(lead, event.handoff().terms().from(), "return_upheld", event.ruling().reason(), event.by());
            }
        });
    }

    /** To whom it was, unless that was the mistake. */
    private void offerAgain(Standing lead, Handoff.Returned returned, String message, Actor by) {
        var returner = returned.answer().by();
        var route = returned.reason() == ReturnReason.WRONG_OWNER
                ? offers.route(lead, Set.of(returner))
                : Offers.back(returned.terms(), returner);
        offers.toSales(lead, route, message, by);
    }

    /** The lead, if it still waits for just this. */
    private Optional<Standing> standing(Handoff.Returned returned) {
        var terms = returned.terms();
        if (!terms.about().kind().equals(Lead.KIND) || terms.boundary().from() != Function.MARKETING) {
            return Optional.empty();
        }
        var lead = standings.lock(new Lead.Id(terms.about().id()));
        return lead.stage() == Lead.Stage.RETURNED && terms.id().equals(lead.handoff()) ? Optional.of(lead) : Optional.empty();
    }
}
