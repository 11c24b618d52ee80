/**
 * Leads: who answered us, about what, how well they fit, and whose turn it is. {@link
 * org.kamiau.leads.Intake} takes inquiries in (form, API, hand, file: one way for all), finds the customer,
 * scores, qualifies, routes and offers the lead to sales; {@link org.kamiau.leads.Leads} holds what one does
 * with it afterwards.
 *
 * <p>Published view: {@code leads.lead_view}, one row per lead with its stage, owner, account, person, origin
 * and the moments of its way, for lists and reports; and {@code leads.funnel_view}, the funnel counted by day and by
 * month ({@code grain}) along each {@code dimension}: sum it by {@code key}.
 */
@ApplicationModule(allowedDependencies = {"platform", "customers", "products", "handoffs", "people", "calendar"})
@NullMarked
package org.kamiau.leads;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
