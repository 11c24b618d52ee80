package org.kamiau.handoffs;

import static db.handoffs.Tables.HANDOFF;
import static db.handoffs.Tables.RATING;

import db.handoffs.tables.records.HandoffRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.UpdateSetMoreStep;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Bulk;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Side;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of handoffs. */
@Component
class HandoffRows {

    /** An offer with its id, its due moment and what the agreement asks of it. */
    record Row(UUID id, Offer offer, @Nullable Instant dueAt, int agreement, List<String> fields) {
        List<String> missing() {
            return fields.stream().filter(field -> !offer.known().contains(field)).toList();
        }
    }

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
                    from_member, to_member, packet, offered_at, due_at, agreement, fields, missing, meeting_at)
                select h.id, h.boundary, h.about_kind, h.about_id, h.from_function, h.to_function,
                    h.from_member, h.to_member, h.packet::jsonb, h.offered_at, h.due_at, h.agreement,
                    string_to_array(h.fields, ','), string_to_array(h.missing, ','), h.meeting_at
                from unnest({0}::uuid[], {1}::text[], {2}::text[], {3}::uuid[], {4}::text[], {5}::text[],
                    {6}::uuid[], {7}::uuid[], {8}::text[], {9}::timestamptz[], {10}::timestamptz[], {11}::int[],
                    {12}::text[], {13}::text[], {14}::timestamptz[])
                    as h (id, boundary, about_kind, about_id, from_function, to_function,
                        from_member, to_member, packet, offered_at, due_at, agreement, fields, missing, meeting_at)
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
                rows.moments(Row::dueAt),
                rows.integers(Row::agreement),
                rows.texts(row -> String.join(",", row.fields())),
                rows.texts(row -> String.join(",", row.missing())),
                rows.moments(row -> row.offer().meetingAt()));
    }

    /** Locked until the end of the transaction: of two who answer at once, the second sees the first. */
    Optional<Handoff> lock(Handoff.Id id) {
        return sql.selectFrom(HANDOFF).where(HANDOFF.ID.eq(id.value())).forUpdate().fetchOptional(this::handoff);
    }

    Optional<Handoff> find(Handoff.Id id) {
        return sql.selectFrom(HANDOFF).where(HANDOFF.ID.eq(id.value())).fetchOptional(this::handoff);
    }

    List<Handoff> find(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : sql.selectFrom(HANDOFF).where(HANDOFF.ID.in(ids)).fetch(this::handoff);
    }

    /** Of these records, oldest first. */
    List<Handoff> about(String kind, Collection<UUID> ids) {
        return sql.selectFrom(HANDOFF)
                .where(HANDOFF.ABOUT_ID.in(ids), HANDOFF.ABOUT_KIND.eq(kind))
                .orderBy(HANDOFF.OFFERED_AT, HANDOFF.ID)
                .fetch(this::handoff);
    }

    /** Stores the state that a verb has led to. */
    void store(Handoff handoff) {
        var update = sql.update(HANDOFF).set(HANDOFF.ID, handoff.id().value());
        var set = switch (handoff) {
            case Handoff.Offered _ -> throw new IllegalArgumentException("an offer is no answer");
            case Handoff.Accepted accepted -> {
                var meeting = accepted.meeting();
                yield answered(update, "accepted", accepted.terms(), accepted.answer(), accepted.silent())
                        .set(HANDOFF.SILENT, accepted.silent())
                        .set(HANDOFF.COMPLETED_AT, meeting == null ? null : meeting.answer().at())
                        .set(HANDOFF.COMPLETED_BY, meeting == null ? null : meeting.answer().by().value())
                        .set(HANDOFF.COMPLETION, meeting == null ? null : meeting.held() ? "held" : "no_show")
                        .set(HANDOFF.REASKED, meeting == null ? new String[0] : meeting.reasked().toArray(String[]::new))
                        .set(HANDOFF.COMPLETION_NOTE, meeting == null ? null : meeting.note());
            }
            case Handoff.Returned returned -> {
                var reply = returned.reply();
                var ruling = returned.ruling();
                yield answered(update, "returned", returned.terms(), returned.answer(), false)
                        .set(HANDOFF.REASON, returned.reason().code())
                        .set(HANDOFF.ADVICE, returned.advice())
                        .set(HANDOFF.REPLY, reply == null ? null : reply.kind().code())
                        .set(HANDOFF.REPLY_NOTE, reply == null ? null : reply.note())
                        .set(HANDOFF.REPLIED_AT, reply == null ? null : reply.answer().at())
                        .set(HANDOFF.REPLIED_BY, reply == null ? null : reply.answer().by().value())
                        .set(HANDOFF.RULING, ruling == null ? null : ruling.winner().code())
                        .set(HANDOFF.RULING_REASON, ruling == null ? null : ruling.reason())
                        .set(HANDOFF.RULED_AT, ruling == null ? null : ruling.answer().at())
                        .set(HANDOFF.RULED_BY, ruling == null ? null : ruling.answer().by().value());
            }
            case Handoff.Withdrawn withdrawn -> update.set(HANDOFF.STATE, "withdrawn")
                    .set(HANDOFF.ANSWERED_AT, withdrawn.at());
        };
        set.where(HANDOFF.ID.eq(handoff.id().value())).execute();
    }

    private static UpdateSetMoreStep<HandoffRecord> answered(
            UpdateSetMoreStep<HandoffRecord> update, String state, Handoff.Terms terms, Handoff.Answer answer, boolean late) {
        return update.set(HANDOFF.STATE, state)
                .set(HANDOFF.ANSWERED_AT, answer.at())
                .set(HANDOFF.ANSWERED_BY, answer.by().value())
                .set(HANDOFF.LATE, late || answer.lateFor(terms));
    }

    void release(MemberId member) {
        sql.update(HANDOFF).setNull(HANDOFF.TO_MEMBER).where(HANDOFF.TO_MEMBER.eq(member.value()), HANDOFF.STATE.eq("offered")).execute();
    }

    void plan(Handoff.Id id, Instant meetingAt) {
        sql.update(HANDOFF).set(HANDOFF.MEETING_AT, meetingAt).where(HANDOFF.ID.eq(id.value())).execute();
    }

    /** False when that side has rated before. */
    boolean rate(Rating rating) {
        return sql.insertInto(RATING, RATING.HANDOFF_ID, RATING.SIDE, RATING.SCORE, RATING.NOTE, RATING.RATED_BY, RATING.RATED_AT)
                        .values(
                                rating.handoff().value(), rating.side().code(), (short) rating.score(), rating.note(),
                                rating.answer().by().value(), rating.answer().at())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    List<Rating> ratings(Collection<UUID> handoffs) {
        return sql.selectFrom(RATING)
                .where(RATING.HANDOFF_ID.in(handoffs))
                .orderBy(RATING.RATED_AT)
                .fetch(row -> new Rating(
                        new Handoff.Id(row.getHandoffId()), Handoff.Rater.of(row.getSide()), row.getScore(), row.getNote(),
                        new Handoff.Answer(new MemberId(row.getRatedBy()), row.getRatedAt())));
    }

    private Handoff handoff(HandoffRecord row) {
        var terms = new Handoff.Terms(
                new Handoff.Id(row.getId()),
                Boundary.of(row.getBoundary()),
                new RecordRef(row.getAboutKind(), row.getAboutId()),
                member(row.getFromMember()),
                member(row.getToMember()),
                packet(row.getPacket().data()),
                List.of(row.getFields()),
                List.of(row.getMissing()),
                row.getOfferedAt(),
                row.getDueAt(),
                row.getMeetingAt());
        return switch (row.getState()) {
            case "offered" -> new Handoff.Offered(terms);
            case "accepted" -> new Handoff.Accepted(terms, answer(row), row.getSilent(), meeting(row));
            case "returned" -> new Handoff.Returned(
                    terms, answer(row), ReturnReason.of(row.getReason()), row.getAdvice(), reply(row), ruling(row));
            case "withdrawn" -> new Handoff.Withdrawn(terms, row.getAnsweredAt());
            default -> throw new IllegalStateException("the database allows no state " + row.getState());
        };
    }

    private static Handoff.@Nullable Meeting meeting(HandoffRecord row) {
        return row.getCompletion() == null
                ? null
                : new Handoff.Meeting(
                        row.getCompletion().equals("held"), List.of(row.getReasked()), row.getCompletionNote(),
                        new Handoff.Answer(new MemberId(row.getCompletedBy()), row.getCompletedAt()));
    }

    private static Handoff.@Nullable Reply reply(HandoffRecord row) {
        return row.getReply() == null
                ? null
                : new Handoff.Reply(
                        Handoff.ReplyKind.of(row.getReply()), row.getReplyNote(),
                        new Handoff.Answer(new MemberId(row.getRepliedBy()), row.getRepliedAt()));
    }

    private static Handoff.@Nullable Ruling ruling(HandoffRecord row) {
        return row.getRuling() == null
                ? null
                : new Handoff.Ruling(
                        Side.valueOf(row.getRuling().toUpperCase(Locale.ROOT)), row.getRulingReason(),
                        new Handoff.Answer(new MemberId(row.getRuledBy()), row.getRuledAt()));
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
