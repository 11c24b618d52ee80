/** Tests of the whole, and what all tests share. */
@NullMarked
package org.kamiau;

import org.jspecify.annotations.NullMarked;
