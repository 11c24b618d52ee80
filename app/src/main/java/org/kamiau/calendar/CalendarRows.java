package org.kamiau.calendar;

import static db.calendar.Tables.COMPANY_DAY;
import static db.calendar.Tables.OPENING_HOURS;
import static db.calendar.Tables.SETTING;
import static java.util.Objects.requireNonNull;

import db.calendar.tables.records.SettingRecord;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of the calendar's settings. */
@Component
class CalendarRows {
    private final DSLContext sql;

    CalendarRows(DSLContext sql) {
        this.sql = sql;
    }

    long version() {
        return requireNonNull(sql.select(SETTING.VERSION).from(SETTING).fetchOne(SETTING.VERSION));
    }

    UUID id() {
        return requireNonNull(sql.select(SETTING.ID).from(SETTING).fetchOne(SETTING.ID));
    }

    CalendarSettings read() {
        var setting = requireNonNull(sql.selectFrom(SETTING).fetchOne());
        return new CalendarSettings(
                setting.getVersion(), ZoneId.of(setting.getZone()), week(setting), yearEnd(setting), companyDays());
    }

    private WorkingWeek week(SettingRecord setting) {
        var hours = new EnumMap<DayOfWeek, Span>(DayOfWeek.class);
        sql.selectFrom(OPENING_HOURS)
                .forEach(day -> hours.put(DayOfWeek.of(day.getWeekday()), new Span(day.getOpens(), day.getCloses())));
        var lunch = setting.getLunchFrom() == null ? null : new Span(setting.getLunchFrom(), setting.getLunchTo());
        return new WorkingWeek(hours, lunch);
    }

    private static @Nullable YearEndClosing yearEnd(SettingRecord setting) {
        return setting.getYearEndFrom() == null
                ? null
                : new YearEndClosing(
                        YearEndClosing.read(setting.getYearEndFrom()),
                        YearEndClosing.read(setting.getYearEndTo()));
    }

    private List<CompanyDay> companyDays() {
        return sql.selectFrom(COMPANY_DAY)
                .orderBy(COMPANY_DAY.DATE)
                .fetch(day -> new CompanyDay(day.getDate(), day.getOpen(), day.getName()));
    }

    /** Counts the change; holds the settings for the rest of the transaction, so that changes follow each other. */
    long nextVersion() {
        return requireNonNull(sql.update(SETTING)
                        .set(SETTING.VERSION, SETTING.VERSION.plus(1))
                        .returning(SETTING.VERSION)
                        .fetchOne())
                .getVersion();
    }

    void write(WorkingWeek week, @Nullable YearEndClosing yearEnd) {
        var lunch = week.lunch();
        sql.update(SETTING)
                .set(SETTING.LUNCH_FROM, lunch == null ? null : lunch.from())
                .set(SETTING.LUNCH_TO, lunch == null ? null : lunch.to())
                .set(SETTING.YEAR_END_FROM, yearEnd == null ? null : YearEndClosing.written(yearEnd.from()))
                .set(SETTING.YEAR_END_TO, yearEnd == null ? null : YearEndClosing.written(yearEnd.to()))
                .execute();
        sql.deleteFrom(OPENING_HOURS).execute();
        week.hours().forEach((day, span) -> sql.insertInto(OPENING_HOURS)
                .set(OPENING_HOURS.WEEKDAY, (short) day.getValue())
                .set(OPENING_HOURS.OPENS, span.from())
                .set(OPENING_HOURS.CLOSES, span.to())
                .execute());
    }

    /** False when the date is a company day already. */
    boolean insert(CompanyDay day) {
        return sql.insertInto(COMPANY_DAY)
                        .set(COMPANY_DAY.DATE, day.date())
                        .set(COMPANY_DAY.OPEN, day.open())
                        .set(COMPANY_DAY.NAME, day.name())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    Optional<CompanyDay> delete(LocalDate date) {
        return sql.deleteFrom(COMPANY_DAY)
                .where(COMPANY_DAY.DATE.eq(date))
                .returning()
                .fetchOptional(day -> new CompanyDay(day.getDate(), day.getOpen(), day.getName()));
    }
}
