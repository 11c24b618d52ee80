package org.kamiau.imports;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a file from its first line to its last, one at a time; a file of any size fits. */
interface Table extends Closeable {

    /** The next row that is not blank; null at the end. */
    @Nullable TableRow next() throws IOException;

    /** How much of the file has been read, from 0 to 1; 0 when it cannot be told. */
    double share() throws IOException;
}
