package org.kamiau.platform.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    private static List<@Nullable Object> row(@Nullable Object... values) {
        return new ArrayList<@Nullable Object>(Arrays.<@Nullable Object>asList(values));
    }

    @Test
    void csv_opens_in_japanese_excel() throws IOException {
        try (var sheet = CsvSheet.utf8(file, TOKYO)) {
            sheet.row(row("会社", "期限"));
            sheet.row(row("検証, \"建設\"\n工業", Instant.parse("2026-11-24T00:22:00Z")));
            sheet.row(row(null, LocalDate.of(2026, 11, 24)));
        }

        assertThat(file.toString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF会社,期限\r\n\"検証, \"\"建設\"\"\n工業\",2026-11-24 09:22\r\n,2026-11-24\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+81-3", "-2", "@SUM(A1)", "\tx", "\rx", "＝1", "＠cmd"})
    void a_text_never_becomes_a_formula_in_csv(String text) throws IOException {
        try (var sheet = CsvSheet.utf8(file, TOKYO)) {
            sheet.row(row(text));
        }

        assertThat(file.toString(StandardCharsets.UTF_8).replace("\"", "")).startsWith("\uFEFF'" + text);
    }

    @Test
    void a_negative_number_stays_a_number() throws IOException {
        try (var sheet = CsvSheet.utf8(file, TOKYO)) {
            sheet.row(row(-5));
        }

        assertThat(file.toString(StandardCharsets.UTF_8)).isEqualTo("\uFEFF-5\r\n");
    }

    @Test
    void windows_31j_writes_what_it_can_and_tells_what_it_cannot() throws IOException {
        var encoding = new Windows31J();
        try (var sheet = CsvSheet.windows31J(file, TOKYO, encoding)) {
            sheet.row(row("会社", "担当"));
            sheet.row(row("①㈱髙﨑〜", "𠮷田 \uD83D\uDE00"));
        }

        assertThat(file.toString(Windows31J.CHARSET)).isEqualTo("会社,担当\r\n①㈱髙﨑～,〓田 〓\r\n");
        assertThat(encoding.cells()).isEqualTo(1);
        assertThat(encoding.findings())
                .containsExactly(new Unmappable.Finding(2, "担当", "𠮷\uD83D\uDE00", "𠮷田 \uD83D\uDE00"));
    }

    @Test
    void excel_holds_texts_as_texts_and_numbers_as_numbers() throws IOException {
        try (var sheet = new XlsxSheet(file, "leads", TOKYO)) {
            sheet.row(row("会社", "点", "期限"));
            for (int i = 0; i < 2_000; i++) {
                sheet.row(row("=HYPERLINK(\"http://evil\")", i, Instant.parse("2026-11-24T00:22:00Z")));
            }
        }

        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file.toByteArray()))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(2_001);
            var last = rows.getLast();
            assertThat(last.getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(last.getCell(0).getFormula()).isNull();
            assertThat(last.getCellText(0)).isEqualTo("=HYPERLINK(\"http://evil\")");
            assertThat(last.getCellAsNumber(1)).contains(new BigDecimal(1999));
            assertThat(last.getCellAsDate(2)).contains(LocalDateTime.of(2026, 11, 24, 9, 22));
        }
    }
}
