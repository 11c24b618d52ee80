package org.kamiau.platform;

import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The reader's language: texts, dates, numbers. Every template gets one as {@code t}. */
public final class Text {

    private static final DateTimeFormatter DATE_JA = DateTimeFormatter.ofPattern("yyyy/MM/dd(E)", Locale.JAPANESE);
    private static final DateTimeFormatter DATE_EN = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_JA = DateTimeFormatter.ofPattern("M/d(E)", Locale.JAPANESE);
    private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

    private final Messages messages;
    private final Locale locale;
    private final ZoneId zone;

    public Text(Messages messages, Locale locale, ZoneId zone) {
        this.messages = messages;
        this.locale = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.JAPANESE;
        this.zone = zone;
    }

    public String get(String key, @Nullable Object... arguments) {
        return messages.format(key, locale, arguments);
    }

    /** Whether there is a text of this key, for codes that come from data. */
    public boolean has(String key) {
        return messages.pattern(key, locale) != null;
    }

    public Locale locale() {
        return locale;
    }

    public boolean japanese() {
        return locale.equals(Locale.JAPANESE);
    }

    /** The {@code lang} attribute. */
    public String language() {
        return locale.getLanguage();
    }

    public String date(LocalDate date) {
        return (japanese() ? DATE_JA : DATE_EN).format(date);
    }

    public String date(Instant moment) {
        return date(moment.atZone(zone).toLocalDate());
    }

    /** Day without its year, for this year's dates. */
    public String day(Instant moment) {
        return (japanese() ? DAY_JA : DAY_EN).format(moment.atZone(zone));
    }

    public String time(Instant moment) {
        return TIME.format(moment.atZone(zone));
    }

    public String dateTime(Instant moment) {
        return date(moment) + " " + time(moment);
    }

    /** "3時間前": how long ago or how far ahead, as one says it. */
    public String ago(Instant moment, Instant now) {
        var passed = Duration.between(moment, now);
        var minutes = Math.abs(passed.toMinutes());
        var ahead = passed.isNegative() ? "ahead" : "ago";
        if (minutes < 1) {
            return get("platform.time.now");
        }
        if (minutes < 60) {
            return get("platform.time.minutes-" + ahead, minutes);
        }
        if (minutes < 24 * 60) {
            return get("platform.time.hours-" + ahead, minutes / 60);
        }
        if (minutes < 31L * 24 * 60) {
            return get("platform.time.days-" + ahead, minutes / 1440);
        }
        return date(moment);
    }

    public String number(long number) {
        return NumberFormatter.withLocale(locale).format(number).toString();
    }

    /** @param digits digits after the point */
    public String number(double number, int digits) {
        return NumberFormatter.withLocale(locale).precision(Precision.fixedFraction(digits)).format(number).toString();
    }

    /** Whole yen. */
    public String yen(long amount) {
        return "¥" + number(amount);
    }

    public ZoneId zone() {
        return zone;
    }
}
