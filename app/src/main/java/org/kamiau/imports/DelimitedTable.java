package org.kamiau.imports;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows separated by line ends, cells by a delimiter; a broken row is reported and the next one read. */
final class DelimitedTable implements Table {

    private static final int LONGEST_RECORD = 1 << 20;
    private static final int MOST_CELLS = 1_000;

    private final SeekableByteChannel file;
    private final Retained text;
    private final char delimiter;
    private Iterator<CsvRecord> records;
    private long firstLine = 1;
    private long nextLine = 1;
    private long number;

    DelimitedTable(Path file, Encoding encoding, char delimiter) throws IOException {
        this.file = Files.newByteChannel(file);
        this.text = new Retained(encoding.read(this.file));
        this.delimiter = delimiter;
        this.records = open();
    }

    private Iterator<CsvRecord> open() {
        var handler = CsvRecordHandler.of(limits -> limits.maxFields(MOST_CELLS)
                .maxFieldSize(LONGEST_RECORD)
                .maxRecordSize(LONGEST_RECORD));
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .detectBomHeader(false)
                .maxBufferSize(4 * LONGEST_RECORD)
                .build(handler, text)
                .iterator();
    }

    @Override
    public @Nullable TableRow next() throws IOException {
        try {
            while (records.hasNext()) {
                var record = records.next();
                number++;
                nextLine = firstLine - 1 + record.getStartingLineNumber();
                text.reached(nextLine);
                var cells = record.getFields();
                nextLine += 1 + lineEnds(cells);
                if (!blank(cells)) {
                    return new TableRow.Cells(number, cells);
                }
            }
            return null;
        } catch (CsvParseException broken) {
            return broken();
        } catch (UncheckedIOException trouble) {
            throw trouble.getCause();
        }
    }

    private static boolean blank(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isBlank()) {
                return false;
            }
        }
        return true;
    }

    private static int lineEnds(List<String> cells) {
        int ends = 0;
        for (int c = 0; c < cells.size(); c++) {
            var cell = cells.get(c);
            for (int i = 0; i < cell.length(); i++) {
                char one = cell.charAt(i);
                if (one == '\n' || one == '\r' && (i + 1 == cell.length() || cell.charAt(i + 1) != '\n')) {
                    ends++;
                }
            }
        }
        return ends;
    }

    private TableRow broken() throws IOException {
        number++;
        var rest = text.since(nextLine);
        var line = rest.lines().findFirst().orElse("");
        int column = Quotes.brokenColumn(rest, delimiter);
        var shown = line.length() > 10_000 ? line.substring(0, 10_000) : line;
        var cells = List.of(shown.split(java.util.regex.Pattern.quote(String.valueOf(delimiter)), -1));
        var row = new TableRow.Broken(number, Math.max(column, 1), column > 0 ? "imports.fault.quote" : "imports.fault.too-long", cells);
        text.restartAfter(nextLine);
        nextLine++;
        firstLine = nextLine;
        records = open();
        return row;
    }

    @Override
    public double share() throws IOException {
        return file.size() == 0 ? 1 : (double) file.position() / file.size();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
