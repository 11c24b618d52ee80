/** The application: one package per module; each module's {@code package-info} is its front page. */
@NullMarked
package org.kamiau;

import org.jspecify.annotations.NullMarked;
