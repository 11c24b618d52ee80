package org.kamiau.leads;

import static db.leads.Tables.LEAD;
import static db.leads.Tables.STEP;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.kamiau.handoffs.Handoff;
import org.kamiau.handoffs.Handoffs;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Ids;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Holds a lead for a change, and writes where it stands afterwards: one way for every move. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Standings {

    private final DSLContext sql;
    private final Desks desks;
    private final Handoffs handoffs;
    private final Audit audit;

    Standings(DSLContext sql, Desks desks, Handoffs handoffs, Audit audit) {
        this.sql = sql;
        this.desks = desks;
        this.handoffs = handoffs;
        this.audit = audit;
    }

    /**
     * Until the end of the transaction nobody else moves it. Its hand-over is held first: whoever answers one holds
     * that first as well, so that two never wait for each other.
     */
    Standing lock(Lead.Id id) {
        while (true) {
            var handoff = handoff(id);
            if (handoff != null) {
                handoffs.hold(handoff);
            }
            var standing = held(id);
            if (Objects.equals(standing.handoff(), handoff)) {
                return standing;
            }
        }
    }

    private Handoff.@Nullable Id handoff(Lead.Id id) {
        var found = sql.select(LEAD.HANDOFF_ID).from(LEAD).where(LEAD.ID.eq(id.value())).fetchOptional().orElseThrow(Refusal.NotFound::new);
        return found.value1() == null ? null : new Handoff.Id(found.value1());
    }

    private Standing held(Lead.Id id) {
        return sql.selectFrom(LEAD)
                .where(LEAD.ID.eq(id.value()))
                .forUpdate()
                .fetchSingle(row -> new Standing(
                        id,
                        Lead.Stage.of(row.getStage()),
                        member(row.getOwnerId()),
                        row.getAccountId(),
                        row.getPersonId(),
                        row.getContactMissing(),
                        row.getHandoffId() == null ? null : new Handoff.Id(row.getHandoffId()),
                        row.getRound(),
                        row.getAttempts(),
                        row.getReachedAt(),
                        row.getFirstAttemptAt(),
                        row.getOccurredAt(),
                        row.getAssignedAt() == null ? row.getOccurredAt() : row.getAssignedAt()));
    }

    private static @Nullable MemberId member(@Nullable UUID id) {
        return id == null ? null : new MemberId(id);
    }

    /**
     * Moves it, keeps the desks' counts, and tells the audit log.
     *
     * @param owner who has it from now on
     * @param more what else changes with it
     */
    void move(Standing lead, Lead.Stage to, @Nullable MemberId owner, Map<Field<?>, ?> more, String action, @Nullable String reason, Actor by, Instant at) {
        var update = sql.update(LEAD)
                .set(LEAD.STAGE, to.code())
                .set(LEAD.OWNER_ID, owner == null ? null : owner.value())
                .set(LEAD.VERSION, LEAD.VERSION.plus(1));
        var awake = to == Lead.Stage.RECYCLED ? update : update.setNull(LEAD.WAKE_ON).setNull(LEAD.WAKE_AT);
        awake.set(more).where(LEAD.ID.eq(lead.id().value())).execute();
        weigh(lead, to, owner, at);
        audit.record(by, Change.of(
                Lead.KIND, lead.id().value(), action, values(lead.stage(), lead.owner()), values(to, owner), reason));
    }

    private static Map<String, @Nullable Object> values(Lead.Stage stage, @Nullable MemberId owner) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("stage", stage.code());
        values.put("owner", owner == null ? null : owner.toString());
        return values;
    }

    private void weigh(Standing lead, Lead.Stage to, @Nullable MemberId owner, Instant at) {
        var change = new HashMap<MemberId, Integer>();
        if (lead.stage().burdensOwner() && lead.owner() != null) {
            change.merge(lead.owner(), -1, Integer::sum);
        }
        if (to.burdensOwner() && owner != null) {
            change.merge(owner, 1, Integer::sum);
        }
        change.values().removeIf(count -> count == 0);
        desks.weigh(change, to == Lead.Stage.ASSIGNED ? at : null);
    }

    /** Nobody in particular has these any more. */
    void release(MemberId member) {
        sql.update(LEAD)
                .setNull(LEAD.OWNER_ID)
                .set(LEAD.VERSION, LEAD.VERSION.plus(1))
                .where(LEAD.OWNER_ID.eq(member.value()), LEAD.STAGE.in("assigned", "accepted", "working", "sql"))
                .execute();
        sql.execute("delete from leads.workload where member_id = {0}", val(member.value()));
    }

    /** A turn aside, or back, for the timeline. */
    void step(Standing lead, Lead.Stage to, Actor by, @Nullable String reason, @Nullable String note, @Nullable LocalDate wakeOn, Instant at) {
        sql.insertInto(STEP)
                .set(STEP.ID, Ids.next())
                .set(STEP.LEAD_ID, lead.id().value())
                .set(STEP.STAGE, to.code())
                .set(STEP.AT, at)
                .set(STEP.BY_MEMBER, by.member() == null ? null : by.member().value())
                .set(STEP.REASON, reason)
                .set(STEP.NOTE, note)
                .set(STEP.WAKE_ON, wakeOn)
                .execute();
    }
}
