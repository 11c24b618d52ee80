package org.kamiau.platform.lists;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Json;

/** Conditions on dates and moments: a stretch of time from (inclusive) to (exclusive), open on either side. */
final class Days {

    private static final int MOST_DAYS = 3660;

    /** @param from inclusive, null when open; @param to exclusive, null when open */
    private record Stretch(@Nullable Instant from, @Nullable Instant to) {}

    private Days() {}

    @SuppressWarnings("unchecked")
    static Condition condition(
            Field<?> field, Column.@Nullable Within within, Operator operator, List<String> values, Reading reading) {
        if (operator.bare()) {
            return operator == Operator.EMPTY ? field.isNull() : field.isNotNull();
        }
        var stretch = stretch(operator, values, reading);
        if (within != null) {
            return within.stretch(stretch.from(), stretch.to());
        }
        return field.getType() == LocalDate.class
                ? inDates((Field<LocalDate>) field, stretch, reading)
                : inMoments((Field<Instant>) field, stretch);
    }

    private static Stretch stretch(Operator operator, List<String> values, Reading reading) {
        var value = values.getFirst();
        return switch (operator) {
            case IS -> new Stretch(start(value, reading), end(value, reading));
            case AT_LEAST -> new Stretch(start(value, reading), null);
            case AT_MOST -> new Stretch(null, end(value, reading));
            case BEFORE -> new Stretch(null, start(value, reading));
            case AFTER -> new Stretch(end(value, reading), null);
            case BETWEEN -> between(values, reading);
            case LAST_DAYS -> new Stretch(midnight(reading, 1 - days(value)), midnight(reading, 1));
            case NEXT_DAYS -> new Stretch(midnight(reading, 0), midnight(reading, days(value)));
            case IS_NOT, ANY_OF, NONE_OF, CONTAINS, LACKS, STARTS, EMPTY, FILLED ->
                throw new Unusable("operator", operator.code());
        };
    }

    private static Stretch between(List<String> values, Reading reading) {
        if (values.size() != 2) {
            throw new Unusable("two-values");
        }
        return new Stretch(start(values.getFirst(), reading), end(values.getLast(), reading));
    }

    /** Days counted with today, as one says "the last 7 days". */
    private static int days(String text) {
        try {
            int days = Integer.parseInt(text);
            if (days < 1 || days > MOST_DAYS) {
                throw new Unusable("days", MOST_DAYS);
            }
            return days;
        } catch (NumberFormatException noNumber) {
            throw new Unusable("days", MOST_DAYS);
        }
    }

    private static Instant midnight(Reading reading, int daysAhead) {
        return reading.now().atZone(reading.zone()).toLocalDate().plusDays(daysAhead).atStartOfDay(reading.zone()).toInstant();
    }

    private static Instant start(String text, Reading reading) {
        return isDay(text) ? day(text).atStartOfDay(reading.zone()).toInstant() : moment(text);
    }

    /** The first moment that is not part of it: a day's next midnight, a moment's next microsecond. */
    private static Instant end(String text, Reading reading) {
        return isDay(text)
                ? day(text).plusDays(1).atStartOfDay(reading.zone()).toInstant()
                : moment(text).plusNanos(1000);
    }

    private static boolean isDay(String text) {
        return text.length() <= 10;
    }

    private static LocalDate day(String text) {
        try {
            return within(LocalDate.parse(text.replace('/', '-')), text);
        } catch (DateTimeParseException noDate) {
            throw new Unusable("date", text);
        }
    }

    private static Instant moment(String text) {
        try {
            var moment = Json.read(text);
            within(moment.atZone(java.time.ZoneOffset.UTC).toLocalDate(), text);
            return moment;
        } catch (DateTimeParseException noMoment) {
            throw new Unusable("date", text);
        }
    }

    private static LocalDate within(LocalDate day, String text) {
        if (day.getYear() < 1900 || day.getYear() > 2200) {
            throw new Unusable("date", text);
        }
        return day;
    }

    private static Condition inMoments(Field<Instant> field, Stretch stretch) {
        var from = stretch.from();
        var to = stretch.to();
        if (from == null) {
            return field.lt(java.util.Objects.requireNonNull(to));
        }
        return to == null ? field.ge(from) : field.ge(from).and(field.lt(to));
    }

    private static Condition inDates(Field<LocalDate> field, Stretch stretch, Reading reading) {
        var from = stretch.from() == null ? null : stretch.from().atZone(reading.zone()).toLocalDate();
        var to = stretch.to() == null ? null : stretch.to().atZone(reading.zone()).toLocalDate();
        if (from == null) {
            return field.lt(java.util.Objects.requireNonNull(to));
        }
        return to == null ? field.ge(from) : field.ge(from).and(field.lt(to));
    }
}
