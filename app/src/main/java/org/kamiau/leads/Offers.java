package org.kamiau.leads;

import static db.leads.Tables.LEAD;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.val;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.BusinessTime;
import org.kamiau.customers.Account;
import org.kamiau.customers.AccountFacts;
import org.kamiau.customers.Customers;
import org.kamiau.handoffs.Agreements;
import org.kamiau.handoffs.Boundary;
import org.kamiau.handoffs.Handoff;
import org.kamiau.handoffs.Handoffs;
import org.kamiau.handoffs.Offer;
import org.kamiau.handoffs.Promise;
import org.kamiau.platform.Actor;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.RecordRef;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Offers one lead to sales: by marketing's judgement, again after a return, or onward to field sales. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Offers {

    private final KnownLeads known;
    private final Standings standings;
    private final Customers customers;
    private final Handoffs handoffs;
    private final Agreements agreements;
    private final Sellers sellers;
    private final Announcements announcements;
    private final InstantSource clock;
    private final JsonMapper json;

    Offers(
            KnownLeads known, Standings standings, Customers customers, Handoffs handoffs, Agreements agreements, Sellers sellers,
            Announcements announcements, InstantSource clock, JsonMapper json) {
        this.known = known;
        this.standings = standings;
        this.customers = customers;
        this.handoffs = handoffs;
        this.agreements = agreements;
        this.sellers = sellers;
        this.announcements = announcements;
        this.clock = clock;
        this.json = json;
    }

    /** Whom it goes to by the rules; as if those excluded were not there. */
    Route route(Standing lead, Set<MemberId> except) {
        var routing = sellers.routing();
        except.forEach(routing::exclude);
        return routing.route(facts(lead), clock.instant());
    }

    private @Nullable AccountFacts facts(Standing lead) {
        var account = lead.account() == null ? null : new Account.Id(lead.account());
        return account == null ? null : customers.accounts(List.of(account)).get(account);
    }

    /** To sales, with what marketing has to say; the receiver's clock begins now. */
    Handoff.Terms toSales(Standing lead, Route route, String message, Actor by) {
        Move.OFFER.check(lead.stage());
        if (lead.contactMissing()) {
            throw new ContactNeeded();
        }
        var now = clock.instant();
        var packet = packet(lead);
        packet.put("message", message);
        var terms = offer(lead, route, agreements.current().time(Promise.ANSWER), packet, known(lead, packet), null, by);
        var more = more(lead, route, terms);
        more.put(LEAD.RECEIVER_ID, value(route.to()));
        more.put(LEAD.QUALIFIED_AT, coalesce(LEAD.QUALIFIED_AT, val(now)));
        more.put(LEAD.ASSIGNED_AT, val(now));
        standings.move(lead, Lead.Stage.ASSIGNED, route.to(), more, "promoted", message, by, now);
        announcements.promoted(lead.id(), route.to(), by);
        return terms;
    }

    /** Inside sales proposes it to field sales, whose acceptance confirms it. */
    Handoff.Terms onward(Standing lead, Qualification heard, Actor by) {
        var route = sellers.routing().onward(facts(lead), by.id(), clock.instant());
        var packet = packet(lead);
        packet.putAll(heard.packet());
        var terms = offer(lead, route, agreements.current().time(Promise.CONFIRMATION), packet, heard.known(), heard, by);
        standings.move(lead, Lead.Stage.WORKING, lead.owner(), proposed(lead, route, terms), "proposed", null, by, clock.instant());
        announcements.proposed(lead.id(), route.to(), by);
        return terms;
    }

    private Map<Field<?>, Object> proposed(Standing lead, Route route, Handoff.Terms terms) {
        var more = more(lead, route, terms);
        more.put(LEAD.PROPOSED_AT, val(clock.instant()));
        return more;
    }

    private Handoff.Terms offer(
            Standing lead, Route route, BusinessTime allowed, Map<String, Object> packet, Set<String> known,
            @Nullable Qualification heard, Actor by) {
        return handoffs.offer(List.of(new Offer(
                        new RecordRef(Lead.KIND, lead.id().value()), route.boundary(), by.member() == null ? route.from() : by.id(), route.to(),
                        clock.instant(), allowed, json.writeValueAsString(packet), known, heard == null ? null : heard.meetingAt(), true)))
                .getFirst();
    }

    private Map<Field<?>, Object> more(Standing lead, Route route, Handoff.Terms terms) {
        var more = new HashMap<Field<?>, Object>();
        more.put(LEAD.HANDOFF_ID, val(terms.id().value()));
        more.put(LEAD.TURN, val(route.boundary().to().code()));
        more.put(LEAD.DUE_AT, val(terms.dueAt(), LEAD.DUE_AT));
        more.put(LEAD.ROUTING, val(JSONB.valueOf(json.writeValueAsString(route.why()))));
        return more;
    }

    private static Field<UUID> value(@Nullable MemberId member) {
        return val(member == null ? null : member.value(), LEAD.OWNER_ID);
    }

    /** What is known now, as it stays on record. */
    private Map<String, Object> packet(Standing lead) {
        var stored = known.stored(lead.id());
        var packet = new LinkedHashMap<String, Object>();
        packet.put("grade", stored.score().grade());
        packet.put("reasons", stored.score().top());
        packet.put("touches", known.touches(lead.id()));
        packet.put("attempts", lead.attempts());
        return packet;
    }

    private static Set<String> known(Standing lead, Map<String, Object> packet) {
        var known = new HashSet<>(List.of("contact", "kind", "score"));
        if (lead.account() != null) {
            known.add("company");
        }
        if (lead.person() != null) {
            known.add("person");
        }
        if (packet.containsKey("message")) {
            known.add("message");
        }
        return known;
    }

    /** Back to whom it came from, over the boundary it came. */
    static Route back(Handoff.Terms terms, MemberId to) {
        return new Route(terms.boundary(), terms.from(), to, new ArrayList<>(List.of(Reason.of("same_receiver", 0))));
    }
}
