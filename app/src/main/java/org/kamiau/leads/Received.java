package org.kamiau.leads;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.Taken;
import org.kamiau.handoffs.Handoff;
import org.kamiau.platform.MemberId;

/**
 * What became of an inquiry.
 *
 * @param routing why it went to its owner; empty while it is with nobody
 * @param joined it became a touch of an open lead (or was known already)
 * @param known the same source and external id came before: nothing changed
 */
public record Received(
        Lead.Id id,
        Lead.Stage stage,
        Score score,
        @Nullable MemberId owner,
        List<Reason> routing,
        Handoff.@Nullable Terms handoff,
        @Nullable Taken taken,
        boolean contactMissing,
        boolean joined,
        boolean known) {}
