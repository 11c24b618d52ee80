/**
 * {@code Idempotency-Key} on POSTs of the API: the same key and body from the same token to the same path
 * give the first answer again for 24 hours, a concurrent twin waits for it, another body is refused. The
 * answer is stored in the transaction of the change. Handlers join that transaction, so one that refuses
 * some lines and keeps others runs each line with {@code Propagation.NESTED}.
 */
@NullMarked
package org.kamiau.platform.idempotency;

import org.jspecify.annotations.NullMarked;
