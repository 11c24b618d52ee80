@NullMarked
package org.kamiau.platform.comments;

import org.jspecify.annotations.NullMarked;
