package org.kamiau.handoffs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;
import org.kamiau.platform.Side;

/**
 * Offered until it is answered; an answer is final, and late once the due moment has passed. What was accepted
 * ends in a meeting; a return is replied to by the giver, and ruled on where both sides disagree.
 */
public sealed interface Handoff {

    /** How the giver replies to a return. */
    enum ReplyKind {
        /** Mended, and offered again. */
        CORRECT,
        /** The return was right. */
        AGREE,
        /** It was not: sales operations rules. */
        DISPUTE;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static ReplyKind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** Which side a rating comes from. */
    enum Rater {
        GIVER,
        RECEIVER;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Rater of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    Terms terms();

    default Id id() {
        return terms().id();
    }

    /** Nobody has answered yet; the receiver's clock runs. */
    record Offered(Terms terms) implements Handoff {

        /** Refuses whoever neither does the receiving function's work nor leads sales. */
        Accepted accept(Actor by, Instant now) {
            mayAnswer(by);
            return new Accepted(terms, new Answer(by.id(), now), false, null);
        }

        /** Nobody answered in time: the lead goes on, and the breach stays on record. */
        Accepted acceptSilently(MemberId receiver, Instant now) {
            return new Accepted(terms, new Answer(receiver, now), true, null);
        }

        /** @param advice what would have made it acceptable, or who should have it */
        Returned sendBack(ReturnReason reason, String advice, Actor by, Instant now) {
            mayAnswer(by);
            return new Returned(terms, new Answer(by.id(), now), reason, advice, null, null);
        }

        private void mayAnswer(Actor by) {
            if (!terms.mayAnswer(by)) {
                throw new Refusal.NotAllowed();
            }
        }
    }

    /**
     * Taken over by the receiver.
     *
     * @param silent the receiver kept silent until the due moment
     * @param meeting what came of the first meeting; null while it has not been told
     */
    record Accepted(Terms terms, Answer answer, boolean silent, @Nullable Meeting meeting) implements Handoff {

        /** Refuses a second account ({@code handoffs.already-completed}) and fields that were not agreed (422). */
        Accepted complete(Meeting told, Actor by) {
            if (!terms.mayAnswer(by) && !by.is(answer.by())) {
                throw new Refusal.NotAllowed();
            }
            if (meeting != null) {
                throw new AlreadyCompleted();
            }
            told.reasked().stream().filter(field -> !terms.fields().contains(field)).findFirst().ifPresent(field -> {
                throw new Invalid("reasked", "handoffs.invalid.reasked", field, String.join(", ", terms.fields()));
            });
            return new Accepted(terms, answer, silent, told);
        }

        /** Planned, and neither held nor told of. */
        boolean beforeMeeting(Instant now) {
            return meeting == null && terms.meetingAt() != null && now.isBefore(terms.meetingAt());
        }

        /** Those named in it speak for their side; else whoever does that side's work. Nobody else rates. */
        Optional<Rater> rater(Actor by) {
            if (by.is(answer.by()) || terms.to() != null && by.is(terms.to())) {
                return Optional.of(Rater.RECEIVER);
            }
            if (terms.mayReply(by)) {
                return Optional.of(Rater.GIVER);
            }
            return by.does(terms.boundary().to()) ? Optional.of(Rater.RECEIVER) : Optional.empty();
        }
    }

    /**
     * Given back before any contact.
     *
     * @param reply null while the giver owes one
     * @param ruling only where the reply disputes
     */
    record Returned(
            Terms terms, Answer answer, ReturnReason reason, String advice, @Nullable Reply reply, @Nullable Ruling ruling)
            implements Handoff {

        public Returned {
            if (ruling != null && (reply == null || reply.kind() != ReplyKind.DISPUTE)) {
                throw new IllegalArgumentException("only a disputed return is ruled on");
            }
        }

        /** Refuses a second reply ({@code handoffs.already-replied}), and whoever does not work for the giver. */
        Returned reply(ReplyKind kind, String note, Actor by, Instant now) {
            if (!terms.mayReply(by)) {
                throw new Refusal.NotAllowed();
            }
            if (ruling != null) {
                throw new AlreadyRuled();
            }
            if (reply != null) {
                throw new AlreadyReplied();
            }
            return new Returned(terms, answer, reason, advice, new Reply(kind, note, new Answer(by.id(), now)), null);
        }

        /** Refuses what nobody disputes, a second ruling, and whoever does not rule here. */
        Returned rule(Side winner, String why, boolean mayRule, Actor by, Instant now) {
            if (!mayRule) {
                throw new Refusal.NotAllowed();
            }
            if (ruling != null) {
                throw new AlreadyRuled();
            }
            if (!disputed()) {
                throw new NotDisputed();
            }
            return new Returned(terms, answer, reason, advice, reply, new Ruling(winner, why, new Answer(by.id(), now)));
        }

        /** Waits for a ruling. */
        public boolean disputed() {
            return reply != null && reply.kind() == ReplyKind.DISPUTE && ruling == null;
        }
    }

    /** What the giver replied. */
    record Reply(ReplyKind kind, String note, Answer answer) {}

    /** Who was right, and why. */
    record Ruling(Side winner, String reason, Answer answer) {}

    /**
     * What came of the first meeting.
     *
     * @param held false when the customer did not come
     * @param reasked agreed fields that the customer had to be asked for again
     */
    record Meeting(boolean held, List<String> reasked, @Nullable String note, Answer answer) {
        public Meeting {
            reasked = List.copyOf(reasked);
            if (!held && !reasked.isEmpty()) {
                throw new Invalid("reasked", "handoffs.invalid.reasked-no-show");
            }
        }
    }

    /** Overtaken by events (merged, unsubscribed) before anybody answered. */
    record Withdrawn(Terms terms, Instant at) implements Handoff {}

    /**
     * What was offered.
     *
     * @param packet snapshot of what was known, as the offering module wrote it
     * @param fields what both sides agreed that a packet contains
     * @param missing those of them that this one lacked
     * @param dueAt null when no clock runs
     * @param meetingAt when the first meeting is planned
     */
    record Terms(
            Id id,
            Boundary boundary,
            RecordRef about,
            @Nullable MemberId from,
            @Nullable MemberId to,
            Map<String, Object> packet,
            List<String> fields,
            List<String> missing,
            Instant offeredAt,
            @Nullable Instant dueAt,
            @Nullable Instant meetingAt) {

        public Terms {
            fields = List.copyOf(fields);
            missing = List.copyOf(missing);
        }

        public boolean mayAnswer(Actor actor) {
            return actor.is(Role.SALES_HEAD) || actor.does(boundary.to()) || to != null && actor.is(to);
        }

        public boolean mayReply(Actor actor) {
            return actor.does(boundary.from()) || from != null && actor.is(from);
        }
    }

    /** Who answered, and when. */
    record Answer(MemberId by, Instant at) {
        public boolean lateFor(Terms terms) {
            return terms.dueAt() != null && at.isAfter(terms.dueAt());
        }
    }

    /** Identity of a handoff. */
    record Id(UUID value) {
        public static Id of(String text) {
            return new Id(UUID.fromString(text));
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }
}
