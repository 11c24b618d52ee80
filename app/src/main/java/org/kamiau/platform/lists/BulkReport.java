package org.kamiau.platform.lists;

import java.util.List;

/**
 * What came of a bulk action.
 *
 * @param done how many rows it was done with
 * @param refused the others, each with its reason
 * @param back the list as it was
 */
public record BulkReport(int done, List<Refused> refused, String back) {

    /**
     * A row with which nothing was done.
     *
     * @param title what names the row
     * @param code message key of the reason
     */
    public record Refused(String title, String code, List<Object> arguments) {
        public Refused {
            arguments = List.copyOf(arguments);
        }

        public static Refused of(String title, String code, Object... arguments) {
            return new Refused(title, code, List.of(arguments));
        }
    }

    public BulkReport {
        refused = List.copyOf(refused);
    }
}
