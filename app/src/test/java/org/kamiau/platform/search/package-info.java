@NullMarked
package org.kamiau.platform.search;

import org.jspecify.annotations.NullMarked;
