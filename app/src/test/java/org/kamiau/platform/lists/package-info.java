@NullMarked
package org.kamiau.platform.lists;

import org.jspecify.annotations.NullMarked;
