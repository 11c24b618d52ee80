package org.kamiau.imports;

import java.io.PrintStream;
import org.kamiau.platform.Text;
import org.kamiau.platform.imports.Importer.Effect;

/** What a run did, in words for the shell. */
record Summary(Run run, Text t) {

    private static final int SHOWN = 20;

    void print(PrintStream out, double seconds) {
        var tally = run.tally();
        out.println(t.get(run.dryRun() ? "imports.summary.tried" : "imports.state." + run.state().code()) + "  " + run.id());
        out.println(t.get("imports.summary.rows", tally.rows(), t.number(seconds, 1), Math.round(tally.rows() / Math.max(0.001, seconds))));
        for (var effect : Effect.values()) {
            if (tally.count(effect) > 0) {
                out.println("  " + t.get("imports.effect." + effect.code()) + ": " + t.number(tally.count(effect)));
            }
        }
        out.println("  " + t.get("imports.effect.refused") + ": " + t.number(tally.refused()));
        var reasons = new Reasons(run, t);
        tally.findings().stream().limit(SHOWN).forEach(finding -> out.println("    " + line(finding, reasons)));
    }

    private String line(Tally.Finding finding, Reasons reasons) {
        var reason = reasons.of(new RowFault(finding.column(), finding.code(), finding.arguments()));
        var rows = String.join(", ", finding.rows().stream().map(String::valueOf).toList());
        return t.get(finding.note() ? "imports.summary.note" : "imports.summary.finding", reason, finding.count(), rows);
    }
}
