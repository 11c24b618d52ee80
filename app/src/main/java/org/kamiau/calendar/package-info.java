/**
 * Business time: opening hours, holidays and company days, and the clocks that run on it.
 *
 * <p>{@link org.kamiau.calendar.BusinessCalendar} is a plain value that answers "when is this due"
 * and "how many business minutes lie between".
 */
@NullMarked
package org.kamiau.calendar;

import org.jspecify.annotations.NullMarked;
