/**
 * Business time: opening hours, holidays and company days, and the clocks that run on it.
 *
 * <p>{@link org.kamiau.calendar.BusinessCalendar} is a plain value that answers "when is this due" and "how many
 * business minutes lie between"; {@link org.kamiau.calendar.Calendars#current()} gives the company's.
 *
 * <p>{@link org.kamiau.calendar.Clocks} starts and stops promises. A clock is a row with its moments in it, and
 * {@link org.kamiau.calendar.ClockSweep} publishes {@link org.kamiau.calendar.ClockEvent.Reached} with the marks at
 * 80 %, 100 % and 200 % of the time allowed, once each, in one transaction with what its listeners do.
 *
 * <p>Published views: {@code calendar.running_clock_view}, one row per running clock, for lists that filter or
 * sort by due moment; and {@code calendar.zone_view}, one row with the zone in which moments become days.
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package org.kamiau.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
