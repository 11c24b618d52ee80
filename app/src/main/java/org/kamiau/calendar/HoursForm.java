package org.kamiau.calendar;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The hours and the year's end as they were typed, and what is wrong with them: field → message key. */
public final class HoursForm {
    private static final Pattern MONTH_DAY = Pattern.compile("(\\d{1,2})[/-](\\d{1,2})");

    private final Map<String, String> typed;
    private final Map<String, String> faults = new LinkedHashMap<>();
    private final @Nullable WorkingWeek week;
    private final @Nullable YearEndClosing yearEnd;

    private HoursForm(Map<String, String> typed) {
        this.typed = typed;
        this.week = readWeek();
        this.yearEnd = readYearEnd();
    }

    static HoursForm of(Map<String, String> parameters) {
        var typed = new HashMap<String, String>();
        parameters.forEach((field, text) ->
                typed.put(field, Normalizer.normalize(text, Normalizer.Form.NFKC).strip()));
        return new HoursForm(typed);
    }

    static HoursForm of(CalendarSettings settings) {
        var typed = new HashMap<String, String>();
        settings.week().hours().forEach((day, span) -> put(typed, opens(day), closes(day), span));
        if (settings.week().lunch() != null) {
            put(typed, "lunchFrom", "lunchTo", settings.week().lunch());
        }
        if (settings.yearEnd() != null) {
            typed.put("yearEndFrom", monthDay(settings.yearEnd().from()));
            typed.put("yearEndTo", monthDay(settings.yearEnd().to()));
        }
        return new HoursForm(typed);
    }

    private static void put(Map<String, String> typed, String from, String to, Span span) {
        typed.put(from, span.from().toString());
        typed.put(to, span.to().toString());
    }

    private static String monthDay(MonthDay day) {
        return day.getMonthValue() + "/" + day.getDayOfMonth();
    }

    public static String opens(DayOfWeek day) {
        return "opens" + day.getValue();
    }

    public static String closes(DayOfWeek day) {
        return "closes" + day.getValue();
    }

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    /** The message key of what is wrong with this field, null when nothing is. */
    public @Nullable String fault(String field) {
        return faults.get(field);
    }

    public boolean faulty() {
        return !faults.isEmpty();
    }

    HoursForm with(String field, String fault) {
        faults.put(field, fault);
        return this;
    }

    /** The version of the settings that the member looked at; none fits a form without one. */
    long version() {
        var version = value("version");
        return version.matches("\\d{1,18}") ? Long.parseLong(version) : -1;
    }

    WorkingWeek week() {
        if (week == null) {
            throw new IllegalStateException("The form has faults: " + faults);
        }
        return week;
    }

    @Nullable YearEndClosing yearEnd() {
        return yearEnd;
    }

    private @Nullable WorkingWeek readWeek() {
        var hours = new EnumMap<DayOfWeek, Span>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            var span = readSpan(opens(day), closes(day));
            if (span != null) {
                hours.put(day, span);
            }
        }
        var lunch = readSpan("lunchFrom", "lunchTo");
        if (faults.isEmpty() && hours.isEmpty()) {
            faults.put(opens(DayOfWeek.MONDAY), "calendar.invalid.no-day");
        }
        if (lunch != null && hours.values().stream().anyMatch(day -> swallows(lunch, day))) {
            faults.put("lunchFrom", "calendar.invalid.lunch");
        }
        return faults.isEmpty() ? new WorkingWeek(hours, lunch) : null;
    }

    private static boolean swallows(Span lunch, Span day) {
        return !lunch.from().isAfter(day.from()) && !lunch.to().isBefore(day.to());
    }

    private @Nullable Span readSpan(String fromField, String toField) {
        if (value(fromField).isEmpty() && value(toField).isEmpty()) {
            return null;
        }
        var from = readTime(fromField);
        var to = readTime(toField);
        if (from == null || to == null) {
            return null;
        }
        if (!from.isBefore(to)) {
            faults.put(toField, "calendar.invalid.hours-order");
            return null;
        }
        return new Span(from, to);
    }

    private @Nullable LocalTime readTime(String field) {
        try {
            var text = value(field);
            return LocalTime.parse(text.indexOf(':') == 1 ? "0" + text : text);
        } catch (DateTimeParseException e) {
            faults.put(field, "calendar.invalid.time");
            return null;
        }
    }

    private @Nullable YearEndClosing readYearEnd() {
        if (value("yearEndFrom").isEmpty() && value("yearEndTo").isEmpty()) {
            return null;
        }
        var from = readMonthDay("yearEndFrom");
        var to = readMonthDay("yearEndTo");
        if (from == null || to == null) {
            return null;
        }
        try {
            return new YearEndClosing(from, to);
        } catch (IllegalArgumentException e) {
            faults.put("yearEndTo", "calendar.invalid.year-end");
            return null;
        }
    }

    private @Nullable MonthDay readMonthDay(String field) {
        var matcher = MONTH_DAY.matcher(value(field));
        if (matcher.matches()) {
            try {
                return MonthDay.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
            } catch (DateTimeException noSuchDay) {
                // Said below, as for anything else that is no day of the year.
            }
        }
        faults.put(field, "calendar.invalid.month-day");
        return null;
    }
}
