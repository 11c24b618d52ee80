package org.kamiau.platform.lists;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file that rows are written to one after the other; what it holds in memory does not grow with them. */
interface Sheet extends Closeable {

    /** The formats in which a list can be taken along. */
    enum Format {
        CSV("csv", "csv", "text/csv;charset=UTF-8"),
        CSV_WINDOWS_31J("csv-windows-31j", "csv", "text/csv;charset=Windows-31J"),
        XLSX("xlsx", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String code;
        private final String ending;
        private final String contentType;

        Format(String code, String ending, String contentType) {
            this.code = code;
            this.ending = ending;
            this.contentType = contentType;
        }

        String code() {
            return code;
        }

        String ending() {
            return ending;
        }

        String contentType() {
            return contentType;
        }
    }

    /** Values are texts, numbers, moments and dates; null leaves the cell empty. */
    void row(List<? extends @Nullable Object> values) throws IOException;
}
