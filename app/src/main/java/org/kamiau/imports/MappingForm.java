package org.kamiau.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.imports.Importer;

/**
 * How somebody matched the columns of a file.
 *
 * @param targets number of a column, from 1 → field, blank to leave it out
 */
record MappingForm(String kind, String encoding, Run.Order order, Map<String, String> targets) {

    private static final int LONGEST_SOURCE = 60;

    static MappingForm of(HttpServletRequest request) {
        var targets = new LinkedHashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith("column-")) {
                targets.put(name.substring("column-".length()), values[0].strip());
            }
        });
        var source = text(request, "source");
        if (source.length() > LONGEST_SOURCE) {
            throw new Invalid("source", "platform.invalid.size");
        }
        var order = new Run.Order(source.isEmpty() ? "file" : source, request.getParameter("startClocks") != null);
        return new MappingForm(text(request, "kind"), text(request, "encoding"), order, targets);
    }

    private static String text(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    /** The name that the form shows for a run's encoding. */
    static String encoding(Run run) {
        var encoding = run.layout().encoding();
        return encoding == null ? "" : encoding.charset().name();
    }

    Mapping mapping(Run run, Importer importer) {
        var given = new LinkedHashMap<Integer, String>();
        targets.forEach((column, field) -> {
            if (!column.matches("\\d{1,4}")) {
                throw new Invalid("column-" + column, "imports.map.no-column", column);
            }
            given.put(Integer.parseInt(column), field);
        });
        return run.mapping().at(given, importer);
    }
}
