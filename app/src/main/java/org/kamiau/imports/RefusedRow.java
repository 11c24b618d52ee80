package org.kamiau.imports;

import java.util.List;

/** A row that was not taken, as it stood in the file, with the reasons. */
record RefusedRow(long number, List<String> cells, List<RowFault> faults) {}
