@NullMarked
package org.kamiau.server;

import org.jspecify.annotations.NullMarked;
