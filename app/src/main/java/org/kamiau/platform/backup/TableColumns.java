package org.kamiau.platform.backup;

import java.util.List;
import java.util.stream.Collectors;

/** A table and those of its columns that are written, not generated. */
record TableColumns(String schema, String name, List<String> columns) {

    TableColumns {
        columns = List.copyOf(columns);
    }

    String quotedName() {
        return quoted(schema) + "." + quoted(name);
    }

    String quotedColumns() {
        return columns.stream().map(TableColumns::quoted).collect(Collectors.joining(", "));
    }

    static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
