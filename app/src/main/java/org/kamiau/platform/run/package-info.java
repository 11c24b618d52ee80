/** How the application is started from the shell: options, the database it lives on, its commands. */
@NullMarked
package org.kamiau.platform.run;

import org.jspecify.annotations.NullMarked;
