package org.kamiau.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file ahead of those who take its rows, in a thread of its own. A few chunks wait at most, so a
 * file of any size needs the same memory.
 */
final class Reading implements AutoCloseable {

    private static final int AHEAD = 3;
    private static final int MOST_CHARACTERS = 4 << 20;

    /** Rows as far as they could be read; after the last one there is no more. */
    record Chunk(List<MappedRow> rows, List<RefusedRow> refused, long readTo, double share, boolean last) {}

    private sealed interface Arrival {
        record Next(Chunk chunk) implements Arrival {}

        record Trouble(IOException cause) implements Arrival {}
    }

    private final Path file;
    private final Layout layout;
    private final RowReader reader;
    private final int size;
    private final long from;
    private final BlockingQueue<Arrival> arrivals = new ArrayBlockingQueue<>(AHEAD);
    private final Thread thread;

    /** @param from rows up to this number have been taken already */
    Reading(Path file, Layout layout, RowReader reader, int size, long from) {
        this.file = file;
        this.layout = layout;
        this.reader = reader;
        this.size = size;
        this.from = from;
        this.thread = Thread.ofPlatform().name("import-reading").daemon().start(this::read);
    }

    Chunk next() throws IOException {
        try {
            return switch (arrivals.take()) {
                case Arrival.Next next -> next.chunk();
                case Arrival.Trouble trouble -> throw trouble.cause();
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void read() {
        try (var table = layout.open(file)) {
            boolean last = false;
            while (!last) {
                var chunk = chunk(table);
                last = chunk.last();
                arrivals.put(new Arrival.Next(chunk));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException trouble) {
            tell(trouble instanceof IOException io ? io : new IOException(trouble));
        }
    }

    /** The taking side waits for an answer, whatever happened here. */
    private void tell(IOException trouble) {
        try {
            arrivals.put(new Arrival.Trouble(trouble));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Chunk chunk(Table table) throws IOException {
        var rows = new ArrayList<MappedRow>(size);
        var refused = new ArrayList<RefusedRow>(0);
        long characters = 0;
        long number = 0;
        @Nullable TableRow row = null;
        while (rows.size() + refused.size() < size && characters < MOST_CHARACTERS && (row = table.next()) != null) {
            number = row.number();
            if (number <= from) {
                continue;
            }
            var read = reader.read(row);
            if (read.row() == null) {
                refused.add(new RefusedRow(number, row.cells(), read.faults()));
            } else {
                rows.add(read.row());
            }
            characters += characters(row.cells());
        }
        return new Chunk(rows, refused, number, row == null ? 1 : table.share(), row == null);
    }

    private static long characters(List<String> cells) {
        long all = 0;
        for (int i = 0; i < cells.size(); i++) {
            all += cells.get(i).length();
        }
        return all;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
