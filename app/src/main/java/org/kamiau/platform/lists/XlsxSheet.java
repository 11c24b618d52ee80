package org.kamiau.platform.lists;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** An Excel workbook with one sheet. Texts are typed as texts, so none of them can become a formula. */
final class XlsxSheet implements Sheet {

    private static final int FLUSHED_ROWS = 500;
    private static final int LONGEST_TEXT = 32_767;

    private final Workbook workbook;
    private final Worksheet sheet;
    private final ZoneId zone;
    private int line;

    XlsxSheet(OutputStream file, String name, ZoneId zone) {
        this.workbook = new Workbook(file, "Kamiau", "1.0");
        this.sheet = workbook.newWorksheet(name);
        this.zone = zone;
        sheet.freezePane(0, 1);
    }

    @Override
    public void row(List<? extends @Nullable Object> values) throws IOException {
        for (int i = 0; i < values.size(); i++) {
            cell(i, values.get(i));
        }
        if (line == 0) {
            sheet.range(0, 0, 0, values.size() - 1).style().bold().set();
        }
        line++;
        if (line % FLUSHED_ROWS == 0) {
            sheet.flush();
        }
    }

    private void cell(int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Instant moment -> {
                sheet.value(line, column, moment.atZone(zone).toLocalDateTime());
                sheet.style(line, column).format("yyyy-mm-dd hh:mm").set();
            }
            case LocalDate date -> {
                sheet.value(line, column, date);
                sheet.style(line, column).format("yyyy-mm-dd").set();
            }
            case Number number -> sheet.value(line, column, number);
            default -> sheet.inlineString(line, column, cut(value.toString()));
        }
    }

    /** Excel refuses a file with a longer text. */
    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        workbook.finish();
    }
}
