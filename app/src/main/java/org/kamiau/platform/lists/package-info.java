/**
 * The one way to show many records: filters, order, columns, saved views, pages that stay fast at a million
 * rows, bulk actions, export, and the same as JSON. A module declares its list once as a {@link
 * org.kamiau.platform.lists.ListDefinition} bean and draws its rows; everything else happens here.
 */
@NullMarked
package org.kamiau.platform.lists;

import org.jspecify.annotations.NullMarked;
