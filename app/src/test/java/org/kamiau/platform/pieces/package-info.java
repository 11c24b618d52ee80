@NullMarked
package org.kamiau.platform.pieces;

import org.jspecify.annotations.NullMarked;
