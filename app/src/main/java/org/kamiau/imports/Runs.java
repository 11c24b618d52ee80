package org.kamiau.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Ids;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.kamiau.platform.imports.Importer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Everything one can do with imports. */
@Component
class Runs {

    static final String RECORD = "import";
    private static final Duration DRAFTS_KEPT = Duration.ofDays(7);
    private static final Duration REFUSED_KEPT = Duration.ofDays(90);

    private final RunRows rows;
    private final Feeder feeder;
    private final Audit audit;
    private final InstantSource clock;
    private final DataSource connections;
    private final TransactionTemplate transaction;
    private final Uploads uploads;
    private final Endings endings;
    private final BackgroundRuns background;
    private final Map<String, Importer> importers;

    Runs(
            RunRows rows, Feeder feeder, Uploads uploads, Endings endings, BackgroundRuns background, Audit audit,
            InstantSource clock, DataSource connections,
            PlatformTransactionManager transactions, List<Importer> importers) {
        this.rows = rows;
        this.feeder = feeder;
        this.uploads = uploads;
        this.endings = endings;
        this.background = background;
        this.audit = audit;
        this.clock = clock;
        this.connections = connections;
        this.transaction = new TransactionTemplate(transactions);
        this.importers = importers.stream().collect(Collectors.toMap(Importer::kind, one -> one, (a, _) -> a, LinkedHashMap::new));
    }

    /** The kinds that can be taken in. */
    List<Importer> importers() {
        return List.copyOf(importers.values());
    }

    Optional<Importer> importer(String kind) {
        return Optional.ofNullable(importers.get(kind));
    }

    Importer importer(Run run) {
        return importer(run.kind()).orElseThrow(Refusal.NotFound::new);
    }

    /** The kind whose fields the file fills best, for a file that does not say it. */
    Importer likeliest(Layout layout) {
        Importer best = importers().getFirst();
        long most = -1;
        for (var importer : importers()) {
            var mapping = Mapping.guess(importer, layout);
            long filled = mapping.targets().stream().filter(java.util.Objects::nonNull).distinct().count() - 100L * mapping.missing(importer).size();
            if (filled > most) {
                best = importer;
                most = filled;
            }
        }
        return best;
    }

    Run get(Run.Id id) {
        return rows.find(id).map(this::checked).orElseThrow(Refusal.NotFound::new);
    }

    /** Whoever looks at a run that nobody works on any more sees that it was cut off. */
    private Run checked(Run run) {
        return run.working() && cutOff(run) ? rows.find(run.id()).orElseThrow() : run;
    }

    private boolean cutOff(Run run) {
        var lock = RunLock.take(connections, run.id());
        try (var held = lock.orElse(null)) {
            return held != null && rows.move(run.id(), run.state(), switch (run.state()) {
                case TRYING -> Run.State.DRAFT;
                case UNDOING -> Run.State.DONE;
                case DRAFT, TRIED, RUNNING, DONE, INTERRUPTED, FAILED, UNDONE -> Run.State.INTERRUPTED;
            });
        }
    }

    /** Marks the runs whose process died. */
    void markInterrupted() {
        rows.working().forEach(this::checked);
    }

    List<Run> newest(Run.@Nullable Id before, int limit) {
        var from = before == null ? null : rows.find(before).orElse(null);
        return rows.newest(from == null ? null : from.times().madeAt(), before == null ? null : before.value(), limit).stream()
                .map(this::checked)
                .toList();
    }

    /** A file that has arrived; its columns are those of the last one that looked like it, or guessed. */
    Run arrive(Importer importer, Run.File file, Layout layout, Actor by) {
        var mapping = rows.again(importer.kind(), layout.columns()).orElseGet(() -> Mapping.guess(importer, layout));
        return add(importer, file, layout, mapping, new Run.Order("file", false), by);
    }

    /** The same file seen as another kind or in another encoding. */
    Run arrive(Importer importer, Layout layout, Run before, Actor by) {
        return java.util.Objects.requireNonNull(transaction.execute(_ -> {
            rows.remove(before.id());
            return arrive(importer, before.file(), layout, by);
        }));
    }

    Run add(Importer importer, Run.File file, Layout layout, Mapping mapping, Run.Order order, Actor by) {
        var run = new Run(
                new Run.Id(Ids.next()), importer.kind(), file, order, layout, mapping, Run.State.DRAFT, false,
                new Run.By(by.member(), by.name()), new Run.Times(clock.instant(), null, null), new Tally(), 0, 0, null);
        rows.add(run);
        return run;
    }

    /** Only before anything is taken. */
    void change(Run run, Layout layout, Mapping mapping, Run.Order order) {
        if (!run.state().open()) {
            throw RunRefusal.over();
        }
        rows.change(new Run(
                run.id(), run.kind(), run.file(), order, layout, mapping, Run.State.DRAFT, false, run.by(), run.times(),
                new Tally(), 0, 0, null));
    }

    /**
     * Takes the file in, or only tries it, and comes back when it is over. A run that was interrupted goes
     * on where it was.
     */
    Run take(Run.Id id, boolean dryRun, Actor by, Feeder.Watch watch) {
        try (var _ = RunLock.take(connections, id).orElseThrow(RunRefusal::working)) {
            return feed(begin(id, dryRun, by), by, watch);
        }
    }

    /** The same in the background; it has begun when this returns. */
    void start(Run.Id id, boolean dryRun, Actor by) {
        var lock = RunLock.take(connections, id).orElseThrow(RunRefusal::working);
        Run run;
        try {
            run = begin(id, dryRun, by);
        } catch (RuntimeException refused) {
            lock.close();
            throw refused;
        }
        background.begin(() -> {
            try (lock) {
                feed(run, by, (_, _) -> background.goOn());
            }
        });
    }

    private Run begin(Run.Id id, boolean dryRun, Actor by) {
        var run = rows.find(id).orElseThrow(Refusal.NotFound::new);
        var path = run.file().path();
        if (path == null || !Files.isReadable(path)) {
            throw RunRefusal.fileGone(run.file().name());
        }
        boolean goesOn = run.state() == Run.State.INTERRUPTED && !dryRun;
        transaction.executeWithoutResult(_ -> {
            if (!rows.begin(id, dryRun, clock.instant(), Run.State.DRAFT, Run.State.TRIED, dryRun ? Run.State.TRIED : Run.State.INTERRUPTED)) {
                throw RunRefusal.over();
            }
            if (!goesOn) {
                rows.empty(id);
            }
            if (!dryRun) {
                audit.record(by, Change.made(RECORD, id.value(), "import_started", Map.of("file", run.file().name(), "kind", run.kind())));
            }
        });
        return rows.find(id).orElseThrow();
    }

    private Run feed(Run run, Actor by, Feeder.Watch watch) {
        try {
            var tally = feeder.feed(run, importer(run), by, watch);
            if (run.dryRun()) {
                endings.tried(run);
            } else {
                endings.done(run, by, tally);
            }
        } catch (BackgroundRuns.Stopped stopped) {
            endings.stopped(run);
        } catch (IOException | Feeder.Hopeless trouble) {
            endings.failed(run, by, trouble);
        }
        return rows.find(run.id()).orElseThrow();
    }

    /** Takes back what the run made and nobody has built upon since. */
    Run undo(Run.Id id, Actor by) {
        try (var _ = RunLock.take(connections, id).orElseThrow(RunRefusal::working)) {
            var run = rows.find(id).orElseThrow(Refusal.NotFound::new);
            var importer = importer(run);
            if (!importer.undoes()) {
                throw RunRefusal.neverUndone(run.kind());
            }
            boolean took = run.state() == Run.State.DONE || run.state() == Run.State.INTERRUPTED || run.state() == Run.State.FAILED;
            if (!took || run.tally().count(Importer.Effect.CREATED) == 0 || !rows.move(id, run.state(), Run.State.UNDOING)) {
                throw RunRefusal.nothingToUndo();
            }
            var undone = feeder.undo(run, importer, by, _ -> {});
            transaction.executeWithoutResult(_ -> {
                rows.undone(id, undone.gone(), undone.kept());
                audit.record(by, Change.made(RECORD, id.value(), "import_undone", Map.of("gone", undone.gone(), "kept", undone.kept())));
            });
            return rows.find(id).orElseThrow();
        }
    }

    /** Whether undoing can be offered. */
    boolean undoable(Run run) {
        return importer(run.kind()).map(Importer::undoes).orElse(false)
                && (run.state() == Run.State.DONE || run.state() == Run.State.INTERRUPTED || run.state() == Run.State.FAILED)
                && run.tally().count(Importer.Effect.CREATED) > 0;
    }

    List<RefusedRow> refused(Run run, int limit) {
        return rows.refused(run.id(), limit);
    }

    void eachRefused(Run run, Consumer<RefusedRow> reader) {
        rows.eachRefused(run.id(), reader);
    }

    /** Removes files that nobody went on with, and rows that nobody mended in time: they hold contact details. */
    void clear() {
        for (var old : rows.leftBefore(clock.instant().minus(DRAFTS_KEPT))) {
            uploads.remove(old.file().path());
            rows.remove(old.id());
        }
        rows.forgetRefused(clock.instant().minus(REFUSED_KEPT));
    }
}
