package org.kamiau.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {

    private static final String EIGHT =
            """
            Eightで生成された名刺リストです。
            合計 2 件
            *注意事項


            会社名,部署名,役職,氏名,e-mail,郵便番号,住所,TEL会社,TEL部門,TEL直通,FAX,携帯電話,URL,名刺交換日
            ㈱髙﨑製作所,第①工事部,部長,髙﨑 一郎,taka@example.jp,910-0001,福井県福井市1-1,0776-00-0000,,,,090-0000-0000,,2026/11/01
            有限会社サンプル,,,山田　花子,hana@example.jp,,,,,,,,,
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"UTF-8,0", "UTF-8,3", "windows-31j,0", "UTF-16LE,2", "UTF-16BE,2", "UTF-16LE,0", "UTF-16BE,0"})
    void the_encoding_is_found_and_every_character_arrives(String charset, int mark) throws IOException {
        var file = file((mark > 0 ? "\uFEFF" : "") + EIGHT, Charset.forName(charset));

        var layout = Layout.find(file, null);

        assertThat(layout.encoding()).isEqualTo(new Encoding(Charset.forName(charset), mark));
        assertThat(layout.heading()).isEqualTo(6);
        assertThat(layout.columns()).startsWith("会社名", "部署名").hasSize(14);
        assertThat(rows(layout, file)).extracting(row -> row.cells().getFirst()).containsExactly("㈱髙﨑製作所", "有限会社サンプル");
    }

    @Test
    void characters_that_only_windows_has_and_emoji_survive() throws IOException {
        var windows = file("会社名,担当\n①㈱髙﨑～,Ⅳ部\n", Encoding.WINDOWS_31J);
        var emoji = file("会社名,担当\n𠮷野家🏯,が\u3099\n", StandardCharsets.UTF_8);

        assertThat(only(windows).cells()).containsExactly("①㈱髙﨑～", "Ⅳ部");
        assertThat(only(emoji).cells()).containsExactly("𠮷野家🏯", "が\u3099");
    }

    @ParameterizedTest
    @CsvSource({"','", "'\t'", "';'"})
    void the_delimiter_is_found(String delimiter) throws IOException {
        var file = file("会社名|氏名|備考\nA|山田 太郎|\"x|y\"\n".replace("|", delimiter), StandardCharsets.UTF_8);

        var layout = Layout.find(file, null);

        assertThat(layout.delimiter()).isEqualTo(delimiter.charAt(0));
        assertThat(rows(layout, file).getFirst().cells()).containsExactly("A", "山田 太郎", "x" + delimiter + "y");
    }

    @Test
    void bytes_that_mean_nothing_are_told_by_row_and_column() throws IOException {
        var bytes = "会社名,氏名\nA社,山田\nB社,X田\n".getBytes(StandardCharsets.UTF_8);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('X')] = (byte) 0xFF;
        var file = Files.write(folder.resolve("broken.csv"), bytes);

        var layout = Layout.find(file, null);
        var reader = new RowReader(Mapping.guess(new LedgerImporter(), layout), new LedgerImporter());

        assertThat(layout.encoding()).isEqualTo(new Encoding(StandardCharsets.UTF_8, 0));
        assertThat(rows(layout, file)).flatExtracting(row -> reader.read(row).faults())
                .containsExactly(RowFault.of(2, "imports.fault.undecodable"));
    }

    @Test
    void a_broken_quote_costs_its_row_and_not_the_rest_of_the_file() throws IOException {
        var text = """
                会社名,氏名,備考
                A社,山田,"二行の
                備考"
                B社,"佐藤,ここで閉じない
                C社,"鈴木",ok
                D社,高橋,"言った"こと"
                E社,5" 管,ok
                F社,田中,"最後まで閉じない
                G社,伊藤,ok
                """;

        for (var ends : List.of("\n", "\r\n", "\r")) {
            var file = file(text.replace("\n", ends), StandardCharsets.UTF_8);
            var rows = rows(Layout.find(file, null), file);

            assertThat(rows).extracting(row -> row.cells().getFirst()).containsExactly("A社", "B社", "C社", "D社", "E社", "F社", "G社");
            assertThat(rows).filteredOn(TableRow.Broken.class::isInstance)
                    .extracting(row -> ((TableRow.Broken) row).column() + " " + ((TableRow.Broken) row).code())
                    .containsExactly("2 imports.fault.quote", "3 imports.fault.quote", "3 imports.fault.quote");
            assertThat(rows).extracting(TableRow::number).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L);
        }
    }

    @Test
    void many_broken_quotes_in_a_file_larger_than_any_buffer() throws IOException {
        var text = new StringBuilder("id,会社名,備考\n");
        for (int i = 1; i <= 30_000; i++) {
            text.append(i).append(i % 100 == 7 ? ",\"閉じない" : ",\"会社\"").append(i).append(i % 100 == 7 ? "" : "").append(",ok\r\n");
        }
        var file = file(text.toString().replaceAll("\"(\\d)", "\"\"$1").replace("会社\"\"", "会社"), StandardCharsets.UTF_8);

        var rows = rows(Layout.find(file, null), file);

        assertThat(rows).hasSize(30_000);
    }

    @Test
    void a_line_longer_than_any_record_is_passed_over() throws IOException {
        var file = file("会社名,備考\nA社,\"" + "あ".repeat(3_000_000) + "\"\nB社,ok\n", StandardCharsets.UTF_8);

        var rows = rows(Layout.find(file, null), file);

        assertThat(rows).extracting(row -> row.cells().getFirst()).containsExactly("A社", "B社");
        assertThat(rows.getFirst()).isInstanceOf(TableRow.Broken.class);
    }

    @Test
    void ragged_rows_and_control_characters_are_told_apart_from_good_ones() throws IOException {
        var file = file("会社名,氏名,備考\nA社,山田\nB社,佐藤,ok,,\nC社,鈴木,ok,余り\nD\0社,高橋,ok\n", StandardCharsets.UTF_8);
        var layout = Layout.find(file, null);
        var reader = new RowReader(Mapping.guess(new LedgerImporter(), layout), new LedgerImporter());

        var reads = rows(layout, file).stream().map(reader::read).toList();

        assertThat(reads).extracting(RowReader.Read::faults)
                .containsExactly(
                        List.of(RowFault.of(0, "imports.fault.ragged", 2, 3)),
                        List.of(),
                        List.of(RowFault.of(0, "imports.fault.ragged", 4, 3)),
                        List.of(RowFault.of(1, "platform.invalid.control")));
    }

    @Test
    void a_publication_without_headings_is_known_by_its_places() throws IOException {
        var file = file("1,1000013050196,01,0,2015-10-26,2015-10-05,\"敦賀簡易裁判所\",,101,\"福井県\",\"敦賀市\",\"松栄町６－１０\",,18,202,9140065,,,,,,,2015-10-05\n", StandardCharsets.UTF_8);

        var layout = Layout.find(file, null);

        assertThat(layout.hasHeading()).isFalse();
        assertThat(layout.columns()).hasSize(23).startsWith("sequenceNumber", "corporateNumber").endsWith("assignmentDate");
        assertThat(rows(layout, file)).hasSize(1);
    }

    @Test
    void the_first_sheet_of_a_workbook_is_a_table_too() throws IOException {
        var file = folder.resolve("leads.xlsx");
        try (var out = Files.newOutputStream(file)) {
            var workbook = new Workbook(out, "test", "1.0");
            var sheet = workbook.newWorksheet("名簿");
            sheet.value(0, 0, "会社名");
            sheet.value(0, 1, "受付日");
            sheet.value(0, 2, "社員数");
            sheet.value(1, 0, "㈱髙﨑");
            sheet.value(1, 1, java.time.LocalDate.of(2026, 11, 20));
            sheet.style(1, 1).format("yyyy/mm/dd").set();
            sheet.value(1, 2, 120);
            sheet.value(2, 0, "B社");
            workbook.finish();
        }

        var layout = Layout.find(file, null);

        assertThat(layout.columns()).containsExactly("会社名", "受付日", "社員数");
        assertThat(rows(layout, file)).extracting(TableRow::cells)
                .containsExactly(List.of("㈱髙﨑", "2026-11-20", "120"), List.of("B社", "", ""));
    }

    @Test
    void an_empty_file_has_no_columns() throws IOException {
        var layout = Layout.find(file("", StandardCharsets.UTF_8), null);

        assertThat(layout.columns()).isEmpty();
    }

    private Path file(String text, Charset charset) throws IOException {
        return Files.write(Files.createTempFile(folder, "file", ".csv"), text.getBytes(charset));
    }

    private static TableRow only(Path file) throws IOException {
        return rows(Layout.find(file, null), file).getFirst();
    }

    static List<TableRow> rows(Layout layout, Path file) throws IOException {
        var rows = new ArrayList<TableRow>();
        try (var table = layout.open(file)) {
            for (var row = table.next(); row != null; row = table.next()) {
                rows.add(row);
            }
        }
        return rows;
    }
}
