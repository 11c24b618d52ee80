@NullMarked
package org.kamiau.platform.idempotency;

import org.jspecify.annotations.NullMarked;
