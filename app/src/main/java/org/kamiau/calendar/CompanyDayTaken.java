package org.kamiau.calendar;

import java.time.LocalDate;
import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** The date is a company day already. */
final class CompanyDayTaken extends Refusal {
    CompanyDayTaken(LocalDate date) {
        super(HttpStatus.CONFLICT, "calendar.company-day-taken", date.toString());
    }
}
