/**
 * Products: what the company sells, as far as leads name it: a code, a name in both languages, whether it is
 * still offered. Prices, tax rates and competitors join it here later.
 */
@ApplicationModule(allowedDependencies = {"platform", "people"})
@NullMarked
package org.kamiau.products;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
