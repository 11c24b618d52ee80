/**
 * Campaigns, as far as public inquiry forms go: what marketing asks of visitors, where, and with which words
 * of consent.
 *
 * <p>{@link org.kamiau.campaigns.InquiryForms} holds the forms; {@code PublicFormPages} shows them under
 * {@code /f/<address>}, where any site may frame them: no cookies, no scripts, a signed token inside the form
 * instead. What comes in goes to {@link org.kamiau.leads.IntakeQueue}.
 */
@ApplicationModule(allowedDependencies = {"platform", "leads", "customers", "products", "people", "calendar"})
@NullMarked
package org.kamiau.campaigns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
