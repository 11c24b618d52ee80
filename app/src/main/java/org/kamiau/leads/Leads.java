package org.kamiau.leads;

import static db.leads.Tables.LEAD;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.Account;
import org.kamiau.customers.Customers;
import org.kamiau.handoffs.Handoff;
import org.kamiau.handoffs.HandoffEvent;
import org.kamiau.handoffs.Handoffs;
import org.kamiau.handoffs.Offer;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Function;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What one does with leads once they are in. */
@Component
@Transactional
public class Leads {

    private final DSLContext sql;
    private final LeadRows rows;
    private final Customers customers;
    private final Handoffs handoffs;
    private final Sellers sellers;
    private final Announcements announcements;
    private final Audit audit;
    private final InstantSource clock;
    private final JsonMapper json;

    Leads(
            DSLContext sql,
            LeadRows rows,
            Customers customers,
            Handoffs handoffs,
            Sellers sellers,
            Announcements announcements,
            Audit audit,
            InstantSource clock,
            JsonMapper json) {
        this.sql = sql;
        this.rows = rows;
        this.customers = customers;
        this.handoffs = handoffs;
        this.sellers = sellers;
        this.announcements = announcements;
        this.audit = audit;
        this.clock = clock;
        this.json = json;
    }

    /** Where a lead stands, locked for a change. */
    private record Standing(
            Lead.Id id, Lead.Stage stage, @Nullable MemberId owner, @Nullable UUID account, boolean contactMissing) {}

    private Standing lock(Lead.Id id) {
        return sql.select(LEAD.STAGE, LEAD.OWNER_ID, LEAD.ACCOUNT_ID, LEAD.CONTACT_MISSING)
                .from(LEAD)
                .where(LEAD.ID.eq(id.value()))
                .forUpdate()
                .fetchOptional(row -> new Standing(
                        id, Lead.Stage.of(row.value1()), row.value2() == null ? null : new MemberId(row.value2()), row.value3(), row.value4()))
                .orElseThrow(Refusal.NotFound::new);
    }

    /**
     * Marketing hands a lead over by its own judgement: one below the line, or a returned one that is mended.
     * Refuses what is not before qualification ({@code leads.not-promotable}, 409) and what nobody could
     * contact ({@code leads.contact-needed}, 409).
     *
     * @param reason why the rules' line is not the last word here; the receiver reads it
     */
    public Handoff.Terms promote(Lead.Id id, String reason, Actor by) {
        customers.lock();
        var lead = lock(id);
        if (!lead.stage().mayQualify()) {
            throw new NotPromotable();
        }
        if (lead.contactMissing()) {
            throw new ContactNeeded();
        }
        var now = clock.instant();
        var account = lead.account() == null ? null : new Account.Id(lead.account());
        var facts = account == null ? null : customers.accounts(List.of(account)).get(account);
        var route = sellers.routing(rows).route(facts, now);
        var packet = json.writeValueAsString(Map.of("message", reason));
        var terms = handoffs.offer(List.of(new Offer(
                        new RecordRef(Lead.KIND, id.value()), route.boundary(), by.id(), route.to(), now, Intake.OTHER, packet, true)))
                .getFirst();
        sql.update(LEAD)
                .set(LEAD.STAGE, Lead.Stage.ASSIGNED.code())
                .set(LEAD.OWNER_ID, route.to() == null ? null : route.to().value())
                .set(LEAD.RECEIVER_ID, route.to() == null ? null : route.to().value())
                .setNull(LEAD.WAKE_ON)
                .setNull(LEAD.WAKE_AT)
                .set(LEAD.HANDOFF_ID, terms.id().value())
                .set(LEAD.TURN, route.boundary().to().code())
                .set(LEAD.DUE_AT, terms.dueAt())
                .set(LEAD.QUALIFIED_AT, org.jooq.impl.DSL.coalesce(LEAD.QUALIFIED_AT, org.jooq.impl.DSL.val(now)))
                .set(LEAD.ASSIGNED_AT, now)
                .set(LEAD.ROUTING, org.jooq.JSONB.valueOf(json.writeValueAsString(route.why())))
                .set(LEAD.VERSION, LEAD.VERSION.plus(1))
                .where(LEAD.ID.eq(id.value()))
                .execute();
        if (route.to() != null) {
            rows.weigh(Map.of(route.to(), 1), now);
        }
        audit.record(by, Change.of(
                Lead.KIND, id.value(), "promoted", Map.of("stage", lead.stage().code()), Map.of("stage", Lead.Stage.ASSIGNED.code()), reason));
        announcements.promoted(id, route.to(), by);
        return terms;
    }

    /** Whoever accepts a lead owns it. */
    @EventListener
    void accepted(HandoffEvent.Accepted event) {
        var terms = event.handoff().terms();
        if (!terms.about().kind().equals(Lead.KIND)) {
            return;
        }
        var receiver = event.handoff().answer().by();
        var lead = lock(new Lead.Id(terms.about().id()));
        sql.update(LEAD)
                .set(LEAD.STAGE, Lead.Stage.ACCEPTED.code())
                .set(LEAD.OWNER_ID, receiver.value())
                .set(LEAD.RECEIVER_ID, receiver.value())
                .set(LEAD.ACCEPTED_AT, event.at())
                .set(LEAD.TURN, terms.boundary().to().code())
                .setNull(LEAD.DUE_AT)
                .set(LEAD.VERSION, LEAD.VERSION.plus(1))
                .where(LEAD.ID.eq(lead.id().value()))
                .execute();
        if (!receiver.equals(lead.owner())) {
            var desks = new HashMap<MemberId, Integer>();
            desks.put(receiver, 1);
            if (lead.owner() != null) {
                desks.put(lead.owner(), -1);
            }
            rows.weigh(desks, event.at());
        }
        moved(lead, Lead.Stage.ACCEPTED, event.by(), null);
        announcements.accepted(lead.id(), terms.from(), event.by());
    }

    /** A returned lead is marketing's again, with the advice. */
    @EventListener
    void returned(HandoffEvent.Returned event) {
        var terms = event.handoff().terms();
        if (!terms.about().kind().equals(Lead.KIND)) {
            return;
        }
        var lead = lock(new Lead.Id(terms.about().id()));
        sql.update(LEAD)
                .set(LEAD.STAGE, Lead.Stage.RETURNED.code())
                .set(LEAD.OWNER_ID, terms.from() == null ? null : terms.from().value())
                .set(LEAD.RETURNED_AT, event.at())
                .set(LEAD.TURN, Function.MARKETING.code())
                .setNull(LEAD.DUE_AT)
                .set(LEAD.VERSION, LEAD.VERSION.plus(1))
                .where(LEAD.ID.eq(lead.id().value()))
                .execute();
        if (lead.owner() != null) {
            rows.weigh(Map.of(lead.owner(), -1), null);
        }
        moved(lead, Lead.Stage.RETURNED, event.by(), event.handoff().advice());
        announcements.returned(lead.id(), terms.from(), event.by());
    }

    private void moved(Standing lead, Lead.Stage stage, Actor by, @Nullable String reason) {
        audit.record(by, Change.of(
                Lead.KIND, lead.id().value(), stage.code(), Map.of("stage", lead.stage().code()), Map.of("stage", stage.code()), reason));
    }

}
