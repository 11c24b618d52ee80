package org.kamiau.handoffs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.BusinessClock;
import org.kamiau.platform.Actor;

/** What happens to handoffs, told in the transaction in which it happens. */
public sealed interface HandoffEvent {

    record Accepted(Handoff.Accepted handoff, Actor by, Instant at) implements HandoffEvent {}

    /** @param replyDue until when the giver owes a reply */
    record Returned(Handoff.Returned handoff, Actor by, Instant at, Instant replyDue) implements HandoffEvent {}

    /** @param ruling the clock of the ruling, where the reply disputes */
    record Replied(Handoff.Returned handoff, Handoff.Reply reply, Actor by, Instant at, @Nullable BusinessClock ruling) implements HandoffEvent {}

    record Ruled(Handoff.Returned handoff, Handoff.Ruling ruling, Actor by, Instant at) implements HandoffEvent {}

    record Completed(Handoff.Accepted handoff, Handoff.Meeting meeting, Actor by, Instant at) implements HandoffEvent {}
}
