@NullMarked
package org.kamiau.platform.run;

import org.jspecify.annotations.NullMarked;
