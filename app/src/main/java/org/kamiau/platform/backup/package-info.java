/**
 * Copies of a whole installation, taken through SQL alone: every table in one snapshot, as PostgreSQL's own
 * text form in a zip. So a copy moves between the embedded server and one's own, and between versions of
 * PostgreSQL; and since restoring migrates an empty database to the copy's own version first, between
 * versions of Kamiau too. {@code Backup} writes, {@code Restore} reads, {@code Manifest} says what is in it.
 */
@NullMarked
package org.kamiau.platform.backup;

import org.jspecify.annotations.NullMarked;
