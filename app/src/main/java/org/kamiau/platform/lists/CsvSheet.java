package org.kamiau.platform.lists;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** CSV as Japanese Excel opens it: UTF-8 with a byte order mark, or Windows-31J. */
final class CsvSheet implements Sheet {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final CsvWriter csv;
    private final @Nullable Windows31J encoding;
    private final ZoneId zone;
    private List<String> headings = List.of();
    private long line;

    private CsvSheet(CsvWriter csv, @Nullable Windows31J encoding, ZoneId zone) {
        this.csv = csv;
        this.encoding = encoding;
        this.zone = zone;
    }

    static CsvSheet utf8(OutputStream file, ZoneId zone) throws IOException {
        var out = new BufferedOutputStream(file);
        out.write(0xEF);
        out.write(0xBB);
        out.write(0xBF);
        return new CsvSheet(writer(new OutputStreamWriter(out, StandardCharsets.UTF_8)), null, zone);
    }

    /** Characters that the encoding has not are reported to it, and written as its replacement. */
    static CsvSheet windows31J(OutputStream file, ZoneId zone, Windows31J encoding) {
        return new CsvSheet(writer(new OutputStreamWriter(new BufferedOutputStream(file), Windows31J.CHARSET)), encoding, zone);
    }

    private static CsvWriter writer(OutputStreamWriter to) {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(to);
    }

    @Override
    public void row(List<? extends @Nullable Object> values) {
        line++;
        var cells = new ArrayList<String>(values.size());
        for (int i = 0; i < values.size(); i++) {
            var text = text(values.get(i));
            cells.add(encoding == null ? text : encoding.mapped(text, line, i < headings.size() ? headings.get(i) : text));
        }
        if (line == 1) {
            headings = List.copyOf(cells);
        }
        csv.writeRecord(cells);
    }

    private String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Instant moment -> MINUTE.format(moment.atZone(zone));
            case LocalDate date -> date.toString();
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            default -> Formulas.guarded(value.toString());
        };
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
