/** Tests of what every module uses. */
@NullMarked
package org.kamiau.platform;

import org.jspecify.annotations.NullMarked;
