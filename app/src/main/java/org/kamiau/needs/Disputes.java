package org.kamiau.needs;

import static db.needs.Tables.DISPUTE;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import db.needs.tables.records.DisputeRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Ids;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Words;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sales says that a need is understood or judged wrongly; marketing owes an answer within 5 business days. */
@Component
@Transactional
class Disputes {

    private static final int LONGEST = 2_000;

    private final NeedRows rows;
    private final DSLContext sql;
    private final NeedClocks clocks;
    private final NeedNotices notices;
    private final Audit audit;
    private final InstantSource clock;

    Disputes(NeedRows rows, DSLContext sql, NeedClocks clocks, NeedNotices notices, Audit audit, InstantSource clock) {
        this.rows = rows;
        this.sql = sql;
        this.clocks = clocks;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /** What marketing answers. */
    public enum Outcome {
        CHANGED,
        KEPT;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Outcome of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** What was said, and what was answered; never deleted. */
    public record Dispute(
            UUID id, Need.Id need, int meaning, String claim, MemberId by, Instant at, @Nullable Outcome outcome, @Nullable String answer,
            @Nullable MemberId answeredBy, @Nullable Instant answeredAt) {

        public boolean open() {
            return outcome == null;
        }
    }

    /** Whoever disputes waits for an answer before disputing again. */
    static class AlreadyDisputed extends Refusal {
        AlreadyDisputed() {
            super(HttpStatus.CONFLICT, "needs.need-already-disputed");
        }
    }

    /** It was answered before. */
    static class DisputeAnswered extends Refusal {
        DisputeAnswered() {
            super(HttpStatus.CONFLICT, "needs.need-dispute-answered");
        }
    }

    /** The oldest first. */
    @Transactional(readOnly = true)
    List<Dispute> of(Need.Id need) {
        return sql.selectFrom(DISPUTE).where(DISPUTE.NEED_ID.eq(need.value())).orderBy(DISPUTE.RAISED_AT, DISPUTE.ID).fetch(Disputes::dispute);
    }

    private static Dispute dispute(DisputeRecord row) {
        var answerer = row.getAnsweredBy();
        return new Dispute(
                row.getId(), new Need.Id(row.getNeedId()), row.getMeaning(), row.getClaim(), new MemberId(row.getRaisedBy()), row.getRaisedAt(),
                row.getOutcome() == null ? null : Outcome.of(row.getOutcome()), row.getAnswer(), answerer == null ? null : new MemberId(answerer),
                row.getAnsweredAt());
    }

    /** By the sales side; 403 for others, 409 while the same member's objection is open, 422 without a claim. */
    Dispute raise(Need.Id id, @Nullable String claim, Actor by) {
        var need = Optional.ofNullable(rows.lock(List.of(id)).get(id)).orElseThrow(Refusal.NotFound::new);
        need.mustBeLiving();
        if (!Need.mayDispute(by)) {
            throw new Refusal.NotAllowed();
        }
        var now = clock.instant();
        var waiting = of(id).stream().filter(Dispute::open).toList();
        if (waiting.stream().anyMatch(dispute -> dispute.by().equals(by.id()))) {
            throw new AlreadyDisputed();
        }
        var dispute = new Dispute(Ids.next(), id, need.meaning(), said("claim", claim), by.id(), now, null, null, null, null);
        sql.insertInto(DISPUTE)
                .set(DISPUTE.ID, dispute.id())
                .set(DISPUTE.NEED_ID, id.value())
                .set(DISPUTE.MEANING, dispute.meaning())
                .set(DISPUTE.CLAIM, dispute.claim())
                .set(DISPUTE.RAISED_BY, by.id().value())
                .set(DISPUTE.RAISED_AT, now)
                .execute();
        if (waiting.isEmpty()) {
            clocks.start(need, NeedClocks.DISPUTE, now);
        }
        audit.record(by, new Change(Needs.ref(id), "need_disputed", null, Map.of("meaning", need.meaning()), dispute.claim()));
        notices.disputed(need, by, dispute.claim());
        return dispute;
    }

    /** By marketing; 403 for others, 409 the second time, 422 without an answer. */
    void answer(Need.Id id, UUID dispute, Outcome outcome, @Nullable String answer, Actor by) {
        var need = Optional.ofNullable(rows.lock(List.of(id)).get(id)).orElseThrow(Refusal.NotFound::new);
        if (!Need.mayDecide(by)) {
            throw new Refusal.NotAllowed();
        }
        var all = of(id);
        var asked = all.stream().filter(one -> one.id().equals(dispute)).findFirst().orElseThrow(Refusal.NotFound::new);
        if (!asked.open()) {
            throw new DisputeAnswered();
        }
        var said = said("answer", answer);
        var now = clock.instant();
        sql.update(DISPUTE)
                .set(DISPUTE.OUTCOME, outcome.code())
                .set(DISPUTE.ANSWER, said)
                .set(DISPUTE.ANSWERED_BY, by.id().value())
                .set(DISPUTE.ANSWERED_AT, now)
                .where(DISPUTE.ID.eq(dispute))
                .execute();
        if (all.stream().noneMatch(one -> one.open() && !one.id().equals(dispute))) {
            clocks.stop(id, NeedClocks.DISPUTE, now);
        }
        audit.record(by, new Change(Needs.ref(id), "need_dispute_answered", null, Map.of("outcome", outcome.code()), said));
        notices.answered(need, asked.by(), new Words("needs.need-dispute." + outcome.code()), said, by);
    }

    private static String said(String field, @Nullable String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            throw new Invalid(field, text == null || text.isBlank() ? "needs.need-reason-needed" : "needs.need-too-long", LONGEST);
        }
        return text.strip();
    }
}
