/**
 * The pieces that every page is made of (icons, chips, rates, timelines, fields, toasts) and the page that
 * shows them all, {@code /about/pieces}. Their looks are in {@code static/pieces.css}.
 */
@NullMarked
package org.kamiau.platform.pieces;

import org.jspecify.annotations.NullMarked;
