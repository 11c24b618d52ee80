/**
 * Reports: the one funnel that both sides look at, and what has changed in it. Holds no records of its own; reads the
 * others' published views, above all {@code leads.funnel_view}.
 *
 * <p>{@link org.kamiau.reports.Funnels} counts, {@link org.kamiau.reports.Funnel} knows what may be said of young
 * cohorts, {@link org.kamiau.reports.Decomposition} splits a change of a rate exactly into who came and how they fared.
 * {@link org.kamiau.reports.Changes} gives that comparison to other pages, with {@code reports/waterfall.jte} to show it.
 */
@ApplicationModule(allowedDependencies = {"platform", "calendar", "people", "products", "customers", "leads", "handoffs"})
@NullMarked
package org.kamiau.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
