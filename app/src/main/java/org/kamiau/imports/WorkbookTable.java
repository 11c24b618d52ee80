package org.kamiau.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The rows of a workbook's first sheet (XLSX). */
final class WorkbookTable implements Table {

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private int width;

    WorkbookTable(Path file) throws IOException {
        workbook = open(file);
        stream = workbook.getFirstSheet().openStream();
        rows = stream.iterator();
    }

    private static ReadableWorkbook open(Path file) throws IOException {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
        } catch (ExcelReaderException broken) {
            throw new IOException(broken);
        }
    }

    /** A workbook is a ZIP file. */
    static boolean isWorkbook(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var head = in.readNBytes(4);
            return head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
        }
    }

    @Override
    public @Nullable TableRow next() throws IOException {
        try {
            while (rows.hasNext()) {
                var row = rows.next();
                var cells = new ArrayList<String>();
                row.forEach(cell -> cells.add(text(cell)));
                // A workbook leaves out what is empty at the end of a row.
                width = Math.max(width, cells.size());
                while (cells.size() < width) {
                    cells.add("");
                }
                if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                    return new TableRow.Cells(row.getRowNum(), List.copyOf(cells));
                }
            }
            return null;
        } catch (ExcelReaderException broken) {
            throw new IOException(broken);
        }
    }

    /** Days are numbers with a format; everything else is shown as it was typed. */
    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return "";
        }
        var format = cell.getDataFormatString();
        if (cell.getType() == CellType.NUMBER && format != null && format.matches(".*[yY年gGeE].*[dD日].*")) {
            var moment = cell.asDate();
            return moment.toLocalTime().toSecondOfDay() == 0 ? moment.toLocalDate().toString() : moment.toString();
        }
        return cell.getType() == CellType.NUMBER ? cell.asNumber().stripTrailingZeros().toPlainString() : cell.getText();
    }

    @Override
    public double share() {
        return 0;
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
