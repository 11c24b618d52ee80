package org.kamiau.imports;

import java.util.List;

/** A row of a file as it stands there; rows count as in a spreadsheet, the first line being 1. */
sealed interface TableRow {

    long number();

    List<String> cells();

    /** A row that could be taken apart. */
    record Cells(long number, List<String> cells) implements TableRow {}

    /**
     * A row that could not, with its line cut at every delimiter; reading goes on at the line after it.
     *
     * @param column where the trouble begins, from 1
     */
    record Broken(long number, int column, String code, List<String> cells) implements TableRow {}
}
