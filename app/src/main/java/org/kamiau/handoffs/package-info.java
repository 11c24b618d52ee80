/**
 * Hand-overs between functions: something is offered with a clock, and is accepted, or returned with a reason
 * and advice. A handoff knows what it is about only by kind and id; the module that offered it listens to
 * {@link org.kamiau.handoffs.HandoffEvent} in the same transaction.
 *
 * <p>Published view: {@code handoffs.handoff_view}, one row per handoff with its terms and answer.
 */
@ApplicationModule(allowedDependencies = {"platform", "people", "calendar", "customers"})
@NullMarked
package org.kamiau.handoffs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
