package org.kamiau.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Characters;
import org.kamiau.platform.Text;

/** A company day as it was typed, and what is wrong with it: field → message key. */
public record DayForm(String date, boolean open, String name, Map<String, String> faults) {
    private static final int LONGEST_NAME = 40;

    static DayForm empty() {
        return new DayForm("", false, "", Map.of());
    }

    static DayForm of(@Nullable String date, @Nullable String kind, @Nullable String name) {
        var faults = new LinkedHashMap<String, String>();
        var dateText = date == null ? "" : date;
        var nameText = name == null ? "" : name;
        var day = read(dateText);
        if (day == null || day.getYear() < 1955 || day.getYear() > 2150) {
            faults.put("date", "calendar.invalid.date");
        }
        if (nameText.isEmpty()) {
            faults.put("name", "platform.invalid.not-blank");
        } else if (nameText.length() > LONGEST_NAME || !Characters.printable(nameText)) {
            faults.put("name", "calendar.invalid.name");
        }
        return new DayForm(dateText, "open".equals(kind), nameText, faults);
    }

    /** What is wrong with this field, in words; null when nothing is. */
    public @Nullable String fault(String field, Text t) {
        var key = faults.get(field);
        return key == null ? null : t.get(key);
    }

    DayForm with(String field, String fault) {
        var more = new LinkedHashMap<>(faults);
        more.put(field, fault);
        return new DayForm(date, open, name, more);
    }

    CompanyDay day() {
        return new CompanyDay(LocalDate.parse(date), open, name);
    }

    private static @Nullable LocalDate read(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
