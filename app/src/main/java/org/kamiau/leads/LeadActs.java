package org.kamiau.leads;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kamiau.handoffs.AfterwardsPages;
import org.kamiau.handoffs.Handoff;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Fragment;
import org.kamiau.platform.pieces.Act;
import org.springframework.stereotype.Component;

/** What a reader may do with a lead now, the most likely first; what cannot be done is not offered. */
@Component
class LeadActs {

    private final AfterwardsPages afterwards;
    private final InstantSource clock;

    LeadActs(AfterwardsPages afterwards, InstantSource clock) {
        this.afterwards = afterwards;
        this.clock = clock;
    }

    List<Act> of(LeadDetail lead, Actor me) {
        var standing = lead.standing();
        var acts = new ArrayList<Act>();
        lead.handoff().ifPresent(handoff -> acts.addAll(afterwards.acts(handoff, lead.ratingsOf(handoff), me, clock.instant())));
        var waits = !acts.isEmpty() && acts.getFirst().next();
        var stage = lead.stage();
        if (standing.sellersMay(me)) {
            if (Move.ATTEMPT.from(stage) && !proposed(lead)) {
                var form = new RelayPages.AttemptForm(null, null, null, null);
                acts.add(act("attempt", lead, form, !waits && lead.progress().reachedAt() == null && inWork(stage)));
            }
            if (Move.PROPOSE.from(stage) && !proposed(lead)) {
                acts.add(act("qualification", lead, RelayPages.QualificationForm.EMPTY, !waits && lead.progress().reachedAt() != null));
            }
        }
        if (Move.OPEN_DEAL.from(stage) && standing.fieldSalesMay(me)) {
            acts.add(act("deal", lead, new RelayPages.DealForm(null, null, null), false));
        }
        if (standing.eitherSideMay(me) && stage != Lead.Stage.RETURNED) {
            if (Move.RECYCLE.from(stage)) {
                acts.add(act("recycling", lead, new RelayPages.RecyclingForm(null, null), false));
            }
            if (Move.NURTURE_ON.from(stage)) {
                acts.add(act("nurture", lead, new RelayPages.NoteForm(null), false));
            }
            if (Move.DISQUALIFY.from(stage)) {
                acts.add(act("disqualification", lead, new RelayPages.DisqualificationForm(null, null), false));
            }
        }
        if (Move.UNSUBSCRIBE.from(stage) && standing.anySideMay(me)) {
            acts.add(act("unsubscription", lead, new RelayPages.NoteForm(null), false));
        }
        if (Move.MERGE.from(stage) && standing.anySideMay(me)) {
            acts.add(act("merging", lead, new RelayPages.NoteForm(null), false));
        }
        acts.sort(Comparator.comparing(Act::next).reversed());
        return acts;
    }

    private static boolean inWork(Lead.Stage stage) {
        return stage == Lead.Stage.ACCEPTED || stage == Lead.Stage.WORKING;
    }

    /** Field sales has it before them. */
    private static boolean proposed(LeadDetail lead) {
        return lead.handoff().filter(Handoff.Offered.class::isInstance).isPresent();
    }

    private static <F> Act act(String name, LeadDetail lead, F blank, boolean next) {
        return new Act(name, "leads.act." + name, new Fragment("leads/" + name, RelayPages.Form.blank(lead.id(), blank)), next);
    }
}
