/**
 * Customers: accounts, persons and their consents, and the rules by which incoming ones are recognised.
 *
 * <p>{@link org.kamiau.customers.IncomingText} checks what was typed, {@link org.kamiau.customers.Matching} decides
 * who it is.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.kamiau.customers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
