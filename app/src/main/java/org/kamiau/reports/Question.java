package org.kamiau.reports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Invalid;

/** Reads what an address asks for; what is wrong is collected, with a usable value in its place. */
final class Question {

    private static final int MOST_YEARS = 5;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final LocalDate today;
    private final Invalid.Findings findings = new Invalid.Findings();

    Question(LocalDate today) {
        this.today = today;
    }

    void raise() {
        findings.raise();
    }

    /** Days or whole months, both ends included; the last twelve months when nothing is said. */
    Period period(@Nullable String from, @Nullable String to) {
        var usual = Period.of(YearMonth.from(today).minusMonths(11), YearMonth.from(today));
        var last = to == null || to.isBlank() ? usual.to() : day("to", to.strip(), true, usual.to());
        var first = from == null || from.isBlank()
                ? YearMonth.from(last).minusMonths(11).atDay(1)
                : day("from", from.strip(), false, usual.from());
        if (first.isAfter(last)) {
            findings.add("from", "reports.invalid.order");
            return usual;
        }
        if (first.plusYears(MOST_YEARS).isBefore(last.plusDays(1))) {
            findings.add("to", "reports.invalid.range", MOST_YEARS);
            return usual;
        }
        return new Period(first, last);
    }

    private LocalDate day(String field, String text, boolean end, LocalDate usual) {
        try {
            var day = text.matches("\\d{4}-\\d{2}")
                    ? end ? YearMonth.parse(text).atEndOfMonth() : YearMonth.parse(text).atDay(1)
                    : LocalDate.parse(text);
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
            findings.add(field, "reports.invalid.year", String.valueOf(FIRST_YEAR), String.valueOf(LAST_YEAR));
        } catch (DateTimeException noDay) {
            findings.add(field, "reports.invalid.day");
        }
        return usual;
    }

    YearMonth month(String field, @Nullable String text, YearMonth usual) {
        if (text == null || text.isBlank()) {
            return usual;
        }
        try {
            var month = YearMonth.parse(text.strip());
            if (month.getYear() >= FIRST_YEAR && month.getYear() <= LAST_YEAR) {
                return month;
            }
            findings.add(field, "reports.invalid.year", String.valueOf(FIRST_YEAR), String.valueOf(LAST_YEAR));
        } catch (DateTimeException noMonth) {
            findings.add(field, "reports.invalid.month");
        }
        return usual;
    }

    void order(YearMonth from, YearMonth to) {
        if (from.isAfter(to)) {
            findings.add("from", "reports.invalid.order");
        } else if (from.plusYears(MOST_YEARS).isBefore(to)) {
            findings.add("to", "reports.invalid.range", MOST_YEARS);
        }
    }

    Dimension dimension(@Nullable String by, Dimension usual, List<Dimension> offered) {
        if (by == null || by.isBlank()) {
            return usual;
        }
        return Dimension.of(by.strip()).filter(offered::contains).orElseGet(() -> {
            findings.add("by", "reports.invalid.by", String.join(", ", offered.stream().map(Dimension::code).toList()));
            return usual;
        });
    }

    Step step(@Nullable String rate) {
        if (rate == null || rate.isBlank()) {
            return Step.MQL_SQL;
        }
        return Step.of(rate.strip()).orElseGet(() -> {
            findings.add("rate", "reports.invalid.rate");
            return Step.MQL_SQL;
        });
    }
}
