package org.kamiau.leads;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.MemberId;

/** What inside sales proposes to field sales, while it is decided how well it was handed over. */
final class DemoProposal {

    /** What becomes of it. */
    enum Fate {
        CONFIRMED,
        /** Field sales kept silent until the due moment. */
        SILENT,
        /** Given back as incomplete; proposed again at once. */
        RETURNED,
        /** Nobody has answered when the story begins. */
        WAITING
    }

    final DemoLead lead;
    final Instant offeredAt;
    final List<String> missing = new ArrayList<>();
    Fate fate = Fate.CONFIRMED;
    MemberId seller;
    Instant meetingAt;
    /** When field sales told of the meeting; null while it has not. */
    @Nullable Instant toldAt;
    boolean noShow;
    boolean reasked;
    int giver;
    int receiver;

    DemoProposal(DemoLead lead, Instant offeredAt, MemberId seller, Instant meetingAt) {
        this.lead = lead;
        this.offeredAt = offeredAt;
        this.seller = seller;
        this.meetingAt = meetingAt;
    }

    boolean met() {
        return toldAt != null && !noShow;
    }
}
