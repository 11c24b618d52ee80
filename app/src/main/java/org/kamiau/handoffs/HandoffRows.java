package org.kamiau.handoffs;

import static db.handoffs.Tables.HANDOFF;

import db.handoffs.tables.records.HandoffRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Bulk;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.RecordRef;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of handoffs. */
@Component
class HandoffRows {

    /** An offer with its id and due moment. */
    record Row(UUID id, Offer offer, @Nullable Instant dueAt) {}

    private final DSLContext sql;
    private final JsonMapper json;

    HandoffRows(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void insert(List<Row> offers) {
        var rows = new Bulk<>(offers);
        sql.execute(
                """
                insert into handoffs.handoff (id, boundary, about_kind, about_id, from_function, to_function,
                    from_member, to_member, packet, offered_at, due_at)
                select h.id, h.boundary, h.about_kind, h.about_id, h.from_function, h.to_function,
                    h.from_member, h.to_member, h.packet::jsonb, h.offered_at, h.due_at
                from unnest({0}::uuid[], {1}::text[], {2}::text[], {3}::uuid[], {4}::text[], {5}::text[],
                    {6}::uuid[], {7}::uuid[], {8}::text[], {9}::timestamptz[], {10}::timestamptz[])
                    as h (id, boundary, about_kind, about_id, from_function, to_function,
                        from_member, to_member, packet, offered_at, due_at)
                """,
                rows.uuids(Row::id),
                rows.texts(row -> row.offer().boundary().code()),
                rows.texts(row -> row.offer().about().kind()),
                rows.uuids(row -> row.offer().about().id()),
                rows.texts(row -> row.offer().boundary().from().code()),
                rows.texts(row -> row.offer().boundary().to().code()),
                rows.members(row -> row.offer().from()),
                rows.members(row -> row.offer().to()),
                rows.texts(row -> row.offer().packet()),
                rows.moments(row -> row.offer().startedAt()),
                rows.moments(Row::dueAt));
    }

    /** Locked until the end of the transaction: of two who answer at once, the second sees the first. */
    Optional<Handoff> lock(Handoff.Id id) {
        return sql.selectFrom(HANDOFF).where(HANDOFF.ID.eq(id.value())).forUpdate().fetchOptional(this::handoff);
    }

    Optional<Handoff> find(Handoff.Id id) {
        return sql.selectFrom(HANDOFF).where(HANDOFF.ID.eq(id.value())).fetchOptional(this::handoff);
    }

    /** Of these records, oldest first. */
    List<Handoff> about(String kind, Collection<UUID> ids) {
        return sql.selectFrom(HANDOFF)
                .where(HANDOFF.ABOUT_ID.in(ids), HANDOFF.ABOUT_KIND.eq(kind))
                .orderBy(HANDOFF.OFFERED_AT, HANDOFF.ID)
                .fetch(this::handoff);
    }

    void answer(Handoff answered) {
        var update = sql.update(HANDOFF).set(HANDOFF.ID, answered.id().value());
        var set = switch (answered) {
            case Handoff.Offered _ -> throw new IllegalArgumentException("an offer is no answer");
            case Handoff.Accepted accepted -> update.set(HANDOFF.STATE, "accepted")
                    .set(HANDOFF.ANSWERED_AT, accepted.answer().at())
                    .set(HANDOFF.ANSWERED_BY, accepted.answer().by().value())
                    .set(HANDOFF.LATE, accepted.answer().lateFor(accepted.terms()));
            case Handoff.Returned returned -> update.set(HANDOFF.STATE, "returned")
                    .set(HANDOFF.ANSWERED_AT, returned.answer().at())
                    .set(HANDOFF.ANSWERED_BY, returned.answer().by().value())
                    .set(HANDOFF.LATE, returned.answer().lateFor(returned.terms()))
                    .set(HANDOFF.REASON, returned.reason().code())
                    .set(HANDOFF.ADVICE, returned.advice());
            case Handoff.Withdrawn withdrawn -> update.set(HANDOFF.STATE, "withdrawn")
                    .set(HANDOFF.ANSWERED_AT, withdrawn.at());
        };
        set.where(HANDOFF.ID.eq(answered.id().value())).execute();
    }

    private Handoff handoff(HandoffRecord row) {
        var terms = new Handoff.Terms(
                new Handoff.Id(row.getId()),
                Boundary.of(row.getBoundary()),
                new RecordRef(row.getAboutKind(), row.getAboutId()),
                member(row.getFromMember()),
                member(row.getToMember()),
                packet(row.getPacket().data()),
                row.getOfferedAt(),
                row.getDueAt());
        return switch (row.getState()) {
            case "offered" -> new Handoff.Offered(terms);
            case "accepted" -> new Handoff.Accepted(terms, answer(row));
            case "returned" -> new Handoff.Returned(terms, answer(row), ReturnReason.of(row.getReason()), row.getAdvice());
            case "withdrawn" -> new Handoff.Withdrawn(terms, row.getAnsweredAt());
            default -> throw new IllegalStateException("the database allows no state " + row.getState());
        };
    }

    private static Handoff.Answer answer(HandoffRecord row) {
        return new Handoff.Answer(new MemberId(row.getAnsweredBy()), row.getAnsweredAt());
    }

    private static @Nullable MemberId member(@Nullable UUID id) {
        return id == null ? null : new MemberId(id);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> packet(String text) {
        return json.readValue(text, Map.class);
    }
}
