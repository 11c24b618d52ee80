package org.kamiau.reports;

import java.time.LocalDate;

/** How long a cohort may take to its next stage before one says that it did not get there (domain: cohort conversion). */
public enum Window {
    /** From the response to the MQL. */
    QUALIFICATION(30),
    /** From the MQL to its acceptance and to the SQL: ten business days of attempts and five to the first meeting. */
    SALES(21);

    private final int days;

    Window(int days) {
        this.days = days;
    }

    public int days() {
        return days;
    }

    /** @param last the cohort's last day */
    public boolean over(LocalDate last, LocalDate today) {
        return !last.plusDays(days).isAfter(today);
    }
}
