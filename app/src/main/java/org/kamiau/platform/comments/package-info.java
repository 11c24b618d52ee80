/**
 * Comments on records of every kind, with mentions and followers. A record page shows them with {@code
 * @template.platform.comments.box(t, shell, kind, id)}; whoever sees the record may read and write. An author
 * edits or deletes for 24 hours, and what was said before is kept.
 */
@NullMarked
package org.kamiau.platform.comments;

import org.jspecify.annotations.NullMarked;
