/**
 * Hand-overs between functions: something is offered with a clock, and is accepted, or returned with a reason
 * and advice. A handoff knows what it is about only by kind and id; the module that offered it listens to
 * {@link org.kamiau.handoffs.HandoffEvent} in the same transaction.
 *
 * <p>{@link org.kamiau.handoffs.Agreements#current()} is what sales and marketing promise each other: a version that
 * both heads signed. Clocks and definitions follow it. {@link org.kamiau.handoffs.Slas} counts the promises that were
 * kept, {@link org.kamiau.handoffs.Healths} how well hand-overs go across each boundary, and a {@link
 * org.kamiau.handoffs.Detection} raises an alarm where both sides drift apart.
 *
 * <p>Published views: {@code handoffs.handoff_view}, one row per handoff with its terms and answer; {@code
 * handoffs.promise_view}, one row per promise about leads and handoffs with who owes whom and how it ended.
 */
@ApplicationModule(allowedDependencies = {"platform", "people", "calendar", "customers"})
@NullMarked
package org.kamiau.handoffs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
