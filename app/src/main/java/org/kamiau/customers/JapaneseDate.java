package org.kamiau.customers;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as people in Japan type them: 2026/11/24, 2026年11月24日, 令和8年11月24日, R8.11.24, and spreadsheet days. */
public final class JapaneseDate {
    private static final int LONGEST = 60;
    private static final Pattern WITH_ERA = Pattern.compile(
            "(明治|大正|昭和|平成|令和|[mtshr])(元|[0-9]{1,2})[年./-]([0-9]{1,2})[月./-]([0-9]{1,2})日?");
    private static final Pattern WESTERN =
            Pattern.compile("([0-9]{4})[年./-]([0-9]{1,2})[月./-]([0-9]{1,2})日?");
    private static final Pattern COMPACT = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");
    private static final Pattern TIME =
            Pattern.compile("([0-9]{1,2})[:時]([0-9]{1,2})分?(?:[:]?([0-9]{1,2})(?:\\.[0-9]{1,9})?秒?)?");
    private static final Pattern BEFORE_TIME = Pattern.compile("(?<=[0-9日])(?:t|\\s+)(?=[0-9]{1,2}[:時])");
    private static final Pattern WEEKDAY = Pattern.compile("\\([月火水木金土日]\\)");

    /** Day 0 of Excel, whose calendar holds a 29 February 1900 that never was. */
    private static final LocalDate SPREADSHEET_ZERO = LocalDate.of(1899, 12, 30);

    private record Era(String ja, String letter, LocalDate first) {}

    private static final List<Era> ERAS = List.of(
            new Era("明治", "m", LocalDate.of(1868, 1, 25)),
            new Era("大正", "t", LocalDate.of(1912, 7, 30)),
            new Era("昭和", "s", LocalDate.of(1926, 12, 25)),
            new Era("平成", "h", LocalDate.of(1989, 1, 8)),
            new Era("令和", "r", LocalDate.of(2019, 5, 1)));

    private JapaneseDate() {}

    public static Parsed<LocalDate> parse(@Nullable String text) {
        return switch (parseDateTime(text)) {
            case Parsed.Value<LocalDateTime>(var moment) -> new Parsed.Value<>(moment.toLocalDate());
            case Parsed.Blank<LocalDateTime> _ -> new Parsed.Blank<>();
            case Parsed.Refused<LocalDateTime>(var code) -> new Parsed.Refused<>(code);
        };
    }

    /** As {@link #parse}, with an optional time of day after it (09:05, 9時5分, T09:05:00); midnight without. */
    public static Parsed<LocalDateTime> parseDateTime(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return new Parsed.Blank<>();
        }
        if (text.length() > LONGEST) {
            return refused();
        }
        var plain = WEEKDAY.matcher(JapaneseText.folded(text)).replaceAll("").strip();
        var parts = BEFORE_TIME.split(plain, 2);
        try {
            var date = date(parts[0].replaceAll("\\s", ""));
            var time = parts.length == 1 ? LocalTime.MIDNIGHT : time(parts[1].strip());
            return date == null || time == null ? refused() : new Parsed.Value<>(date.atTime(time));
        } catch (DateTimeException notOnTheCalendar) {
            return refused();
        }
    }

    private static Parsed<LocalDateTime> refused() {
        return new Parsed.Refused<>("customers.date.invalid");
    }

    private static @Nullable LocalDate date(String plain) {
        for (var pattern : List.of(WESTERN, COMPACT)) {
            var western = pattern.matcher(plain);
            if (western.matches()) {
                return LocalDate.of(number(western.group(1)), number(western.group(2)), number(western.group(3)));
            }
        }
        var japanese = WITH_ERA.matcher(plain);
        if (japanese.matches()) {
            var year = japanese.group(2).equals("元") ? 1 : number(japanese.group(2));
            return inEra(japanese.group(1), year, number(japanese.group(3)), number(japanese.group(4)));
        }
        return plain.matches("[0-9]{5}") ? SPREADSHEET_ZERO.plusDays(number(plain)) : null;
    }

    /** Years beyond an era's end are understood (平成32年 was printed on many papers), days before its start are not. */
    private static @Nullable LocalDate inEra(String name, int year, int month, int day) {
        for (var era : ERAS) {
            if (era.ja.equals(name) || era.letter.equals(name)) {
                var date = LocalDate.of(era.first.getYear() + year - 1, month, day);
                return year < 1 || date.isBefore(era.first) ? null : date;
            }
        }
        return null;
    }

    private static @Nullable LocalTime time(String plain) {
        var time = TIME.matcher(plain);
        if (!time.matches()) {
            return null;
        }
        var seconds = time.group(3) == null ? 0 : number(time.group(3));
        return LocalTime.of(number(time.group(1)), number(time.group(2)), seconds);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
