package org.kamiau.platform.backup;

import java.time.Instant;
import java.util.List;

/**
 * What a backup holds.
 *
 * @param format of the file itself
 * @param migrations versions that were applied, in their order; the last decides what restoring migrates to first
 */
record Manifest(
        int format,
        Instant takenAt,
        String server,
        List<String> migrations,
        List<TableContent> tables,
        List<SequenceState> sequences) {

    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";

    Manifest {
        migrations = List.copyOf(migrations);
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
    }

    /** The rows of one table; columns by name, because a table may have gained some in another order. */
    record TableContent(TableColumns table, long rows) {
        String entry() {
            return "tables/" + table.schema() + "." + table.name() + ".copy";
        }
    }

    record SequenceState(String schema, String name, long value, boolean called) {}

    long rows() {
        return tables.stream().mapToLong(TableContent::rows).sum();
    }
}
