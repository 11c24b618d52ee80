/** {@code ./kamiau bench}: figures of what matters, measured on this machine through the real server. */
@NullMarked
package org.kamiau.platform.bench;

import org.jspecify.annotations.NullMarked;
