/**
 * Customers: accounts, persons and their consents, and the rules by which incoming ones are recognised.
 *
 * <p>{@link org.kamiau.customers.IncomingText} checks what was typed, {@link org.kamiau.customers.Matching} decides
 * who it is, {@link org.kamiau.customers.Customers} takes whole batches in and answers other modules.
 *
 * <p>Published views, which modules that depend on this one may join: {@code customers.account_view} (names and
 * keys, industry code, employees, prefecture code, segments, tier, lifecycle, owners), {@code
 * customers.person_view} (names, title, role level; no contact details on purpose) and {@code customers.segment_view}
 * (the segments' names, and whether the strategy serves them).
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.kamiau.customers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
