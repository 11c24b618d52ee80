package org.kamiau.calendar;

import java.time.LocalDate;

/**
 * A day on which the company departs from its week: closed though it would work, or open though it
 * would not.
 */
public record CompanyDay(LocalDate date, boolean open, String name) {}
