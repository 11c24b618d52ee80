/** The history of a record: every change from the audit log, with before and after, in the reader's words. */
@NullMarked
package org.kamiau.platform.history;

import org.jspecify.annotations.NullMarked;
