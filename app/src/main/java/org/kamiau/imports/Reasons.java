package org.kamiau.imports;

import org.kamiau.platform.Text;

/** Says what is wrong with a row: the column by its heading, then the reason. */
final class Reasons {

    private final Run run;
    private final Text t;

    Reasons(Run run, Text t) {
        this.run = run;
        this.t = t;
    }

    String of(RowFault fault) {
        var text = text(fault);
        return fault.column() == 0 ? text : t.get("imports.reason", column(fault.column()), text);
    }

    /** A reason without its column. */
    String text(RowFault fault) {
        return t.has(fault.code()) ? t.get(fault.code(), fault.arguments().toArray()) : fault.code();
    }

    /** The heading, or the number where there is none. */
    String column(int column) {
        var columns = run.layout().columns();
        var heading = column > 0 && column <= columns.size() ? columns.get(column - 1) : "";
        return heading.isBlank() || heading.matches("\\d+") ? t.get("imports.column", column) : heading;
    }
}
