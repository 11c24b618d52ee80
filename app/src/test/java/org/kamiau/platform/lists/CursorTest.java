package org.kamiau.platform.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final UUID ROW = UUID.fromString("0199b000-0000-7000-8000-000000000001");

    private static Sort by(Class<?> type) {
        return new Sort("due", DSL.field("due", type), DSL.field("id", UUID.class), true, true);
    }

    static Stream<Object> values() {
        return Stream.of(
                "検証.建設|株式会社", "", "nothing", 7, -7L, (short) 3, 1.25, new BigDecimal("12.50"),
                Instant.parse("2026-11-24T00:05:00.123456Z"), LocalDate.of(2026, 11, 24), true, ROW);
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_place_survives_its_way_through_an_address(Object value) {
        var sort = by(value.getClass());

        assertThat(Cursor.read(Cursor.after(ROW, value).text(sort), sort)).isEqualTo(Cursor.after(ROW, value));
        assertThat(Cursor.read(Cursor.before(ROW, null).text(sort), sort)).isEqualTo(Cursor.before(ROW, null));
    }

    @Test
    void both_ends_have_a_name() {
        assertThat(Cursor.read("", by(String.class))).isEqualTo(Cursor.FIRST);
        assertThat(Cursor.read("last", by(String.class))).isEqualTo(Cursor.LAST);
    }

    @Test
    void a_place_is_worth_nothing_in_another_order() {
        var text = Cursor.after(ROW, 7).text(by(Integer.class));
        var other = new Sort("due", DSL.field("due", Integer.class), DSL.field("id", UUID.class), false, true);

        assertThatThrownBy(() -> Cursor.read(text, other)).isInstanceOf(Unusable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "%%%", "f.-due.7", "f.-due.not-an-id.v7", "f.-due.0199b000-0000-7000-8000-000000000001.vseven", "..."})
    void what_no_page_gave_is_refused(String plain) {
        var text = Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> Cursor.read(text, by(Integer.class))).isInstanceOf(Unusable.class);
        assertThatThrownBy(() -> Cursor.read(plain, by(Integer.class))).isInstanceOf(Unusable.class);
    }
}
