package org.kamiau.leads;

import static org.kamiau.leads.Lead.Stage.ACCEPTED;
import static org.kamiau.leads.Lead.Stage.ASSIGNED;
import static org.kamiau.leads.Lead.Stage.DISQUALIFIED;
import static org.kamiau.leads.Lead.Stage.MERGED;
import static org.kamiau.leads.Lead.Stage.MQL;
import static org.kamiau.leads.Lead.Stage.NURTURE;
import static org.kamiau.leads.Lead.Stage.RECEIVED;
import static org.kamiau.leads.Lead.Stage.RECYCLED;
import static org.kamiau.leads.Lead.Stage.RETURNED;
import static org.kamiau.leads.Lead.Stage.SQL;
import static org.kamiau.leads.Lead.Stage.SQO;
import static org.kamiau.leads.Lead.Stage.UNSUBSCRIBED;
import static org.kamiau.leads.Lead.Stage.WORKING;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What can become of a lead: from which stages, and into which. Whatever is not here cannot happen. */
enum Move {
    /** The rules, or marketing's judgement, hand it to sales. */
    OFFER(ASSIGNED, RECEIVED, MQL, RETURNED, NURTURE, RECYCLED),
    ACCEPT(Lead.Stage.ACCEPTED, ASSIGNED),
    SEND_BACK(RETURNED, ASSIGNED),
    /** Somebody tried to reach the customer. */
    ATTEMPT(WORKING, ACCEPTED, WORKING, NURTURE, RECYCLED),
    /** Inside sales proposes it as SQL; it stays in its hands until field sales confirms. */
    PROPOSE(WORKING, ACCEPTED, WORKING),
    /** Field sales confirms what inside sales proposed, or what it qualified itself. */
    CONFIRM(SQL, ACCEPTED, WORKING),
    /** A deal: amount, close date, the way to a decision. */
    OPEN_DEAL(SQO, SQL),
    NURTURE_ON(NURTURE, RECEIVED, MQL, RETURNED, ACCEPTED, WORKING, SQL, RECYCLED),
    RECYCLE(RECYCLED, ACCEPTED, WORKING, SQL, NURTURE),
    /** Its day has come. */
    WAKE(WORKING, RECYCLED),
    DISQUALIFY(DISQUALIFIED, RECEIVED, MQL, ACCEPTED, WORKING, SQL, NURTURE, RECYCLED),
    UNSUBSCRIBE(UNSUBSCRIBED, RECEIVED, MQL, ASSIGNED, ACCEPTED, RETURNED, WORKING, SQL, NURTURE, RECYCLED),
    MERGE(MERGED, RECEIVED, MQL, ASSIGNED, ACCEPTED, RETURNED, WORKING, SQL, NURTURE, RECYCLED);

    private final Lead.Stage to;
    private final Set<Lead.Stage> from;

    Move(Lead.Stage to, Lead.Stage first, Lead.Stage... more) {
        this.to = to;
        this.from = EnumSet.of(first, more);
    }

    Lead.Stage to() {
        return to;
    }

    boolean from(Lead.Stage stage) {
        return from.contains(stage);
    }

    /** Refuses stages from which there is no such move ({@code leads.refused.<move>}, 409). */
    void check(Lead.Stage stage) {
        if (!from(stage)) {
            throw new MoveRefused(this, stage);
        }
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
