package org.kamiau.calendar;

import org.kamiau.platform.Refusal;
import org.springframework.http.HttpStatus;

/** The date is a company day already. */
final class CompanyDayTaken extends Refusal {
    CompanyDayTaken() {
        super(HttpStatus.CONFLICT, "calendar.company-day-taken");
    }
}
