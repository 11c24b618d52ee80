package org.kamiau.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The company's calendar as everybody asks for it, and the few who change it. */
@Component
@Transactional
public class Calendars {
    /** Another node's change is seen within this time. */
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private record Known(BusinessCalendar calendar, long version, long checkedAt) {}

    private final CalendarRows rows;
    private final Audit audit;
    private volatile @Nullable Known known;

    Calendars(CalendarRows rows, Audit audit) {
        this.rows = rows;
        this.audit = audit;
    }

    /** The calendar in force: costs nothing most of the time, one small query once a second. */
    @Transactional(readOnly = true)
    public BusinessCalendar current() {
        var last = known;
        var now = System.nanoTime();
        if (last != null && now - last.checkedAt < FRESH_NANOS) {
            return last.calendar;
        }
        if (last != null && rows.version() == last.version) {
            known = new Known(last.calendar, last.version, now);
            return last.calendar;
        }
        var settings = rows.read();
        var calendar = settings.calendar();
        known = new Known(calendar, settings.version(), now);
        return calendar;
    }

    @Transactional(readOnly = true)
    public CalendarSettings settings() {
        return rows.read();
    }

    /** The identity of the settings in the audit log. */
    @Transactional(readOnly = true)
    UUID id() {
        return rows.id();
    }

    /**
     * Sets the hours and the closing at the year's end for clocks started from now on.
     *
     * @param seen the version that the member looked at; another one raises {@link Refusal.Stale}
     */
    void change(WorkingWeek week, @Nullable YearEndClosing yearEnd, long seen, Actor actor) {
        if (rows.nextVersion() != seen + 1) {
            throw new Refusal.Stale();
        }
        var before = rows.read();
        rows.write(week, yearEnd);
        record(actor, values(before.week(), before.yearEnd()), values(week, yearEnd));
        readAgain();
    }

    /** Raises {@link CompanyDayTaken} when the date is one already. */
    void add(CompanyDay day, Actor actor) {
        if (!rows.insert(day)) {
            throw new CompanyDayTaken();
        }
        rows.nextVersion();
        record(actor, Map.of(), Map.of(day.date().toString(), text(day)));
        readAgain();
    }

    /** Nothing happens when the date is no company day: it is gone already. */
    void remove(LocalDate date, Actor actor) {
        rows.delete(date).ifPresent(day -> {
            rows.nextVersion();
            record(actor, Map.of(date.toString(), text(day)), Map.of());
            readAgain();
        });
    }

    private void record(Actor actor, Map<String, String> before, Map<String, String> after) {
        var all = new TreeMap<String, @Nullable String>();
        before.keySet().forEach(field -> all.put(field, null));
        all.putAll(after);
        audit.record(actor, List.of(Change.of("calendar", rows.id(), "calendar_changed", before, all, null)));
    }

    private static Map<String, String> values(WorkingWeek week, @Nullable YearEndClosing yearEnd) {
        var values = new LinkedHashMap<String, String>();
        week.hours().forEach((day, span) -> values.put(day.name().toLowerCase(Locale.ROOT), text(span)));
        if (week.lunch() != null) {
            values.put("lunch", text(week.lunch()));
        }
        if (yearEnd != null) {
            values.put("yearEnd", yearEnd.toString());
        }
        return values;
    }

    private static String text(Span span) {
        return span.from() + "-" + span.to();
    }

    private static String text(CompanyDay day) {
        return (day.open() ? "open: " : "closed: ") + day.name();
    }

    /** At once for the rest of this transaction, and after it, lest a rolled back calendar stays known. */
    private void readAgain() {
        known = null;
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                known = null;
            }
        });
    }
}
