package org.kamiau.handoffs;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.Calendars;
import org.kamiau.handoffs.Promise.Direction;
import org.kamiau.platform.Access;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How both sides kept their promises, over the API. */
@RestController
@Access.Members
class SlaApi {

    /**
     * Promises that fell due.
     *
     * @param percent met of met and breached, null where nothing was due; low and high are its 95 % interval (Wilson)
     * @param n met and breached
     */
    record Kept(
            @Nullable Promise promise, long met, long breached, long waived, long open, @Nullable Double percent, long n, double low, double high) {

        static Kept of(@Nullable Promise promise, Sla.Counts counts) {
            var rate = counts.rate(true);
            return new Kept(
                    promise, counts.met(), counts.breached(), counts.waived(), counts.open(), rate.n() == 0 ? null : tenth(rate.percent()),
                    rate.n(), tenth(rate.low()), tenth(rate.high()));
        }

        private static double tenth(double percent) {
            return Math.round(percent * 10) / 10.0;
        }
    }

    /** One direction: all of its promises, and each. */
    record Owed(Direction direction, Kept total, List<Kept> promises) {}

    /** The answer. */
    record Answer(LocalDate from, LocalDate to, String definition, List<Owed> items) {}

    private final Slas slas;
    private final Calendars calendars;
    private final InstantSource clock;

    SlaApi(Slas slas, Calendars calendars, InstantSource clock) {
        this.slas = slas;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Operation(
            summary = "Promises kept, by direction",
            description = "Of the promises that fell due from day to day (both inclusive; this month up to today by default): met ÷ (met + breached) in "
                    + "percent with n and 95 % interval. Overdue and open is breached, open and not due is left out, waived stands apart. Directions: "
                    + "sales_to_marketing, marketing_to_sales, within_sales, operations.")
    @Parameter(name = "from", example = "2026-10-01")
    @Parameter(name = "to", example = "2026-10-31")
    @GetMapping("/api/v1/sla")
    Answer sla(@RequestParam(required = false) @Nullable LocalDate from, @RequestParam(required = false) @Nullable LocalDate to) {
        var days = Days.of(from, to, calendars.current().toLocal(clock.instant()).toLocalDate());
        var sla = slas.between(days.from(), days.to());
        return new Answer(
                days.from(), days.to(), "met / (met + breached), 1",
                Arrays.stream(Direction.values()).filter(direction -> direction != Direction.BOTH).map(direction -> owed(sla, direction)).toList());
    }

    private static Owed owed(Sla sla, Direction direction) {
        return new Owed(
                direction,
                Kept.of(null, sla.of(direction)),
                Arrays.stream(Promise.values())
                        .filter(promise -> sla.lines().stream().anyMatch(line -> line.promise() == promise && line.direction() == direction))
                        .map(promise -> Kept.of(promise, sla.of(promise, direction)))
                        .toList());
    }
}
