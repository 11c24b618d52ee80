@NullMarked
package org.kamiau.platform.history;

import org.jspecify.annotations.NullMarked;
