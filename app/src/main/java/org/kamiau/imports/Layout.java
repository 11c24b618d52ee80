package org.kamiau.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a file is laid out, found in its first rows.
 *
 * @param encoding null for a workbook, which says it itself
 * @param heading number of the row with the headings; 0 when the file has none
 * @param columns the headings, or the numbers of the columns where there are none
 * @param samples the first rows below
 */
record Layout(
        Format format, @Nullable Encoding encoding, char delimiter, long heading, List<String> columns, List<List<String>> samples) {

    enum Format {
        TEXT,
        WORKBOOK
    }

    private static final int SAMPLE = 60;
    private static final int SHOWN = 5;
    private static final char[] DELIMITERS = {',', '\t', ';'};

    /** What stands in rows and never in headings: numbers, days, addresses. */
    private static final Pattern VALUE =
            Pattern.compile("[-+¥$]?\\d[\\d,.\\-/: TZ年月日]*|[^@\\s]+@[^@\\s]+\\.[^@\\s]+|https?://.*");

    Layout {
        columns = List.copyOf(columns);
        samples = samples.stream().map(List::copyOf).toList();
    }

    /** @param encoding as named by whoever brings the file; null to find out */
    static Layout find(Path file, @Nullable String encoding) throws IOException {
        if (WorkbookTable.isWorkbook(file)) {
            try (var table = new WorkbookTable(file)) {
                return of(Format.WORKBOOK, null, ',', first(table));
            }
        }
        var found = encoding == null ? Encoding.find(file) : Encoding.named(encoding, file);
        Layout best = null;
        for (char delimiter : DELIMITERS) {
            try (var table = new DelimitedTable(file, found, delimiter)) {
                var layout = of(Format.TEXT, found, delimiter, first(table));
                if (best == null || layout.columns().size() > best.columns().size()) {
                    best = layout;
                }
            }
        }
        return java.util.Objects.requireNonNull(best);
    }

    private static List<TableRow> first(Table table) throws IOException {
        var rows = new ArrayList<TableRow>();
        for (var row = table.next(); row != null && rows.size() < SAMPLE; row = table.next()) {
            rows.add(row);
        }
        return rows;
    }

    private static Layout of(Format format, @Nullable Encoding encoding, char delimiter, List<TableRow> rows) {
        int width = width(rows);
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            if (row instanceof TableRow.Cells && filled(row.cells()) >= Math.max(1, width * 0.6)) {
                return headed(row.cells())
                        ? new Layout(format, encoding, delimiter, row.number(), trimmed(row.cells()), samples(rows, i + 1))
                        : new Layout(format, encoding, delimiter, 0, unheaded(row.cells()), samples(rows, i));
            }
        }
        return new Layout(format, encoding, delimiter, 0, numbered(width), samples(rows, 0));
    }

    /** The number of cells that most rows have; text before the table has fewer, ragged rows are few. */
    private static int width(List<TableRow> rows) {
        Map<Integer, Integer> counts = new HashMap<>();
        rows.stream().filter(TableRow.Cells.class::isInstance).forEach(row -> counts.merge(row.cells().size(), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    private static long filled(List<String> cells) {
        return cells.stream().filter(cell -> !cell.isBlank()).count();
    }

    private static boolean headed(List<String> cells) {
        return cells.stream().filter(Headings::known).count() > 1 || cells.stream().noneMatch(cell -> cell.strip().length() > 1 && VALUE.matcher(cell.strip()).matches());
    }

    private static List<String> trimmed(List<String> cells) {
        return cells.stream().map(cell -> cell.strip().replaceAll("\\s+", " ")).toList();
    }

    /** The corporate number publication has no headings; its columns are known by their places. */
    private static List<String> unheaded(List<String> cells) {
        boolean publication = cells.size() >= 23 && cells.size() <= Headings.PUBLICATION.size() && cells.get(1).matches("\\d{13}");
        return publication ? Headings.PUBLICATION.subList(0, cells.size()) : numbered(cells.size());
    }

    private static List<String> numbered(int width) {
        var names = new ArrayList<String>();
        for (int i = 1; i <= width; i++) {
            names.add(String.valueOf(i));
        }
        return names;
    }

    private static List<List<String>> samples(List<TableRow> rows, int from) {
        return rows.stream().skip(from).filter(TableRow.Cells.class::isInstance).limit(SHOWN).map(TableRow::cells).toList();
    }

    boolean hasHeading() {
        return heading > 0;
    }

    /** The rows below the heading. */
    Table open(Path file) throws IOException {
        var table = encoding == null ? new WorkbookTable(file) : new DelimitedTable(file, encoding, delimiter);
        for (long at = 0; at < heading; ) {
            var row = table.next();
            if (row == null) {
                break;
            }
            at = row.number();
        }
        return table;
    }

    /** The first values of a column that has some. */
    List<String> values(int column) {
        return samples.stream()
                .filter(row -> column < row.size())
                .map(row -> row.get(column).strip())
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
