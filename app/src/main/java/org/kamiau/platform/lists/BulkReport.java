package org.kamiau.platform.lists;

import java.util.List;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Text;
import org.kamiau.platform.Words;

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

        public static Refused of(String title, Refusal refusal) {
            return of(title, refusal.code(), refusal.arguments());
        }

        /** What must be typed for this row is nothing for many at once. */
        public static Refused of(String title, Invalid invalid) {
            var first = invalid.fields().getFirst();
            return new Refused(title, first.code(), first.arguments());
        }

        /** The reason in the reader's language. */
        public String text(Text t) {
            return t.get(code, arguments.stream().map(argument -> Words.said(argument, t)).toArray());
        }
    }

    public BulkReport {
        refused = List.copyOf(refused);
    }
}
