@NullMarked
package org.kamiau.platform.backup;

import org.jspecify.annotations.NullMarked;
