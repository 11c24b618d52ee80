package org.kamiau.handoffs;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kamiau.calendar.BusinessTime;

/**
 * What sales and marketing promise each other: how long everything may take, how often a lead is tried, what a
 * hand-over must contain, what is delivered in number and quality. Version 0 is what holds until both heads have
 * signed one of their own.
 *
 * @param times how long each promise may take
 * @param attempts how often a lead is tried before it is recycled
 * @param wakeAfterDays after how many calendar days a lead that nobody reached wakes up again
 * @param fields what a packet must contain, by boundary, as codes with texts {@code handoffs.field.<code>}
 */
public record Agreement(
        int version,
        Map<Promise, BusinessTime> times,
        int attempts,
        int wakeAfterDays,
        Map<Boundary, List<String>> fields,
        Delivery delivery) {

    /**
     * What each side delivers in a month.
     *
     * @param targetShare least share of MQLs in target segments, percent
     * @param acceptance least share of MQLs that sales accepts, percent
     */
    public record Delivery(int mql, int targetShare, int sql, int acceptance) {}

    public static final Agreement STANDARD = new Agreement(
            0,
            Arrays.stream(Promise.values()).collect(Collectors.toMap(Function.identity(), Promise::standard)),
            6,
            60,
            Map.of(
                    Boundary.MKT_IS, List.of("company", "person", "contact", "kind", "score", "message"),
                    Boundary.MKT_FS, List.of("company", "person", "contact", "kind", "score", "message"),
                    Boundary.IS_FS, List.of("needs", "meeting", "attendees", "promised", "situation", "budget", "timeframe", "rivals"),
                    Boundary.FS_CS, List.of("needs", "promised", "attendees", "situation")),
            new Delivery(190, 60, 48, 90));

    public Agreement {
        times = new EnumMap<>(times);
        fields = new EnumMap<>(fields);
    }

    public BusinessTime time(Promise promise) {
        return times.getOrDefault(promise, promise.standard());
    }

    /** The agreed fields that a packet of this boundary must contain, in their order. */
    public List<String> fields(Boundary boundary) {
        return fields.getOrDefault(boundary, List.of());
    }
}
