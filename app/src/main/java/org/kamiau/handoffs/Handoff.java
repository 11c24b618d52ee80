package org.kamiau.handoffs;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;

/** Offered until it is answered; an answer is final, and late once the due moment has passed. */
public sealed interface Handoff {

    Terms terms();

    default Id id() {
        return terms().id();
    }

    /** Nobody has answered yet; the receiver's clock runs. */
    record Offered(Terms terms) implements Handoff {

        /** Refuses whoever neither does the receiving function's work nor leads sales. */
        Accepted accept(Actor by, Instant now) {
            mayAnswer(by);
            return new Accepted(terms, new Answer(by.id(), now));
        }

        /** @param advice what would have made it acceptable, or who should have it */
        Returned sendBack(ReturnReason reason, String advice, Actor by, Instant now) {
            mayAnswer(by);
            return new Returned(terms, new Answer(by.id(), now), reason, advice);
        }

        private void mayAnswer(Actor by) {
            if (!terms.mayAnswer(by)) {
                throw new Refusal.NotAllowed();
            }
        }
    }

    record Accepted(Terms terms, Answer answer) implements Handoff {}

    record Returned(Terms terms, Answer answer, ReturnReason reason, String advice) implements Handoff {}

    /** Overtaken by events (merged, unsubscribed) before anybody answered. */
    record Withdrawn(Terms terms, Instant at) implements Handoff {}

    /**
     * What was offered.
     *
     * @param packet snapshot of what was known, as the offering module wrote it
     * @param dueAt null when no clock runs
     */
    record Terms(
            Id id,
            Boundary boundary,
            RecordRef about,
            @Nullable MemberId from,
            @Nullable MemberId to,
            Map<String, Object> packet,
            Instant offeredAt,
            @Nullable Instant dueAt) {

        public boolean mayAnswer(Actor actor) {
            return actor.is(Role.SALES_HEAD) || actor.does(boundary.to()) || to != null && actor.is(to);
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
