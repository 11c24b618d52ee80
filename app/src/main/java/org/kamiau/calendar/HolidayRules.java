package org.kamiau.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;

import org.kamiau.calendar.Holiday.Name;

import java.time.LocalDate;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The holidays of a year by the Act on National Holidays as it stands since 2007, without the days
 * that Parliament moved or added for one year only (2019 to 2021).
 */
final class HolidayRules {
    /** Before 2007 the rules were others; the official list covers those years. */
    static final int FIRST_YEAR = 2007;

    private final int year;
    private final SortedMap<LocalDate, Holiday> days = new TreeMap<>();

    private HolidayRules(int year) {
        this.year = year;
    }

    static Collection<Holiday> of(int year) {
        if (year < FIRST_YEAR) {
            throw new IllegalArgumentException(
                    "The holiday rules begin in " + FIRST_YEAR + ", not " + year);
        }
        var rules = new HolidayRules(year);
        rules.fixedDays();
        rules.happyMondays();
        rules.equinoxes();
        var named = new TreeMap<>(rules.days);
        rules.substitutes(named);
        rules.citizensHolidays(named);
        return rules.days.values();
    }

    private void fixedDays() {
        add(1, 1, Name.NEW_YEARS_DAY);
        add(2, 11, Name.NATIONAL_FOUNDATION_DAY);
        add(4, 29, Name.SHOWA_DAY);
        add(5, 3, Name.CONSTITUTION_DAY);
        add(5, 4, Name.GREENERY_DAY);
        add(5, 5, Name.CHILDRENS_DAY);
        if (year >= 2016) {
            add(8, 11, Name.MOUNTAIN_DAY);
        }
        add(11, 3, Name.CULTURE_DAY);
        add(11, 23, Name.LABOUR_THANKSGIVING_DAY);
        // The reign changed between the two birthdays of 2019: that year had none.
        if (year <= 2018) {
            add(12, 23, Name.EMPERORS_BIRTHDAY);
        } else if (year >= 2020) {
            add(2, 23, Name.EMPERORS_BIRTHDAY);
        }
    }

    private void happyMondays() {
        addMonday(1, 2, Name.COMING_OF_AGE_DAY);
        addMonday(7, 3, Name.MARINE_DAY);
        addMonday(9, 3, Name.RESPECT_FOR_THE_AGED_DAY);
        addMonday(10, 2, year < 2020 ? Name.HEALTH_AND_SPORTS_DAY : Name.SPORTS_DAY);
    }

    private void equinoxes() {
        var later = year >= 2100;
        add(3, equinox(later ? 21.8510 : 20.8431), Name.VERNAL_EQUINOX_DAY);
        add(9, equinox(later ? 24.2488 : 23.2488), Name.AUTUMNAL_EQUINOX_DAY);
    }

    /** The customary approximation (1980 to 2099, and with the later constants to 2150). */
    private int equinox(double base) {
        var years = year - 1980;
        return (int) Math.floor(base + 0.242194 * years - Math.floorDiv(years, 4));
    }

    /** A holiday on a Sunday gives the next day that is not a holiday itself. */
    private void substitutes(SortedMap<LocalDate, Holiday> named) {
        for (var date : named.keySet()) {
            if (date.getDayOfWeek() == SUNDAY) {
                var substitute = date.plusDays(1);
                while (named.containsKey(substitute)) {
                    substitute = substitute.plusDays(1);
                }
                days.put(substitute, new Holiday(substitute, Name.SUBSTITUTE_HOLIDAY));
            }
        }
    }

    /** A weekday between two holidays is one too; substitutes do not count as neighbours. */
    private void citizensHolidays(SortedMap<LocalDate, Holiday> named) {
        for (var date : named.keySet()) {
            var between = date.plusDays(1);
            if (named.containsKey(date.plusDays(2))
                    && !days.containsKey(between)
                    && between.getDayOfWeek() != SUNDAY) {
                days.put(between, new Holiday(between, Name.CITIZENS_HOLIDAY));
            }
        }
    }

    private void addMonday(int month, int ordinal, Name name) {
        var monday = LocalDate.of(year, month, 1).with(dayOfWeekInMonth(ordinal, MONDAY));
        days.put(monday, new Holiday(monday, name));
    }

    private void add(int month, int day, Name name) {
        var date = LocalDate.of(year, month, day);
        days.put(date, new Holiday(date, name));
    }
}
