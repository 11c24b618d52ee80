package org.kamiau.calendar;

import static java.util.stream.Collectors.toUnmodifiableMap;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * When the company works, and with it every question about business time; an immutable value.
 *
 * <p>Time is measured on the wall clock of the company's zone. A span is open from its first moment
 * up to, not including, its last; something that is due may well be due at that last moment.
 */
public final class BusinessCalendar {
    private static final long NANOS_PER_MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final ZoneId zone;
    private final WorkingWeek week;
    private final @Nullable YearEndClosing yearEnd;
    private final Holidays holidays;
    private final Map<LocalDate, CompanyDay> companyDays;
    private final Map<Integer, BusinessYear> years = new ConcurrentHashMap<>();

    public BusinessCalendar(
            ZoneId zone,
            WorkingWeek week,
            @Nullable YearEndClosing yearEnd,
            Holidays holidays,
            Collection<CompanyDay> companyDays) {
        this.zone = zone;
        this.week = week;
        this.yearEnd = yearEnd;
        this.holidays = holidays;
        this.companyDays =
                companyDays.stream().collect(toUnmodifiableMap(CompanyDay::date, day -> day));
    }

    /**
     * Tokyo, Monday to Friday 9:00 to 18:00, closed on holidays and from 29 December to 3 January.
     */
    public static BusinessCalendar standard() {
        return new BusinessCalendar(
                ZoneId.of("Asia/Tokyo"),
                WorkingWeek.standard(),
                YearEndClosing.customary(),
                Holidays.japanese(),
                List.of());
    }

    /**
     * When something that may take this long is due. A start outside the hours moves to the next
     * opening; days end at the same time of day so many business days later, or as near to it as
     * that day's hours allow.
     */
    public Instant due(Instant start, BusinessTime amount) {
        var opening = toLocal(nextOpening(start));
        return switch (amount.unit()) {
            case MINUTES, HOURS ->
                    toInstant(
                            plusOpenNanos(
                                    opening,
                                    Math.multiplyExact(amount.toMinutes(), NANOS_PER_MINUTE)));
            case DAYS ->
                    toInstant(
                            within(
                                    plusBusinessDays(opening.toLocalDate(), amount.amount()),
                                    opening.toLocalTime()));
        };
    }

    /** Whole business minutes between two moments; negative when the second comes first. */
    public long minutesBetween(Instant from, Instant to) {
        return openNanosBetween(toLocal(from), toLocal(to)) / NANOS_PER_MINUTE;
    }

    public boolean open(Instant moment) {
        var local = toLocal(moment);
        return spans(local.toLocalDate()).stream()
                .anyMatch(span -> span.contains(local.toLocalTime()));
    }

    /** The moment itself when the company is open, else its next opening. */
    public Instant nextOpening(Instant moment) {
        if (open(moment)) {
            return moment;
        }
        var local = toLocal(moment);
        for (var span : spans(local.toLocalDate())) {
            if (span.from().isAfter(local.toLocalTime())) {
                return toInstant(local.toLocalDate().atTime(span.from()));
            }
        }
        var next = plusBusinessDays(local.toLocalDate().plusDays(1), 0);
        return toInstant(next.atTime(spans(next).getFirst().from()));
    }

    /** When the office that is open then closes, be it for lunch; else when it closes after its next opening. */
    public Instant nextClosing(Instant moment) {
        var opening = toLocal(nextOpening(moment));
        return spans(opening.toLocalDate()).stream()
                .filter(span -> span.contains(opening.toLocalTime()))
                .findFirst()
                .map(span -> toInstant(opening.toLocalDate().atTime(span.to())))
                .orElseThrow();
    }

    public boolean businessDay(LocalDate date) {
        return !spans(date).isEmpty();
    }

    /**
     * So many business days after this day; of a day off, counted from the business day that
     * follows it.
     */
    public LocalDate plusBusinessDays(LocalDate date, long days) {
        var number = date.getYear();
        var ordinal = year(number).businessDaysBefore(date) + days;
        while (ordinal >= year(number).businessDayCount()) {
            ordinal -= year(number).businessDayCount();
            number++;
        }
        return year(number).businessDay((int) ordinal);
    }

    /**
     * Business days from the first date up to, not including, the second; negative when the second
     * comes first.
     */
    public long businessDaysBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -businessDaysBetween(to, from);
        }
        var days =
                year(to.getYear()).businessDaysBefore(to)
                        - year(from.getYear()).businessDaysBefore(from);
        for (var number = from.getYear(); number < to.getYear(); number++) {
            days += year(number).businessDayCount();
        }
        return days;
    }

    public long businessDaysIn(YearMonth month) {
        return businessDaysBetween(month.atDay(1), month.plusMonths(1).atDay(1));
    }

    public ZoneId zone() {
        return zone;
    }

    public LocalDateTime toLocal(Instant moment) {
        return LocalDateTime.ofInstant(moment, zone);
    }

    private Instant toInstant(LocalDateTime local) {
        return local.atZone(zone).toInstant();
    }

    private LocalDateTime plusOpenNanos(LocalDateTime opening, long nanos) {
        if (nanos == 0) {
            return opening;
        }
        var number = opening.getYear();
        var left = year(number).openNanosBefore(opening) + nanos;
        while (left > year(number).openNanos()) {
            left -= year(number).openNanos();
            number++;
        }
        return year(number).whenOpenFor(left);
    }

    private long openNanosBetween(LocalDateTime from, LocalDateTime to) {
        if (to.isBefore(from)) {
            return -openNanosBetween(to, from);
        }
        var nanos =
                year(to.getYear()).openNanosBefore(to) - year(from.getYear()).openNanosBefore(from);
        for (var number = from.getYear(); number < to.getYear(); number++) {
            nanos += year(number).openNanos();
        }
        return nanos;
    }

    /**
     * The time of day if it lies in the day's hours or at their end, else the nearest that does.
     */
    private LocalDateTime within(LocalDate date, LocalTime time) {
        var spans = spans(date);
        for (var span : spans) {
            if (!time.isAfter(span.to())) {
                return date.atTime(time.isBefore(span.from()) ? span.from() : time);
            }
        }
        return date.atTime(spans.getLast().to());
    }

    private BusinessYear year(int number) {
        return years.computeIfAbsent(number, missing -> new BusinessYear(missing, this::spans));
    }

    private List<Span> spans(LocalDate date) {
        var exception = companyDays.get(date);
        if (exception != null) {
            return exception.open() ? week.openExceptionally(date.getDayOfWeek()) : List.of();
        }
        var closed = (yearEnd != null && yearEnd.covers(date)) || holidays.on(date).isPresent();
        return closed ? List.of() : week.open(date.getDayOfWeek());
    }
}
