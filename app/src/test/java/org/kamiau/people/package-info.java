@NullMarked
package org.kamiau.people;

import org.jspecify.annotations.NullMarked;
