package org.kamiau.imports;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Command;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Text;
import org.kamiau.platform.imports.Importer;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** {@code ./kamiau import KIND FILE}: the wizard's engine from the shell, for files of any size. */
@Component
class ImportCommand implements Command {

    private final Runs runs;
    private final Languages languages;

    ImportCommand(Runs runs, Languages languages) {
        this.runs = runs;
        this.languages = languages;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
        var language = System.getenv().getOrDefault("LC_ALL", System.getenv().getOrDefault("LANG", ""));
        var t = languages.text(language.startsWith("ja") ? Locale.JAPANESE : Locale.ENGLISH);
        try {
            var asked = ImportOptions.parse(arguments);
            return asked.undo() == null ? take(asked, t, out, err) : undo(asked.undo(), t, out);
        } catch (ImportOptions.WrongUsage wrong) {
            err.println(wrong.key() == null ? t.get("imports.shell.usage", kinds()) : t.get(wrong.key(), wrong.argument()));
            return 2;
        } catch (Invalid invalid) {
            invalid.fields().forEach(field -> err.println(t.get(field.code(), field.arguments().toArray())));
            return 2;
        } catch (Refusal refused) {
            err.println(t.get(refused.code(), refused.arguments()));
            return 1;
        }
    }

    private String kinds() {
        return String.join(", ", runs.importers().stream().map(Importer::kind).toList());
    }

    private int undo(String run, Text t, PrintStream out) {
        Run.Id id;
        try {
            id = Run.Id.of(run);
        } catch (IllegalArgumentException noId) {
            throw new Refusal.NotFound();
        }
        var undone = runs.undo(id, Actor.SYSTEM).undone();
        out.println(t.get("imports.shell.undone", undone == null ? 0 : undone.gone(), undone == null ? 0 : undone.kept()));
        return 0;
    }

    private int take(ImportOptions asked, Text t, PrintStream out, PrintStream err) throws IOException {
        var importer = runs.importer(asked.kind()).orElse(null);
        if (importer == null) {
            err.println(t.get("imports.shell.no-kind", asked.kind(), kinds()));
            return 2;
        }
        if (!Files.isRegularFile(asked.file()) || !Files.isReadable(asked.file())) {
            err.println(t.get("imports.shell.no-file", asked.file().toString()));
            return 2;
        }
        var run = prepare(asked, importer);
        describe(run, importer, t, err);
        if (run.mapping().empty() || !run.mapping().missing(importer).isEmpty()) {
            run.mapping().missing(importer).forEach(field -> err.println(t.get("imports.map.missing", t.get(field.label()))));
            err.println(t.get(run.mapping().empty() ? "imports.map.empty" : "imports.shell.map-hint"));
            return 2;
        }
        return take(run, asked, t, out, err);
    }

    private Run prepare(ImportOptions asked, Importer importer) throws IOException {
        var layout = Layout.find(asked.file(), asked.encoding());
        Map<String, String> map;
        try {
            map = asked.map();
        } catch (JacksonException malformed) {
            throw new ImportOptions.WrongUsage("imports.shell.no-map", String.valueOf(asked.mapFile()));
        }
        var mapping = Mapping.guess(importer, layout).with(map, layout, importer);
        var file = new Run.File(asked.file().getFileName().toString(), asked.file(), Files.size(asked.file()));
        return runs.add(importer, file, layout, mapping, new Run.Order(asked.source(), asked.startClocks()), Actor.SYSTEM);
    }

    /** What was found out about the file, before anything happens. */
    private static void describe(Run run, Importer importer, Text t, PrintStream err) {
        var layout = run.layout();
        err.println(t.get("imports.shell.found", run.file().name(), layout.encoding() == null ? "XLSX" : layout.encoding().label(), layout.columns().size()));
        for (int i = 0; i < layout.columns().size(); i++) {
            var target = run.mapping().targets().get(i);
            err.println("  " + layout.columns().get(i) + "  →  " + (target == null ? t.get("imports.map.left-out") : label(importer, target, t)));
        }
    }

    static String label(Importer importer, String target, Text t) {
        return importer.fields().stream()
                .filter(field -> field.key().equals(target))
                .map(field -> t.get(field.label()))
                .findFirst()
                .orElseGet(() -> t.get("imports.field." + target));
    }

    private int take(Run run, ImportOptions asked, Text t, PrintStream out, PrintStream err) throws IOException {
        var started = System.nanoTime();
        Run done;
        try (var refused = asked.errors() == null ? null : open(asked.errors(), run, t)) {
            done = runs.take(run.id(), asked.dryRun(), Actor.SYSTEM, new Progress(refused, t, err, started));
        }
        err.println();
        new Summary(done, t).print(out, (System.nanoTime() - started) / 1e9);
        if (done.tally().refused() > 0 && asked.errors() == null) {
            err.println(t.get("imports.shell.errors-hint"));
        }
        return done.state() == Run.State.FAILED || done.tally().refused() > 0 ? 1 : 0;
    }

    private static RefusedFile open(Path path, Run run, Text t) throws IOException {
        return new RefusedFile(new BufferedOutputStream(Files.newOutputStream(path)), run, t);
    }

    /** One line that is written over and over. */
    private record Progress(@Nullable RefusedFile file, Text t, PrintStream err, long started) implements Feeder.Watch {
        @Override
        public void progress(Tally tally, double share) {
            double seconds = Math.max(0.001, (System.nanoTime() - started) / 1e9);
            err.print("\r" + t.get("imports.shell.progress", tally.rows(), Math.round(share * 100), Math.round(tally.rows() / seconds)) + "   ");
            err.flush();
        }

        @Override
        public void refused(List<RefusedRow> rows) {
            if (file != null) {
                rows.forEach(file::add);
            }
        }
    }
}
