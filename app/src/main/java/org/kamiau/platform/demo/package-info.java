/**
 * The demonstration: a story that modules tell chapter by chapter into an empty installation, and a clock that
 * stands in it. A jump of the clock steps through every moment at which something falls due, so that each
 * escalation and notice on the way really happens.
 */
@NullMarked
package org.kamiau.platform.demo;

import org.jspecify.annotations.NullMarked;
