@NullMarked
package org.kamiau.platform.demo;

import org.jspecify.annotations.NullMarked;
