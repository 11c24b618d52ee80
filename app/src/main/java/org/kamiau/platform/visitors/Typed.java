package org.kamiau.platform.visitors;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into a page, kept as it is until it is right: also what cannot be used stays on the
 * screen to be corrected.
 */
public record Typed(Map<String, List<String>> values) {

    public static final Typed NOTHING = new Typed(Map.of());

    public Typed {
        values = Map.copyOf(values);
    }

    public static Typed in(HttpServletRequest request, Collection<String> fields) {
        var values = new HashMap<String, List<String>>();
        for (var field : fields) {
            var sent = request.getParameterValues(field);
            if (sent != null) {
                values.put(field, Arrays.stream(sent).map(text -> text.replace("\r\n", "\n")).toList());
            }
        }
        return new Typed(values);
    }

    /** Without blanks around it; null when there is nothing. */
    public @Nullable String get(String field) {
        var sent = values.getOrDefault(field, List.of());
        var text = sent.isEmpty() ? "" : sent.getFirst().strip();
        return text.isEmpty() ? null : text;
    }

    /** For what has to be said anew. */
    public Typed without(String field) {
        var rest = new HashMap<>(values);
        rest.remove(field);
        return new Typed(rest);
    }

    /** Whether this box is ticked. */
    public boolean has(String field, String value) {
        return values.getOrDefault(field, List.of()).contains(value);
    }
}
