package org.kamiau.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.kamiau.calendar.Holiday.Name;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Japan's holidays: the Cabinet Office's list where it reaches, the law's rules after it. */
public final class Holidays {
    private static final DateTimeFormatter LIST_DATE = DateTimeFormatter.ofPattern("uuuu/M/d");
    private static final String UNNAMED = "休日";
    private static final Map<String, Name> NAMES =
            Arrays.stream(Name.values()).collect(Collectors.toMap(Name::japanese, name -> name));
    private static final Holidays JAPANESE = new Holidays(read());

    private final SortedMap<LocalDate, Holiday> listed;
    private final int lastListedYear;
    private final Map<Integer, List<Holiday>> byRule = new ConcurrentHashMap<>();

    private Holidays(SortedMap<LocalDate, Holiday> listed) {
        this.listed = listed;
        this.lastListedYear = listed.lastKey().getYear();
    }

    /** The holidays of Japan; of years before 1955 none are known. */
    public static Holidays japanese() {
        return JAPANESE;
    }

    public Optional<Holiday> on(LocalDate date) {
        if (date.getYear() <= lastListedYear) {
            return Optional.ofNullable(listed.get(date));
        }
        return in(date.getYear()).stream()
                .filter(holiday -> holiday.date().equals(date))
                .findFirst();
    }

    /** The holidays of a year in the order of their dates. */
    public List<Holiday> in(int year) {
        if (year > lastListedYear) {
            return byRule.computeIfAbsent(year, later -> List.copyOf(HolidayRules.of(later)));
        }
        return List.copyOf(
                listed.subMap(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1)).values());
    }

    /** Until this year the days are official; after it they follow from the law. */
    public int lastListedYear() {
        return lastListedYear;
    }

    private static SortedMap<LocalDate, Holiday> read() {
        var names = new TreeMap<LocalDate, String>();
        var lines = lines();
        for (var line : lines.subList(1, lines.size())) {
            var comma = line.indexOf(',');
            names.put(
                    LocalDate.parse(line.substring(0, comma), LIST_DATE),
                    line.substring(comma + 1));
        }
        var holidays = new TreeMap<LocalDate, Holiday>();
        names.forEach(
                (date, name) -> holidays.put(date, new Holiday(date, name(date, name, names))));
        return holidays;
    }

    private static List<String> lines() {
        try (var list =
                Objects.requireNonNull(Holidays.class.getResourceAsStream("holidays.csv"))) {
            return new String(list.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The list calls substitutes and the days between two holidays just "休日"; people want to know
     * which.
     */
    private static Name name(LocalDate date, String listed, Map<LocalDate, String> names) {
        if (!listed.equals(UNNAMED)) {
            // 2019 has "体育の日（スポーツの日）".
            var name = NAMES.getOrDefault(listed, NAMES.get(listed.replaceFirst("（.*", "")));
            return Objects.requireNonNull(name, () -> "Unknown holiday name " + listed);
        }
        var yesterday = date.minusDays(1);
        var betweenHolidays = names.containsKey(yesterday) && names.containsKey(date.plusDays(1));
        return betweenHolidays && yesterday.getDayOfWeek() != DayOfWeek.SUNDAY
                ? Name.CITIZENS_HOLIDAY
                : Name.SUBSTITUTE_HOLIDAY;
    }
}
