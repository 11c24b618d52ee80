package org.kamiau.platform.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.Condition;

/**
 * One condition of a filter, checked and ready.
 *
 * @param column the key of its column
 * @param values as they stand in the address
 */
record Term(String column, Operator operator, List<String> values, Condition condition) {

    /** A condition as it is written, before anybody knows whether it makes sense. */
    record Written(String column, String operator, String value) {

        /** {@code stage.any-of.mql,assigned}; the value may contain points itself. */
        static Written of(String text) {
            var parts = text.split("\\.", 3);
            if (parts.length < 2) {
                throw new Unusable("condition", text);
            }
            return new Written(parts[0], parts[1], parts.length == 3 ? parts[2] : "");
        }
    }

    Term {
        values = List.copyOf(values);
    }

    @Override
    public String toString() {
        return column + "." + operator.code() + (operator.bare() ? "" : "." + joined(operator, values));
    }

    static String joined(Operator operator, List<String> values) {
        return operator.several()
                ? values.stream()
                        .map(value -> value.replace("\\", "\\\\").replace(",", "\\,"))
                        .collect(Collectors.joining(","))
                : String.join("", values);
    }

    /** The inverse of {@link #joined}: commas separate unless a backslash stands before them. */
    static List<String> values(Operator operator, String text) {
        if (!operator.several()) {
            return List.of(text);
        }
        var values = new ArrayList<String>();
        var value = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                value.append(text.charAt(++i));
            } else if (c == ',') {
                values.add(value.toString().strip());
                value.setLength(0);
            } else {
                value.append(c);
            }
        }
        values.add(value.toString().strip());
        values.removeIf(String::isEmpty);
        return values;
    }
}
