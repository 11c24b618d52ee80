package org.kamiau.leads;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.Customers.SegmentName;
import org.kamiau.customers.Taken;
import org.kamiau.handoffs.Handoff;
import org.kamiau.platform.MemberId;

/**
 * A lead while a batch of inquiries works on it: loaded or new, it collects touches, is scored and, when it
 * qualifies, routed; afterwards all of them are written at once.
 */
final class OpenLead {

    /** A touch that this batch adds. */
    record Added(Inquiry inquiry, Touch touch) {}

    final Lead.Id id;
    final boolean fresh;
    final Inquiry first;
    final List<Touch> touches;
    final List<String> messages;
    final List<Added> added = new ArrayList<>();
    final Lead.Stage stageBefore;
    final @Nullable MemberId ownerBefore;
    @Nullable Taken taken;
    Lead.Stage stage;
    Score score = new Score(0, 0, "D4", List.of());
    boolean contactMissing;
    boolean target;
    @Nullable MemberId owner;
    @Nullable String closedReason;
    Handoff.@Nullable Id handoffId;
    @Nullable Route route;
    Handoff.@Nullable Terms handoff;

    private OpenLead(
            Lead.Id id, boolean fresh, Inquiry first, Lead.Stage stage, @Nullable MemberId owner,
            List<Touch> touches, List<String> messages) {
        this.id = id;
        this.fresh = fresh;
        this.first = first;
        this.stage = stage;
        this.stageBefore = stage;
        this.owner = owner;
        this.ownerBefore = owner;
        this.touches = new ArrayList<>(touches);
        this.messages = new ArrayList<>(messages);
    }

    static OpenLead fresh(Lead.Id id, Inquiry first) {
        return new OpenLead(id, true, first, Lead.Stage.RECEIVED, null, List.of(), List.of());
    }

    static OpenLead known(KnownLeads.Known known, Inquiry first) {
        var lead = new OpenLead(known.id(), false, first, known.stage(), known.owner(), known.touches(), known.messages());
        lead.handoffId = known.handoff();
        return lead;
    }

    void add(Inquiry inquiry, Taken who) {
        taken = taken == null ? who : taken;
        var touch = new Touch(inquiry.kind(), inquiry.occurredAt());
        touches.add(touch);
        added.add(new Added(inquiry, touch));
        if (inquiry.message() != null) {
            messages.add(inquiry.message());
        }
    }

    /** Scores it as it stands now, and moves it on if the rules say so; the route is asked for only then. */
    void judge(ScoreRules rules, Map<String, SegmentName> segments, Function<OpenLead, Route> router, Instant now) {
        var account = taken == null || taken.account() == null ? null : taken.account().facts();
        var person = taken == null || taken.person() == null ? null : taken.person().facts();
        contactMissing = person == null || person.email() == null && person.phone() == null;
        target = account != null && account.targetSegment();
        var prospect = Prospect.of(account, person, messages, segments);
        score = rules.score(prospect, touches, now);
        if (!stage.mayQualify()) {
            return;
        }
        var outside = rules.outside(prospect);
        if (outside.isPresent()) {
            stage = Lead.Stage.DISQUALIFIED;
            closedReason = outside.get();
        } else if (!contactMissing && rules.qualifies(score, raisesHand())) {
            route = router.apply(this);
            stage = Lead.Stage.ASSIGNED;
            owner = route.to();
        }
    }

    /** Only what is new counts: a hand raised months ago was answered then. */
    boolean raisesHand() {
        return added.stream().anyMatch(one -> one.inquiry().kind().handRaise());
    }

    boolean startsClocks() {
        return added.getLast().inquiry().startClocks();
    }

    /** The moment from which the receiver's clock runs: the newest inquiry, a hand-raise before others. */
    Instant clockStart() {
        return added.stream()
                .filter(one -> !raisesHand() || one.inquiry().kind().handRaise())
                .map(one -> one.inquiry().occurredAt())
                .max(java.util.Comparator.naturalOrder())
                .orElseThrow();
    }

    boolean changed() {
        return fresh || stage != stageBefore;
    }
}
