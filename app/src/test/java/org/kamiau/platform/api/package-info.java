@NullMarked
package org.kamiau.platform.api;

import org.jspecify.annotations.NullMarked;
