package org.kamiau.calendar;

import java.util.Set;
import org.kamiau.platform.NavItem;
import org.kamiau.platform.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the calendar stands in the navigation. */
@Configuration
class CalendarNavigation {
    @Bean
    NavItem calendarSettings() {
        return new NavItem(
                1040, "calendar.title", "/settings/calendar", "calendar", Set.of(Role.ADMIN, Role.REVOPS));
    }
}
