package org.kamiau.handoffs;

import static db.handoffs.Tables.AGREEMENT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.val;

import db.handoffs.tables.records.AgreementRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.kamiau.handoffs.AgreementVersion.Decision;
import org.kamiau.handoffs.AgreementVersion.Head;
import org.kamiau.handoffs.AgreementVersion.Signature;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Side;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of agreements. */
@Component
class AgreementRows {

    private final DSLContext sql;
    private final JsonMapper json;

    AgreementRows(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** The version in force then; versions are signed in their order, so the highest counts. 0 without one. */
    int inForce(Instant then) {
        return sql.select(coalesce(max(AGREEMENT.VERSION), val(0))).from(AGREEMENT).where(AGREEMENT.IN_FORCE_AT.le(then)).fetchSingle().value1();
    }

    /** Nobody drafts another one until the transaction ends. */
    void lock() {
        sql.execute("lock table handoffs.agreement in share row exclusive mode");
    }

    int latest() {
        return sql.select(coalesce(max(AGREEMENT.VERSION), val(0))).from(AGREEMENT).fetchSingle().value1();
    }

    Optional<AgreementVersion> find(int version) {
        return sql.selectFrom(AGREEMENT).where(AGREEMENT.VERSION.eq(version)).fetchOptional(this::agreement);
    }

    Optional<AgreementVersion> lock(int version) {
        return sql.selectFrom(AGREEMENT).where(AGREEMENT.VERSION.eq(version)).forUpdate().fetchOptional(this::agreement);
    }

    Optional<AgreementVersion> draft() {
        return sql.selectFrom(AGREEMENT).where(AGREEMENT.STATE.eq("draft")).fetchOptional(this::agreement);
    }

    /** The newest first. */
    List<AgreementVersion> all() {
        return sql.selectFrom(AGREEMENT).orderBy(AGREEMENT.VERSION.desc()).fetch(this::agreement);
    }

    Map<UUID, Integer> versions(Collection<UUID> ids) {
        return sql.select(AGREEMENT.ID, AGREEMENT.VERSION).from(AGREEMENT).where(AGREEMENT.ID.in(ids)).fetchMap(AGREEMENT.ID, AGREEMENT.VERSION);
    }

    void insert(AgreementVersion.Draft draft) {
        var head = draft.head();
        var row = sql.newRecord(AGREEMENT);
        row.setId(head.id().value());
        row.setVersion(head.version());
        row.setBase(head.base());
        row.setDraftedAt(head.drafted().at());
        row.setDraftedBy(head.drafted().by().value());
        fill(row, draft);
        row.insert();
    }

    void store(AgreementVersion version) {
        var row = sql.newRecord(AGREEMENT);
        fill(row, version);
        sql.update(AGREEMENT).set(row).where(AGREEMENT.ID.eq(version.head().id().value())).execute();
    }

    private void fill(AgreementRecord row, AgreementVersion version) {
        var head = version.head();
        row.setRevision(head.revision());
        row.setTerms(JSONB.valueOf(json.writeValueAsString(AgreementText.of(head.terms()))));
        row.setHandRaise((int) head.terms().time(Promise.HAND_RAISE).toMinutes());
        row.setFirstDay(head.firstDay());
        row.setEditedAt(head.edited().at());
        row.setEditedBy(head.edited().by().value());
        var sales = version.signatures().get(Side.SALES);
        row.setSalesAt(sales == null ? null : sales.at());
        row.setSalesBy(sales == null ? null : sales.by().value());
        var marketing = version.signatures().get(Side.MARKETING);
        row.setMarketingAt(marketing == null ? null : marketing.at());
        row.setMarketingBy(marketing == null ? null : marketing.by().value());
        switch (version) {
            case AgreementVersion.Draft _ -> row.setState("draft");
            case AgreementVersion.Signed signed -> {
                row.setState("signed");
                row.setSignedAt(signed.signedAt());
                row.setInForceAt(signed.inForceAt());
                var decision = signed.decision();
                if (decision != null) {
                    row.setOverrideAt(decision.signature().at());
                    row.setOverrideBy(decision.signature().by().value());
                    row.setOverrideReason(decision.reason());
                }
            }
            case AgreementVersion.Withdrawn withdrawn -> {
                row.setState("withdrawn");
                row.setWithdrawnAt(withdrawn.at());
            }
        }
    }

    private AgreementVersion agreement(AgreementRecord row) {
        var head = new Head(
                new AgreementVersion.Id(row.getId()), row.getVersion(), row.getRevision(), row.getBase(),
                json.readValue(row.getTerms().data(), AgreementText.class).checked(row.getVersion()),
                row.getFirstDay(),
                new Signature(new MemberId(row.getDraftedBy()), row.getDraftedAt()),
                new Signature(new MemberId(row.getEditedBy()), row.getEditedAt()));
        var signatures = new EnumMap<Side, Signature>(Side.class);
        put(signatures, Side.SALES, row.getSalesBy(), row.getSalesAt());
        put(signatures, Side.MARKETING, row.getMarketingBy(), row.getMarketingAt());
        return switch (row.getState()) {
            case "draft" -> new AgreementVersion.Draft(head, signatures);
            case "signed" -> new AgreementVersion.Signed(head, signatures, decision(row), row.getSignedAt(), row.getInForceAt());
            case "withdrawn" -> new AgreementVersion.Withdrawn(head, row.getWithdrawnAt());
            default -> throw new IllegalStateException("the database allows no state " + row.getState());
        };
    }

    private static void put(Map<Side, Signature> signatures, Side side, @Nullable UUID by, @Nullable Instant at) {
        if (by != null && at != null) {
            signatures.put(side, new Signature(new MemberId(by), at));
        }
    }

    private static @Nullable Decision decision(AgreementRecord row) {
        var by = row.getOverrideBy();
        return by == null ? null : new Decision(new Signature(new MemberId(by), row.getOverrideAt()), row.getOverrideReason());
    }
}
