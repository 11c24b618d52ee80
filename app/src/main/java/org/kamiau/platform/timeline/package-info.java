/**
 * The timeline of a record: one stream of what both sides did, from the sources that modules contribute. A
 * record page shows it with {@code @template.platform.timeline.box(t, shell, kind, id)}.
 */
@NullMarked
package org.kamiau.platform.timeline;

import org.jspecify.annotations.NullMarked;
