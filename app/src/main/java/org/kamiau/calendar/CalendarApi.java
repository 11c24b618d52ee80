package org.kamiau.calendar;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Access;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Json;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Business time for other systems. */
@RestController
@RequestMapping("/api/v1/calendar")
@Access.Members
class CalendarApi {
    /** Ten thousand business days, about forty years. */
    private static final long MOST_DAYS = 10_000;

    private static final int FIRST_YEAR = 1955;
    private static final int LAST_YEAR = 2150;

    private final Calendars calendars;

    CalendarApi(Calendars calendars) {
        this.calendars = calendars;
    }

    record Due(Instant dueAt) {}

    record Distance(long businessMinutes) {}

    /** When something that starts then and may take this long is due; exactly one amount is given. */
    @Operation(
            summary = "When something is due",
            description = "Exactly one of businessMinutes, businessHours and businessDays. A start outside the hours moves"
                    + " to the next opening; one business day ends at the same time of day one business day later.")
    @GetMapping("/due")
    Due due(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String businessMinutes,
            @RequestParam(required = false) @Nullable String businessHours,
            @RequestParam(required = false) @Nullable String businessDays) {
        var amounts = new LinkedHashMap<BusinessTime.Unit, String>();
        put(amounts, BusinessTime.Unit.MINUTES, businessMinutes);
        put(amounts, BusinessTime.Unit.HOURS, businessHours);
        put(amounts, BusinessTime.Unit.DAYS, businessDays);
        var findings = new Invalid.Findings();
        var start = moment("from", from, findings);
        var amount = amount(amounts, findings);
        findings.raise();
        return new Due(calendars.current().due(start, amount));
    }

    /** The business minutes from one moment to a later one. */
    @Operation(
            summary = "Business minutes between two moments",
            description = "Whole business minutes; the second moment may not come before the first (422).")
    @GetMapping("/business-minutes")
    Distance businessMinutes(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        var findings = new Invalid.Findings();
        var first = moment("from", from, findings);
        var second = moment("to", to, findings);
        findings.raise();
        if (second.isBefore(first)) {
            throw new Invalid("to", "calendar.invalid.order");
        }
        return new Distance(calendars.current().minutesBetween(first, second));
    }

    private static void put(
            Map<BusinessTime.Unit, String> amounts, BusinessTime.Unit unit, @Nullable String amount) {
        if (amount != null) {
            amounts.put(unit, amount.strip());
        }
    }

    private static Instant moment(String field, @Nullable String text, Invalid.Findings findings) {
        if (text == null || text.isBlank()) {
            findings.add(field, "platform.invalid.not-null");
            return Instant.EPOCH;
        }
        try {
            var moment = Json.read(text);
            var year = moment.atOffset(ZoneOffset.UTC).getYear();
            if (year < FIRST_YEAR || year > LAST_YEAR) {
                findings.add(field, "calendar.invalid.year", FIRST_YEAR, LAST_YEAR);
            }
            return moment;
        } catch (DateTimeParseException e) {
            findings.add(field, "platform.invalid.moment");
            return Instant.EPOCH;
        }
    }

    private static BusinessTime amount(Map<BusinessTime.Unit, String> amounts, Invalid.Findings findings) {
        if (amounts.size() != 1) {
            var field = amounts.isEmpty() ? "businessMinutes" : field(List.copyOf(amounts.keySet()).getLast());
            findings.add(field, "calendar.invalid.one-amount");
            return BusinessTime.minutes(0);
        }
        var unit = amounts.keySet().iterator().next();
        var written = amounts.values().iterator().next();
        var most = BusinessTime.days(MOST_DAYS).toMinutes() / new BusinessTime(1, unit).toMinutes();
        if (!written.matches("\\d{1,7}") || Long.parseLong(written) > most) {
            findings.add(field(unit), "calendar.invalid.amount", most);
            return BusinessTime.minutes(0);
        }
        return new BusinessTime(Long.parseLong(written), unit);
    }

    private static String field(BusinessTime.Unit unit) {
        return switch (unit) {
            case MINUTES -> "businessMinutes";
            case HOURS -> "businessHours";
            case DAYS -> "businessDays";
        };
    }
}
