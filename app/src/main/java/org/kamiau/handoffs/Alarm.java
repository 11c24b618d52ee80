package org.kamiau.handoffs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.kamiau.platform.Actor;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;
import org.kamiau.platform.alerts.Outcome;

/** A detection found a boundary where both sides drift apart (溝); open until people say what became of it. */
public sealed interface Alarm {

    Id id();

    Finding finding();

    Instant raisedAt();

    Instant dueAt();

    /** Both heads owe an outcome. */
    record Open(Id id, Finding finding, Instant raisedAt, Instant dueAt) implements Alarm {

        Closed close(Outcome outcome, String reason, Actor by, Instant now) {
            if (!mayClose(by)) {
                throw new Refusal.NotAllowed();
            }
            return new Closed(id, finding, raisedAt, dueAt, outcome, reason, by.id(), now);
        }
    }

    /** People have decided, with a reason. */
    record Closed(Id id, Finding finding, Instant raisedAt, Instant dueAt, Outcome outcome, String reason, MemberId by, Instant at) implements Alarm {}

    /**
     * What a detection found.
     *
     * @param from first and {@code to} last day that was looked at
     * @param measure what was measured, and the {@code line} that it crossed
     */
    record Finding(String detection, Boundary boundary, LocalDate from, LocalDate to, double measure, double line, long n) {}

    /** Identity of an alarm. */
    record Id(UUID value) {
        public static Id of(String text) {
            return new Id(UUID.fromString(text));
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** Its owners are both heads; operations and executives may speak for them. */
    static boolean mayClose(Actor actor) {
        return actor.is(Role.SALES_HEAD, Role.MKT_HEAD, Role.REVOPS, Role.EXEC);
    }
}
