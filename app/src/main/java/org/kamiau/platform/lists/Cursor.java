package org.kamiau.platform.lists;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Characters;

/**
 * Where a page begins: behind (or, backward, before) a row, or at an end of the list. Opaque outside; valid
 * for the order it was made for.
 *
 * @param id null at an end: forward the first row, backward the last
 * @param value the row's value of the order's expression, null when the row has none
 */
record Cursor(boolean backward, @Nullable UUID id, @Nullable Object value) {

    static final Cursor FIRST = new Cursor(false, null, null);
    static final Cursor LAST = new Cursor(true, null, null);
    private static final String LAST_TEXT = "last";

    static Cursor after(UUID id, @Nullable Object value) {
        return new Cursor(false, id, value);
    }

    static Cursor before(UUID id, @Nullable Object value) {
        return new Cursor(true, id, value);
    }

    String text(Sort sort) {
        if (id == null) {
            return backward ? LAST_TEXT : "";
        }
        var plain = (backward ? "b" : "f") + "." + sort + "." + id + "." + (value == null ? "n" : "v" + value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Raises {@link Unusable} for a text that no page of this order gave. */
    static Cursor read(String text, Sort sort) {
        if (text.isEmpty()) {
            return FIRST;
        }
        if (text.equals(LAST_TEXT)) {
            return LAST;
        }
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var parts = plain.split("\\.", 4);
            if (parts.length != 4 || parts[3].isEmpty() || !parts[1].equals(sort.toString())) {
                throw new Unusable("cursor");
            }
            var value = parts[3].charAt(0) == 'n' ? null : value(parts[3].substring(1), sort.field().getType());
            return new Cursor(parts[0].equals("b"), UUID.fromString(parts[2]), value);
        } catch (IllegalArgumentException | DateTimeParseException forged) {
            throw new Unusable("cursor");
        }
    }

    private static Object value(String text, Class<?> type) {
        if (type == String.class && Characters.printable(text)) {
            return text;
        }
        if (type == Instant.class) {
            return Instant.parse(text);
        }
        if (type == LocalDate.class) {
            return LocalDate.parse(text);
        }
        if (type == UUID.class) {
            return UUID.fromString(text);
        }
        if (type == Boolean.class) {
            return Boolean.valueOf(text);
        }
        return number(text, type);
    }

    private static Number number(String text, Class<?> type) {
        if (type == Integer.class) {
            return Integer.valueOf(text);
        }
        if (type == Long.class) {
            return Long.valueOf(text);
        }
        if (type == Short.class) {
            return Short.valueOf(text);
        }
        if (type == Double.class) {
            return Double.valueOf(text);
        }
        if (type == Float.class) {
            return Float.valueOf(text);
        }
        if (type == BigDecimal.class && text.length() <= 60) {
            return new BigDecimal(text);
        }
        throw new Unusable("cursor");
    }
}
