package org.kamiau.leads;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.BusinessTime;
import org.kamiau.customers.Customers;
import org.kamiau.customers.Taken;
import org.kamiau.handoffs.Agreement;
import org.kamiau.handoffs.Agreements;
import org.kamiau.handoffs.Handoffs;
import org.kamiau.handoffs.Offer;
import org.kamiau.handoffs.Promise;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Ids;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes inquiries in, one or five thousand at a time, always the same way: find the customer, find or open
 * the lead, add the touch, score, qualify, route, hand over, tell the audit log. A batch costs about twenty
 * statements however long it is; batches follow one another on all nodes, so that nobody is taken in twice.
 */
@Component
public class Intake {

    private final LeadRows rows;
    private final KnownLeads knownLeads;
    private final Desks desks;
    private final Customers customers;
    private final Handoffs handoffs;
    private final Agreements agreements;
    private final Scoring scoring;
    private final Sellers sellers;
    private final Announcements announcements;
    private final Audit audit;
    private final InstantSource clock;
    private final JsonMapper json;

    Intake(
            LeadRows rows, KnownLeads knownLeads, Desks desks, Customers customers, Handoffs handoffs, Agreements agreements,
            Scoring scoring, Sellers sellers, Announcements announcements, Audit audit, InstantSource clock, JsonMapper json) {
        this.rows = rows;
        this.knownLeads = knownLeads;
        this.desks = desks;
        this.customers = customers;
        this.handoffs = handoffs;
        this.agreements = agreements;
        this.scoring = scoring;
        this.sellers = sellers;
        this.announcements = announcements;
        this.audit = audit;
        this.clock = clock;
        this.json = json;
    }

    /** What became of each inquiry, in their order. All of them or, when this throws, none. */
    @Transactional
    public List<Received> take(List<Inquiry> inquiries, Actor by) {
        customers.lock();
        var now = clock.instant();
        var batch = new Batch(inquiries, by, now);
        batch.recognise();
        batch.judge();
        batch.handOver();
        batch.write();
        return batch.outcome();
    }

    /** How long an answer to this kind of response may take, as both sides have agreed. */
    public BusinessTime answerWithin(ResponseKind kind) {
        return agreements.current().time(kind.handRaise() ? Promise.HAND_RAISE : Promise.ANSWER);
    }

    private Received stored(Lead.Id id) {
        var lead = knownLeads.stored(id);
        var handoff = lead.handoff() == null ? null : handoffs.find(lead.handoff()).orElseThrow().terms();
        return new Received(
                id, lead.stage(), lead.score(), lead.owner(), lead.routing(), handoff, null, lead.contactMissing(), true, true);
    }

    /** The work on one batch; its lists run in parallel to the inquiries. */
    private final class Batch {
        private final List<Inquiry> inquiries;
        private final Actor by;
        private final Instant now;
        private final Map<Lead.Id, OpenLead> leads = new LinkedHashMap<>();
        private final List<@Nullable OpenLead> leadOf = new ArrayList<>();
        private final List<@Nullable Taken> takenOf = new ArrayList<>();
        private final Map<Integer, Lead.Id> known = new HashMap<>();
        private final List<Boolean> joined = new ArrayList<>();

        Batch(List<Inquiry> inquiries, Actor by, Instant now) {
            this.inquiries = inquiries;
            this.by = by;
            this.now = now;
        }

        /** Who they are, and which lead each belongs to. */
        void recognise() {
            var seen = knownLeads.seen(inquiries.stream().map(Inquiry::key).filter(Objects::nonNull).toList());
            var news = new ArrayList<Inquiry>();
            var twins = new HashSet<Inquiry.Source>();
            for (int i = 0; i < inquiries.size(); i++) {
                var key = inquiries.get(i).key();
                if (key != null && seen.containsKey(key)) {
                    known.put(i, seen.get(key));
                } else if (key == null || twins.add(key)) {
                    news.add(inquiries.get(i));
                }
            }
            var taken = customers.take(news.stream().map(Inquiry::who).toList(), new org.kamiau.customers.Intake(by, "lead", inquiries.getFirst().via().code())).iterator();
            var fresh = new IdentityHashMap<Inquiry, Taken>();
            news.forEach(inquiry -> fresh.put(inquiry, taken.next()));
            var open = knownLeads.openOf(fresh.values().stream().map(Batch::person).filter(Objects::nonNull).toList());
            var ofPerson = new HashMap<UUID, OpenLead>();
            var ofSource = new HashMap<Inquiry.Source, OpenLead>();
            for (var inquiry : inquiries) {
                var who = fresh.get(inquiry);
                var key = inquiry.key();
                if (who == null) {
                    leadOf.add(key == null ? null : ofSource.get(key));
                    takenOf.add(null);
                    joined.add(true);
                    continue;
                }
                var person = person(who);
                var lead = person == null ? null : ofPerson.get(person);
                if (lead == null && person != null && open.containsKey(person)) {
                    lead = OpenLead.known(open.get(person), inquiry);
                }
                joined.add(lead != null);
                if (lead == null) {
                    lead = OpenLead.fresh(new Lead.Id(Ids.next()), inquiry);
                }
                lead.add(inquiry, who);
                leads.put(lead.id, lead);
                leadOf.add(lead);
                takenOf.add(who);
                if (person != null) {
                    ofPerson.put(person, lead);
                }
                if (key != null) {
                    ofSource.put(key, lead);
                }
            }
        }

        private static @Nullable UUID person(Taken taken) {
            return taken.person() == null ? null : taken.person().facts().id().value();
        }

        void judge() {
            var rules = scoring.current();
            var routing = sellers.routing();
            var segments = customers.segmentNames();
            leads.values().forEach(lead -> lead.judge(
                    rules.rules(),
                    segments,
                    one -> routing.route(one.taken == null || one.taken.account() == null ? null : one.taken.account().facts(), now),
                    now));
        }

        /** A lead that is offered again leaves the desk of whoever returned it. */
        void handOver() {
            var routed = leads.values().stream().filter(lead -> lead.route != null).toList();
            if (routed.isEmpty()) {
                return;
            }
            routed.stream()
                    .filter(lead -> lead.stageBefore == Lead.Stage.RETURNED && lead.handoffId != null)
                    .forEach(lead -> handoffs.overtaken(lead.handoffId));
            var terms = handoffs.offer(offers(routed)).iterator();
            routed.forEach(lead -> {
                lead.handoff = terms.next();
                lead.handoffId = lead.handoff.id();
            });
            var more = new HashMap<MemberId, Integer>();
            routed.forEach(lead -> {
                if (lead.owner != null) {
                    more.merge(lead.owner, 1, Integer::sum);
                }
            });
            desks.weigh(more, now);
        }

        private List<Offer> offers(List<OpenLead> routed) {
            var agreement = agreements.current();
            return routed.stream().map(lead -> offer(lead, agreement)).toList();
        }

        private Offer offer(OpenLead lead, Agreement agreement) {
            var route = Objects.requireNonNull(lead.route);
            return new Offer(
                    new RecordRef(Lead.KIND, lead.id.value()), route.boundary(), route.from(), route.to(), lead.clockStart(),
                    agreement.time(lead.raisesHand() ? Promise.HAND_RAISE : Promise.ANSWER), packet(lead), known(lead), null, lead.startsClocks());
        }

        private String packet(OpenLead lead) {
            var packet = new LinkedHashMap<String, Object>();
            packet.put("grade", lead.score.grade());
            packet.put("reasons", lead.score.top());
            packet.put("touches", lead.touches.size());
            packet.put("kind", lead.added.getLast().inquiry().kind().code());
            packet.put("handRaise", lead.raisesHand());
            if (!lead.messages.isEmpty()) {
                packet.put("message", lead.messages.getLast());
            }
            return json.writeValueAsString(packet);
        }

        private static Set<String> known(OpenLead lead) {
            var known = new HashSet<>(List.of("contact", "kind", "score"));
            if (lead.taken != null && lead.taken.account() != null) {
                known.add("company");
            }
            if (lead.taken != null && lead.taken.person() != null) {
                known.add("person");
            }
            if (!lead.messages.isEmpty()) {
                known.add("message");
            }
            return known;
        }

        void write() {
            var all = List.copyOf(leads.values());
            if (all.isEmpty()) {
                return;
            }
            rows.insert(all.stream().filter(lead -> lead.fresh).toList(), now);
            rows.update(all.stream().filter(lead -> !lead.fresh).toList(), now);
            rows.insertTouches(all, now);
            int version = scoring.current().version();
            rows.score(all, version, now);
            rows.keepQualified(all, version, now);
            audit.record(by, all.stream().map(Batch::change).toList());
            announcements.arrived(all, by);
        }

        private static Change change(OpenLead lead) {
            var after = new LinkedHashMap<String, Object>();
            after.put("stage", lead.stage.code());
            after.put("kind", lead.added.getLast().inquiry().kind().code());
            after.put("grade", lead.score.grade());
            if (lead.owner != null) {
                after.put("owner", lead.owner.toString());
            }
            return lead.fresh
                    ? Change.made(Lead.KIND, lead.id.value(), "received", after)
                    : Change.of(Lead.KIND, lead.id.value(), "touched", Map.of("stage", lead.stageBefore.code()), after, null);
        }

        List<Received> outcome() {
            var outcome = new ArrayList<Received>(inquiries.size());
            for (int i = 0; i < inquiries.size(); i++) {
                var lead = leadOf.get(i);
                outcome.add(lead == null
                        ? stored(Objects.requireNonNull(known.get(i)))
                        : new Received(
                                lead.id, lead.stage, lead.score, lead.owner, lead.route == null ? List.of() : lead.route.why(),
                                lead.handoff, takenOf.get(i), lead.contactMissing, joined.get(i), takenOf.get(i) == null));
            }
            return outcome;
        }
    }
}
