/**
 * Notices: what members are told inside the application. {@link org.kamiau.platform.notices.Notices#send}
 * belongs to the transaction of what it tells; what must not be told twice is told where the change is.
 */
@NullMarked
package org.kamiau.platform.notices;

import org.jspecify.annotations.NullMarked;
