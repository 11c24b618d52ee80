package org.kamiau.calendar;

import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The opening hours of each weekday, and the lunch break in which clocks stand still, if there is
 * one.
 */
public record WorkingWeek(Map<DayOfWeek, Span> hours, @Nullable Span lunch) {
    private static final Span NINE_TO_SIX = new Span(LocalTime.of(9, 0), LocalTime.of(18, 0));

    public WorkingWeek {
        if (hours.isEmpty()) {
            throw new IllegalArgumentException("At least one weekday has opening hours");
        }
        hours = Collections.unmodifiableMap(new EnumMap<>(hours));
        for (var day : hours.values()) {
            if (withoutLunch(day, lunch).isEmpty()) {
                throw new IllegalArgumentException(
                        "The lunch break " + lunch + " swallows the day " + day);
            }
        }
    }

    /** Monday to Friday, 9:00 to 18:00, without a lunch break: 540 business minutes a day. */
    public static WorkingWeek standard() {
        var hours = new EnumMap<DayOfWeek, Span>(DayOfWeek.class);
        for (var day :
                List.of(
                        DayOfWeek.MONDAY,
                        DayOfWeek.TUESDAY,
                        DayOfWeek.WEDNESDAY,
                        DayOfWeek.THURSDAY,
                        DayOfWeek.FRIDAY)) {
            hours.put(day, NINE_TO_SIX);
        }
        return new WorkingWeek(hours, null);
    }

    /** The hours of this weekday; empty when the office stays closed. */
    public Optional<Span> on(DayOfWeek day) {
        return Optional.ofNullable(hours.get(day));
    }

    List<Span> open(DayOfWeek day) {
        return on(day).map(span -> withoutLunch(span, lunch)).orElse(List.of());
    }

    /**
     * The hours of an exceptional working day: those of its weekday, else of the week's first
     * working day.
     */
    List<Span> openExceptionally(DayOfWeek day) {
        var weekday =
                hours.containsKey(day)
                        ? day
                        : Arrays.stream(DayOfWeek.values())
                                .filter(hours::containsKey)
                                .findFirst()
                                .orElseThrow();
        return open(weekday);
    }

    private static List<Span> withoutLunch(Span day, @Nullable Span lunch) {
        if (lunch == null) {
            return List.of(day);
        }
        var parts = new ArrayList<Span>();
        var morningEnds = earlier(day.to(), lunch.from());
        if (day.from().isBefore(morningEnds)) {
            parts.add(new Span(day.from(), morningEnds));
        }
        var afternoonBegins = later(day.from(), lunch.to());
        if (afternoonBegins.isBefore(day.to())) {
            parts.add(new Span(afternoonBegins, day.to()));
        }
        return List.copyOf(parts);
    }

    private static LocalTime earlier(LocalTime one, LocalTime other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalTime later(LocalTime one, LocalTime other) {
        return one.isAfter(other) ? one : other;
    }
}
