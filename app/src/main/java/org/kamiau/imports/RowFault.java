package org.kamiau.imports;

import java.util.List;

/**
 * What is wrong with a row.
 *
 * @param column from 1; 0 when it is the row as a whole
 * @param code message key
 */
record RowFault(int column, String code, List<Object> arguments) {

    RowFault {
        arguments = List.copyOf(arguments);
    }

    static RowFault of(int column, String code, Object... arguments) {
        return new RowFault(column, code, List.of(arguments));
    }
}
