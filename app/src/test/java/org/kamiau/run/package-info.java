/** Tests of the whole program as its users run it: a process of its own, started, killed and started again. */
@NullMarked
package org.kamiau.run;

import org.jspecify.annotations.NullMarked;
