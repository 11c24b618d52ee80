package org.kamiau.needs.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A stretch of a text in UTF-16 units, end exclusive. */
public record Span(int start, int end) {

    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException(start + "–" + end);
        }
    }

    /** In order; those that touch or overlap become one. */
    public static List<Span> joined(List<Span> spans) {
        var joined = new ArrayList<Span>();
        for (var span : spans.stream().sorted(Comparator.comparingInt(Span::start)).toList()) {
            if (!joined.isEmpty() && joined.getLast().end >= span.start) {
                var last = joined.removeLast();
                joined.add(new Span(last.start, Math.max(last.end, span.end)));
            } else {
                joined.add(span);
            }
        }
        return List.copyOf(joined);
    }
}
