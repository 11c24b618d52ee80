package org.kamiau.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kamiau.platform.imports.Importer.Effect;

/** What a run did so far: rows by effect, and what was wrong, each with the first rows that show it. */
final class Tally {

    private static final int EXAMPLES = 5;
    private static final int MOST_FINDINGS = 500;

    /**
     * One thing that was wrong, or worth knowing, in some rows.
     *
     * @param note true when the rows were taken all the same
     * @param arguments those of the first row
     */
    record Finding(int column, String code, boolean note, List<Object> arguments, long count, List<Long> rows) {
        Finding {
            arguments = List.copyOf(arguments);
            rows = List.copyOf(rows);
        }

        private Finding plus(long row) {
            var examples = new ArrayList<>(rows);
            if (examples.size() < EXAMPLES) {
                examples.add(row);
            }
            return new Finding(column, code, note, arguments, count + 1, examples);
        }
    }

    private record Key(int column, String code, boolean note) {}

    private final Map<Effect, Long> effects = new EnumMap<>(Effect.class);
    private final Map<Key, Finding> findings = new LinkedHashMap<>();
    private long refused;

    static Tally of(Map<Effect, Long> effects, long refused, List<Finding> findings) {
        var tally = new Tally();
        tally.effects.putAll(effects);
        tally.refused = refused;
        findings.forEach(one -> tally.findings.put(new Key(one.column(), one.code(), one.note()), one));
        return tally;
    }

    Tally copy() {
        return of(effects, refused, List.copyOf(findings.values()));
    }

    void taken(Effect effect) {
        effects.merge(effect, 1L, Long::sum);
    }

    void refused(long row, List<RowFault> faults) {
        refused++;
        faults.forEach(fault -> note(row, fault, false));
    }

    void note(long row, RowFault fault, boolean note) {
        var key = new Key(fault.column(), fault.code(), note);
        var known = findings.get(key);
        if (known != null) {
            findings.put(key, known.plus(row));
        } else if (findings.size() < MOST_FINDINGS) {
            findings.put(key, new Finding(fault.column(), fault.code(), note, fault.arguments(), 1, List.of(row)));
        }
    }

    long count(Effect effect) {
        return effects.getOrDefault(effect, 0L);
    }

    long refused() {
        return refused;
    }

    long rows() {
        return refused + effects.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The most frequent first, what was refused before what was only noted. */
    List<Finding> findings() {
        var sorted = new ArrayList<>(findings.values());
        sorted.sort((a, b) -> a.note() != b.note() ? Boolean.compare(a.note(), b.note()) : Long.compare(b.count(), a.count()));
        return Collections.unmodifiableList(sorted);
    }
}
