@NullMarked
package org.kamiau.platform.notices;

import org.jspecify.annotations.NullMarked;
