package org.kamiau.calendar;

import java.time.Instant;
import java.util.Optional;
import org.kamiau.platform.demo.BusinessTimeAhead;
import org.kamiau.platform.demo.DueMoments;
import org.springframework.stereotype.Component;

/** Lets the demonstration's clock jump in business time, and every business clock on the way tell its marks. */
@Component
class DemoClocks implements BusinessTimeAhead, DueMoments {
    private final Calendars calendars;
    private final ClockSweep sweep;

    DemoClocks(Calendars calendars, ClockSweep sweep) {
        this.calendars = calendars;
        this.sweep = sweep;
    }

    @Override
    public Instant minutes(Instant from, int businessMinutes) {
        return calendars.current().due(from, BusinessTime.minutes(businessMinutes));
    }

    @Override
    public Instant days(Instant from, int businessDays) {
        return calendars.current().due(from, BusinessTime.days(businessDays));
    }

    @Override
    public Optional<Instant> next(Instant upTo) {
        return sweep.next(upTo);
    }

    @Override
    public void fire(Instant now) {
        sweep.sweep(now);
    }
}
