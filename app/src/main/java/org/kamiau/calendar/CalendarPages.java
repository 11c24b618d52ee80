package org.kamiau.calendar;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Me;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;
import org.kamiau.platform.pieces.Toast;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The settings page of the calendar. */
@Controller
@RequestMapping("/settings/calendar")
@Access.Only({Role.ADMIN, Role.REVOPS})
class CalendarPages {
    private static final String PAGE = "/settings/calendar";
    private static final String DAYS = PAGE + "/days";

    private final Calendars calendars;
    private final InstantSource clock;

    CalendarPages(Calendars calendars, InstantSource clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * What the page shows.
     *
     * @param months business days of each month of the year
     * @param official whether the year's holidays are published, not derived from the law
     */
    public record Page(
            UUID id,
            long version,
            String zone,
            HoursForm hours,
            DayForm day,
            int year,
            boolean official,
            List<Long> months,
            List<Row> rows) {

        public long businessDays() {
            return months.stream().mapToLong(Long::longValue).sum();
        }
    }

    /** A day that is not like its weekday. */
    public record Row(LocalDate date, @Nullable Holiday holiday, @Nullable CompanyDay companyDay) {
        public String name(Locale locale) {
            return companyDay != null ? companyDay.name() : holiday != null ? holiday.name().in(locale) : "";
        }

        public String kind() {
            return companyDay == null ? "holiday" : companyDay.open() ? "company-open" : "company-closed";
        }
    }

    @GetMapping
    ModelAndView show(@RequestParam(required = false) @Nullable Integer year) {
        return view(null, DayForm.empty(), year);
    }

    @PostMapping
    Object change(@RequestParam Map<String, String> parameters, @Me Actor me, HttpServletResponse response) {
        var form = HoursForm.of(parameters);
        if (form.faulty()) {
            return again(view(form, DayForm.empty(), null), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            calendars.change(form.week(), form.yearEnd(), form.version(), me);
        } catch (Refusal.Stale stale) {
            return again(view(form.with("version", stale.code()), DayForm.empty(), null), stale.status());
        }
        Toast.after(response, "calendar.hours.saved", null);
        return saved(null);
    }

    @PostMapping("/days")
    Object add(
            @RequestParam(required = false) @Nullable String date,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String name,
            @Me Actor me,
            HttpServletResponse response) {
        var form = DayForm.of(date, kind, name);
        if (!form.faults().isEmpty()) {
            return again(view(null, form, null), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var day = form.day();
        try {
            calendars.add(day, me);
        } catch (CompanyDayTaken taken) {
            return again(view(null, form.with("date", taken.code()), day.date().getYear()), taken.status());
        }
        Toast.after(response, "calendar.day.added", DAYS + "/" + day.date() + "/removal", day.name());
        return saved(day.date().getYear());
    }

    @PostMapping("/days/{date}/removal")
    Object remove(@PathVariable LocalDate date, @Me Actor me, HttpServletResponse response) {
        calendars.remove(date, me);
        Toast.after(response, "calendar.day.removed", null);
        return saved(date.getYear());
    }

    private static ResponseEntity<Void> saved(@Nullable Integer year) {
        var page = PAGE + (year == null ? "" : "?year=" + year);
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(page)).build();
    }

    private static ModelAndView again(ModelAndView view, HttpStatus status) {
        view.setStatus(status);
        return view;
    }

    private ModelAndView view(@Nullable HoursForm hours, DayForm day, @Nullable Integer wanted) {
        var settings = calendars.settings();
        var calendar = settings.calendar();
        var thisYear = calendar.toLocal(clock.instant()).getYear();
        var year = wanted == null || wanted < 1955 || wanted > 2150 ? thisYear : wanted;
        var months = IntStream.rangeClosed(1, 12)
                .mapToObj(month -> calendar.businessDaysIn(YearMonth.of(year, month)))
                .toList();
        var page = new Page(
                calendars.id(),
                settings.version(),
                settings.zone().getId(),
                hours == null ? HoursForm.of(settings) : hours,
                day,
                year,
                year <= Holidays.japanese().lastListedYear(),
                months,
                rows(settings, Year.of(year)));
        return new ModelAndView("calendar/settings", "page", page);
    }

    private static List<Row> rows(CalendarSettings settings, Year year) {
        var rows = new ArrayList<Row>();
        Holidays.japanese().in(year.getValue()).forEach(day -> rows.add(new Row(day.date(), day, null)));
        settings.companyDays().stream()
                .filter(day -> day.date().getYear() == year.getValue())
                .forEach(day -> rows.add(new Row(day.date(), null, day)));
        rows.sort(Comparator.comparing(Row::date));
        return List.copyOf(rows);
    }
}
