package org.kamiau.leads;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.handoffs.Handoff;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Function;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;

/**
 * Where a lead stands, held for a change.
 *
 * @param handoff the last hand-over, whatever became of it
 * @param attempts in this round
 * @param reachedAt when somebody was reached in this round
 * @param clockFrom from when speed to lead counts: the receipt that made it an MQL, else its first
 */
record Standing(
        Lead.Id id,
        Lead.Stage stage,
        @Nullable MemberId owner,
        @Nullable UUID account,
        @Nullable UUID person,
        boolean contactMissing,
        Handoff.@Nullable Id handoff,
        int round,
        int attempts,
        @Nullable Instant reachedAt,
        @Nullable Instant firstAttemptAt,
        Instant receivedAt,
        Instant clockFrom) {

    /** A seller's work: whoever owns it or sells here. */
    boolean sellersMay(Actor by) {
        return mine(by) || by.does(Function.INSIDE_SALES) || by.does(Function.FIELD_SALES);
    }

    /** Marketing turns aside what lies with marketing; sellers what is theirs. */
    boolean eitherSideMay(Actor by) {
        return withMarketing() && (by.does(Function.MARKETING) || by.is(Role.REVOPS)) || sellersMay(by);
    }

    /** Field sales confirms and opens deals. */
    boolean fieldSalesMay(Actor by) {
        return mine(by) || by.does(Function.FIELD_SALES);
    }

    /** Whoever speaks with customers may pass on that one wants no more, or is known already. */
    boolean anySideMay(Actor by) {
        return by.does(Function.MARKETING) || by.does(Function.CUSTOMER_SUCCESS) || by.is(Role.REVOPS, Role.DPO, Role.TRADE) || sellersMay(by);
    }

    /** Whether a right holds, as a refusal (403). */
    static void require(boolean may) {
        if (!may) {
            throw new Refusal.NotAllowed();
        }
    }

    private boolean withMarketing() {
        return switch (stage) {
            case RECEIVED, MQL, RETURNED, NURTURE, RECYCLED -> true;
            case ASSIGNED, ACCEPTED, WORKING, SQL, SQO, DISQUALIFIED, MERGED, UNSUBSCRIBED -> false;
        };
    }

    private boolean mine(Actor by) {
        return owner != null && by.is(owner);
    }
}
