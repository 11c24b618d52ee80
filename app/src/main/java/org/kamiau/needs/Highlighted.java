package org.kamiau.needs;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.kamiau.needs.language.Span;

/** A text in which it is seen which words carry which need. */
public record Highlighted(List<Piece> pieces) {

    /** A stretch of the text, with the numbers (from 1) of the needs that rest on it. */
    public record Piece(String text, List<Integer> needs) {}

    /** @param spans for each need, in the order of their numbers; those beyond the text are left out */
    public static Highlighted of(String raw, List<List<Span>> spans) {
        var cuts = new TreeSet<>(List.of(0, raw.length()));
        spans.stream().flatMap(List::stream).filter(span -> span.end() <= raw.length()).forEach(span -> {
            cuts.add(span.start());
            cuts.add(span.end());
        });
        var pieces = new ArrayList<Piece>();
        var from = cuts.first();
        for (var to : cuts.tailSet(from, false)) {
            pieces.add(new Piece(raw.substring(from, to), carrying(spans, from, to)));
            from = to;
        }
        return new Highlighted(pieces);
    }

    private static List<Integer> carrying(List<List<Span>> spans, int from, int to) {
        var needs = new ArrayList<Integer>();
        for (int i = 0; i < spans.size(); i++) {
            if (spans.get(i).stream().anyMatch(span -> span.start() <= from && span.end() >= to)) {
                needs.add(i + 1);
            }
        }
        return needs;
    }
}
