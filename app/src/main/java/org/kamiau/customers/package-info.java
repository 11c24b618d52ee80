/** Customers: accounts, persons and their consents, and the rules by which incoming ones are recognised. */
@NullMarked
package org.kamiau.customers;

import org.jspecify.annotations.NullMarked;
