/**
 * The command palette: one box over pages, the records one looked at last, and whatever modules let be found
 * ({@link org.kamiau.platform.search.Findable}).
 */
@NullMarked
package org.kamiau.platform.search;

import org.jspecify.annotations.NullMarked;
