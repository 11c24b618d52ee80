/** The morning screen: what waits for me, with whose clock running. Every module contributes its cards. */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package org.kamiau.today;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
