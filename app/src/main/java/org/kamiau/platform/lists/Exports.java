package org.kamiau.platform.lists;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Ids;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Text;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes a list into a file: the rows that its reader sees, the columns that are shown, the values as on the
 * screen. Who took what along stands in the audit log.
 */
@Component
class Exports {

    /** What one sheet of Excel holds, less its headings, rounded down. */
    static final int MOST_ROWS = 1_000_000;

    private static final int BATCH = 1_000;

    /** @param unmappable what Windows-31J has not; null in other formats */
    record Written(Path file, int rows, @Nullable Windows31J unmappable) {}

    private final Lists lists;
    private final ViewChoices views;
    private final Wordings wordings;
    private final Audit audit;

    Exports(Lists lists, ViewChoices views, Wordings wordings, Audit audit) {
        this.lists = lists;
        this.views = views;
        this.wordings = wordings;
        this.audit = audit;
    }

    /** All rows come from one moment, however long writing takes. The caller deletes the file. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public <R> Written write(ListDefinition<R> list, Address address, Sheet.Format format, Actor actor, Text t) {
        var reading = lists.reading(list, actor, t);
        var state = lists.state(list, address, reading, views.of(list.name(), actor), unusable -> {
            throw new Invalid("f", unusable.code(), unusable.arguments());
        });
        var unmappable = format == Sheet.Format.CSV_WINDOWS_31J ? new Windows31J() : null;
        try {
            var file = Files.createTempFile("kamiau-export", "." + format.ending());
            int rows = write(list, state, reading, wordings.of(list, reading, t), sheet(file, format, t, list, unmappable));
            audit.record(actor, Change.made("export", Ids.next(), "list_exported", told(list, state, format, rows)));
            return new Written(file, rows, unmappable);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sheet sheet(Path file, Sheet.Format format, Text t, ListDefinition<?> list, @Nullable Windows31J unmappable)
            throws IOException {
        var out = Files.newOutputStream(file);
        return switch (format) {
            case CSV -> CsvSheet.utf8(out, t.zone());
            case CSV_WINDOWS_31J -> CsvSheet.windows31J(out, t.zone(), java.util.Objects.requireNonNull(unmappable));
            case XLSX -> new XlsxSheet(out, list.name(), t.zone());
        };
    }

    private <R> int write(ListDefinition<R> list, ListState state, Reading reading, Wording words, Sheet to) throws IOException {
        try (to) {
            var columns = state.columns().stream().map(key -> list.column(key, reading.actor()).orElseThrow()).toList();
            to.row(columns.stream().map(words::label).toList());
            var keyset = lists.keyset(list, state, reading.actor());
            int rows = 0;
            var cursor = Cursor.FIRST;
            while (true) {
                var slice = keyset.read(cursor, BATCH);
                var lines = lists.lines(list, slice, reading.actor());
                words.learn(lists.members(list, state, reading.actor(), lines));
                for (var line : lines) {
                    to.row(values(columns, line.row(), words));
                }
                rows += lines.size();
                if (!slice.more()) {
                    return rows;
                }
                if (rows >= MOST_ROWS) {
                    throw new Invalid("f", "lists.invalid.too-many-rows", MOST_ROWS);
                }
                cursor = slice.behind();
            }
        }
    }

    private static <R> List<@Nullable Object> values(List<Column<R>> columns, R row, Wording words) {
        var values = new ArrayList<@Nullable Object>(columns.size());
        for (var column : columns) {
            values.add(switch (column.value(row)) {
                case null -> null;
                case Number number -> number;
                case java.time.Instant moment -> moment;
                case java.time.LocalDate date -> date;
                case Object other -> words.plain(column, other);
            });
        }
        return values;
    }

    private static Map<String, Object> told(ListDefinition<?> list, ListState state, Sheet.Format format, int rows) {
        return Map.of(
                "list", list.name(),
                "format", format.code(),
                "rows", rows,
                "columns", String.join(",", state.columns()),
                "query", state.described().toString());
    }
}
