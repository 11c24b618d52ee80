package org.kamiau.platform.demo;

import java.time.Instant;

/** How far a jump of the demonstration's clock goes; filled by the calendar. */
public interface BusinessTimeAhead {

    Instant minutes(Instant from, int businessMinutes);

    Instant days(Instant from, int businessDays);
}
