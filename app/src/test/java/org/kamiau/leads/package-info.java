/** Tests of the leads module. */
@NullMarked
package org.kamiau.leads;

import org.jspecify.annotations.NullMarked;
