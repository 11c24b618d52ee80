package org.kamiau.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.kamiau.platform.Text;

/**
 * The rows that were refused as they stood, each with its number and the reasons behind it: one mends them
 * and brings the file again. Written so that Japanese Excel opens it.
 */
final class RefusedFile implements Closeable {

    private final Writer out;
    private final CsvWriter csv;
    private final Run run;
    private final Reasons reasons;

    RefusedFile(OutputStream out, Run run, Text t) throws IOException {
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.run = run;
        this.reasons = new Reasons(run, t);
        this.out.write('\uFEFF');
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(this.out);
        var headings = new ArrayList<>(run.layout().columns());
        headings.add(t.get("imports.refused.row"));
        headings.add(t.get("imports.refused.reason"));
        csv.writeRecord(headings);
    }

    void add(RefusedRow row) {
        int width = run.layout().columns().size();
        var cells = new ArrayList<String>();
        for (int i = 0; i < width; i++) {
            cells.add(i < row.cells().size() ? Formulas.guard(row.cells().get(i)) : "");
        }
        // What stood too much at the end of a row goes where it can be seen without moving the reasons.
        var rest = row.cells().size() > width ? row.cells().subList(width, row.cells().size()) : List.<String>of();
        cells.add(String.valueOf(row.number()));
        cells.add(row.faults().stream().map(reasons::of).collect(Collectors.joining(" / ")));
        rest.forEach(cell -> cells.add(Formulas.guard(cell)));
        csv.writeRecord(cells);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
