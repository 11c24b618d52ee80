package org.kamiau.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.kamiau.platform.Actor;
import org.kamiau.platform.imports.Importer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Feeds the rows of a file to their importer, chunk by chunk. What a chunk did and how far it went is
 * committed together, so a run that was cut off goes on exactly behind its last chunk.
 */
@Component
class Feeder {

    private static final Logger LOG = LoggerFactory.getLogger(Feeder.class);

    /** So many rows that an importer cannot take for reasons of its own: the fault is not the file's. */
    private static final int MOST_FAILURES = 20;

    private final RunRows runs;
    private final TransactionTemplate transaction;

    Feeder(RunRows runs, PlatformTransactionManager transactions) {
        this.runs = runs;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Who wants to know how it goes, after every chunk. */
    interface Watch {
        void progress(Tally tally, double share);

        default void refused(List<RefusedRow> rows) {}
    }

    /** The importer failed on row after row. */
    static final class Hopeless extends RuntimeException {
        Hopeless(RuntimeException cause) {
            super(cause);
        }
    }

    Tally feed(Run run, Importer importer, Actor by, Watch watch) throws IOException {
        var path = run.file().path();
        if (path == null) {
            throw RunRefusal.fileGone(run.file().name());
        }
        var feeding = new Feeding(run, importer, by);
        try (var reading = new Reading(path, run.layout(), new RowReader(run.mapping(), importer), importer.chunk(), run.readTo())) {
            Reading.Chunk chunk;
            do {
                chunk = reading.next();
                watch.refused(feeding.take(chunk));
                watch.progress(feeding.tally, chunk.share());
            } while (!chunk.last());
        }
        return feeding.tally;
    }

    private final class Feeding {
        private final Run run;
        private final Importer importer;
        private final Importer.Context context;
        private Tally tally;
        private long readTo;
        private double share;
        private long stored;
        private int failures;

        Feeding(Run run, Importer importer, Actor by) {
            this.run = run;
            this.importer = importer;
            this.context = new Importer.Context(run.id().value(), by, run.order().source(), run.dryRun(), run.order().startClocks());
            this.tally = run.tally().copy();
            this.readTo = run.readTo();
            this.share = run.share();
            this.stored = tally.refused();
        }

        List<RefusedRow> take(Reading.Chunk chunk) {
            var refused = new ArrayList<>(chunk.refused());
            refused.forEach(row -> tally.refused(row.number(), row.faults()));
            var before = readTo;
            share = chunk.share();
            take(chunk.rows(), refused, Math.max(before, chunk.readTo()));
            readTo = Math.max(before, chunk.readTo());
            refused.sort(java.util.Comparator.comparingLong(RefusedRow::number));
            return refused;
        }

        /** Halves what cannot be taken at once, until the row that is the reason stands alone. */
        private void take(List<MappedRow> rows, List<RefusedRow> refused, long end) {
            var before = tally.copy();
            int known = refused.size();
            try {
                commit(rows, refused, end);
            } catch (NonTransientDataAccessException | IllegalArgumentException | IllegalStateException | NullPointerException
                    | IndexOutOfBoundsException | ArithmeticException failed) {
                tally = before;
                refused.subList(known, refused.size()).clear();
                if (rows.size() > 1) {
                    int half = rows.size() / 2;
                    take(rows.subList(0, half), refused, rows.get(half - 1).number());
                    take(rows.subList(half, rows.size()), refused, end);
                } else {
                    fail(rows, refused, end, failed);
                }
            }
        }

        private void fail(List<MappedRow> rows, List<RefusedRow> refused, long end, RuntimeException failed) {
            failures++;
            if (rows.isEmpty() || failures > MOST_FAILURES) {
                throw new Hopeless(failed);
            }
            LOG.warn("run {}: row {} cannot be taken", run.id(), rows.getFirst().number(), failed);
            refuse(rows.getFirst(), List.of(RowFault.of(0, "imports.fault.unexpected")), refused);
            commit(List.of(), refused, end);
        }

        private void commit(List<MappedRow> rows, List<RefusedRow> refused, long end) {
            if (run.dryRun()) {
                transaction.executeWithoutResult(status -> {
                    status.setRollbackOnly();
                    count(rows, taken(rows), refused, (records, numbers) -> {});
                });
                transaction.executeWithoutResult(_ -> save(refused, end));
                return;
            }
            transaction.executeWithoutResult(_ -> {
                count(rows, taken(rows), refused, (records, numbers) -> runs.made(run.id(), records, numbers));
                save(refused, end);
            });
        }

        private List<Importer.Result> taken(List<MappedRow> rows) {
            if (rows.isEmpty()) {
                return List.of();
            }
            var results = importer.take(List.copyOf(rows), context);
            if (results.size() != rows.size()) {
                throw new IllegalStateException(importer.kind() + " answered " + results.size() + " of " + rows.size() + " rows");
            }
            return results;
        }

        private void count(List<MappedRow> rows, List<Importer.Result> results, List<RefusedRow> refused, Made made) {
            var records = new ArrayList<UUID>();
            var numbers = new ArrayList<Long>();
            for (int i = 0; i < rows.size(); i++) {
                var row = rows.get(i);
                switch (results.get(i)) {
                    case Importer.Result.Taken taken -> {
                        tally.taken(taken.effect());
                        taken.notes().forEach(note -> tally.note(row.number(), fault(note), true));
                        if (taken.effect() == Importer.Effect.CREATED && taken.record() != null && importer.undoes()) {
                            records.add(taken.record());
                            numbers.add(row.number());
                        }
                    }
                    case Importer.Result.Refused no -> refuse(row, no.faults().stream().map(this::fault).toList(), refused);
                }
            }
            made.made(records, numbers);
        }

        private RowFault fault(org.kamiau.platform.Invalid.Field field) {
            return new RowFault(run.mapping().columnOf(field.field()), field.code(), field.arguments());
        }

        private void refuse(MappedRow row, List<RowFault> faults, List<RefusedRow> refused) {
            tally.refused(row.number(), faults);
            refused.add(new RefusedRow(row.number(), row.cells(), faults));
        }

        private void save(List<RefusedRow> refused, long end) {
            long room = Math.max(0, RunRows.MOST_REFUSED - stored);
            var kept = refused.stream().filter(row -> row.number() <= end).limit(room).toList();
            runs.keep(run.id(), kept);
            stored += kept.size();
            runs.save(run.id(), tally, end, share);
        }
    }

    private interface Made {
        void made(List<UUID> records, List<Long> numbers);
    }

    /** Takes back what a run made, as far as nobody has built upon it. */
    Run.Undone undo(Run run, Importer importer, Actor by, Consumer<Long> progress) {
        var context = new Importer.Context(run.id().value(), by, run.order().source(), false, false);
        long gone = 0;
        long kept = 0;
        while (true) {
            var records = runs.made(run.id(), importer.chunk());
            if (records.isEmpty()) {
                return new Run.Undone(gone, kept);
            }
            int removed = java.util.Objects.requireNonNull(transaction.execute(_ -> {
                var away = importer.undo(records, context).size();
                runs.forget(run.id(), records);
                return away;
            }));
            gone += removed;
            kept += records.size() - removed;
            progress.accept(gone + kept);
        }
    }
}
