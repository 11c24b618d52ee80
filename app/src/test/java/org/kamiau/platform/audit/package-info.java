@NullMarked
package org.kamiau.platform.audit;

import org.jspecify.annotations.NullMarked;
