package org.kamiau.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Text;
import org.kamiau.platform.imports.Importer;
import org.kamiau.platform.imports.Importer.Effect;
import org.kamiau.platform.pieces.Choice;
import org.kamiau.platform.pieces.Progress;

/** A run as its pages show it. */
public record RunView(
        String id,
        String file,
        String size,
        String kind,
        String title,
        String state,
        boolean mine,
        boolean editable,
        boolean working,
        boolean undoable,
        boolean resumable,
        boolean dryRun,
        String by,
        Instant madeAt,
        @Nullable Instant endedAt,
        Counts counts,
        Found found,
        List<Column> columns,
        List<Finding> findings,
        List<Refused> refused,
        List<String> missing,
        Progress progress,
        Counts.@Nullable Undone undone) {

    private static final int ROWS_SHOWN = 20;

    /** What a run did. */
    public record Counts(long rows, long created, long updated, long joined, long unchanged, long refused) {
        /** What was taken back, and what stayed because others have built upon it. */
        public record Undone(long gone, long kept) {}
    }

    /** What was found out about the file. */
    public record Found(String encoding, String charset, String delimiter, long heading, String source, boolean startClocks) {}

    /** One column: its samples and what it may hold. */
    public record Column(int number, String heading, List<String> samples, String target, List<Choice> choices) {}

    /** One thing that was wrong with some rows, or worth knowing. */
    public record Finding(String column, String reason, boolean note, long count, String rows) {}

    /** A refused row with its reasons. */
    public record Refused(long number, String cells, List<String> reasons) {}

    static RunView of(Run run, Runs runs, Text t, Instant now, Actor me) {
        var importer = runs.importer(run.kind()).orElse(null);
        boolean mine = run.shows(me);
        var undone = run.undone();
        return new RunView(
                run.id().toString(),
                run.file().name(),
                size(run.file().bytes(), t),
                run.kind(),
                importer == null ? run.kind() : t.get(importer.title()),
                run.state().code(),
                mine,
                mine && importer != null && run.state().open(),
                run.working(),
                mine && runs.undoable(run),
                mine && run.state() == Run.State.INTERRUPTED && run.file().path() != null,
                run.dryRun(),
                run.by().name(),
                run.times().madeAt(),
                run.times().endedAt(),
                counts(run.tally()),
                found(run, t),
                mine && importer != null ? columns(run, importer, t) : List.of(),
                findings(run, t),
                mine && !run.working() ? refused(run, runs, t) : List.of(),
                importer == null ? List.of() : run.mapping().missing(importer).stream().map(field -> t.get(field.label())).toList(),
                progress(run, t, now),
                undone == null ? null : new Counts.Undone(undone.gone(), undone.kept()));
    }

    /** With the wish that the needed columns be matched, in place of an old report. */
    RunView unmapped() {
        return new RunView(
                id, file, size, kind, title, state, mine, editable, working, undoable, resumable, dryRun, by, madeAt, endedAt, counts,
                found, columns, List.of(), List.of(), missing, progress, undone);
    }

    private static String size(long bytes, Text t) {
        return bytes < 1 << 20 ? t.number(Math.max(1, bytes >> 10)) + " KB" : t.number(bytes / (double) (1 << 20), 1) + " MB";
    }

    private static Counts counts(Tally tally) {
        return new Counts(
                tally.rows(), tally.count(Effect.CREATED), tally.count(Effect.UPDATED), tally.count(Effect.JOINED),
                tally.count(Effect.UNCHANGED), tally.refused());
    }

    private static Found found(Run run, Text t) {
        var layout = run.layout();
        var delimiter = switch (layout.delimiter()) {
            case '\t' -> t.get("imports.delimiter.tab");
            case ';' -> t.get("imports.delimiter.semicolon");
            default -> t.get("imports.delimiter.comma");
        };
        return new Found(
                layout.encoding() == null ? "XLSX" : layout.encoding().label(), MappingForm.encoding(run),
                layout.encoding() == null ? "" : delimiter, layout.heading(), run.order().source(), run.order().startClocks());
    }

    private static List<Column> columns(Run run, Importer importer, Text t) {
        var choices = Composite.offered(importer).stream()
                .map(target -> new Choice(target, ImportCommand.label(importer, target, t)))
                .toList();
        var reasons = new Reasons(run, t);
        var columns = new ArrayList<Column>();
        for (int i = 0; i < run.layout().columns().size(); i++) {
            var target = run.mapping().targets().get(i);
            var samples = run.layout().values(i).stream().limit(3).map(RunView::shortened).toList();
            columns.add(new Column(i + 1, reasons.column(i + 1), samples, target == null ? "" : target, choices));
        }
        return columns;
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private static List<Finding> findings(Run run, Text t) {
        var reasons = new Reasons(run, t);
        return run.tally().findings().stream()
                .limit(100)
                .map(finding -> new Finding(
                        finding.column() == 0 ? "" : reasons.column(finding.column()),
                        reasons.text(new RowFault(finding.column(), finding.code(), finding.arguments())),
                        finding.note(),
                        finding.count(),
                        String.join(", ", finding.rows().stream().map(String::valueOf).toList()) + (finding.count() > finding.rows().size() ? " …" : "")))
                .toList();
    }

    private static List<Refused> refused(Run run, Runs runs, Text t) {
        var reasons = new Reasons(run, t);
        return runs.refused(run, ROWS_SHOWN).stream()
                .map(row -> new Refused(
                        row.number(), shortened(String.join(" | ", row.cells().stream().filter(cell -> !cell.isBlank()).toList())), row.faults().stream().map(reasons::of).toList()))
                .toList();
    }

    private static Progress progress(Run run, Text t, Instant now) {
        long rows = run.tally().rows();
        long total = run.share() > 0.001 ? Math.max(rows, Math.round(rows / run.share())) : 0;
        var started = run.times().startedAt();
        var ended = run.times().endedAt() == null ? now : run.times().endedAt();
        long millis = started == null ? 0 : Duration.between(started, ended).toMillis();
        var state = run.working() ? Progress.State.RUNNING : run.state() == Run.State.FAILED ? Progress.State.FAILED : Progress.State.DONE;
        var title = t.get(run.dryRun() ? "imports.progress.trying" : "imports.progress.taking", run.file().name());
        return new Progress(title, rows, run.working() ? total : rows, millis <= 0 ? 0 : rows * 1000 / millis, state);
    }

    /** Rows that are taken, or would be. */
    public long taken() {
        return counts.rows() - counts.refused();
    }

    public boolean tried() {
        return state.equals("tried");
    }
}
