package org.kamiau.calendar;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the company says about its working time.
 *
 * @param version counts the changes, so that nobody overwrites what they have not seen
 */
public record CalendarSettings(
        long version,
        ZoneId zone,
        WorkingWeek week,
        @Nullable YearEndClosing yearEnd,
        List<CompanyDay> companyDays) {

    public CalendarSettings {
        companyDays = List.copyOf(companyDays);
    }

    BusinessCalendar calendar() {
        return new BusinessCalendar(zone, week, yearEnd, Holidays.japanese(), companyDays);
    }
}
