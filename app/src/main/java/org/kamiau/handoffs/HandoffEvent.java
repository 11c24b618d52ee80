package org.kamiau.handoffs;

import java.time.Instant;
import org.kamiau.platform.Actor;

/** What happens to handoffs, told in the transaction in which it happens. */
public sealed interface HandoffEvent {

    record Accepted(Handoff.Accepted handoff, Actor by, Instant at) implements HandoffEvent {}

    record Returned(Handoff.Returned handoff, Actor by, Instant at) implements HandoffEvent {}
}
