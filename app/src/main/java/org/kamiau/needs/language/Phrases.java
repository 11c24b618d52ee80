package org.kamiau.needs.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds phrases in texts by their words of meaning, in order and close together, whatever particles and endings stand
 * between them. Safe for several threads.
 *
 * @param <K> what the phrases belong to
 */
public final class Phrases<K> {

    /** A phrase that belongs to somebody. */
    public record Phrase<K>(K of, String text) {}

    /**
     * A phrase in a text.
     *
     * @param from its first word in the text's words
     * @param to behind its last one
     * @param tight no foreign word of meaning stands between its words
     */
    public record Found<K>(K of, String phrase, int from, int to, List<Span> spans, boolean tight, boolean negated) {}

    private record Sought<K>(K of, String text, List<String> keys) {}

    /** Words of meaning that may stand between two of a phrase. */
    private static final int GAP = 3;

    private final Map<String, List<Sought<K>>> byFirst;

    public Phrases(Collection<Phrase<K>> phrases) {
        var words = new Words();
        byFirst = new HashMap<>();
        for (var phrase : phrases) {
            var keys = words.of(phrase.text()).stream().filter(Word::content).map(Word::key).toList();
            if (!keys.isEmpty()) {
                byFirst.computeIfAbsent(keys.getFirst(), first -> new ArrayList<>()).add(new Sought<>(phrase.of(), phrase.text(), keys));
            }
        }
    }

    /** Each phrase at its first place where it is not negated, or else at its first. */
    public List<Found<K>> in(List<Word> words) {
        record Place<K>(K of, String phrase) {}
        var found = new LinkedHashMap<Place<K>, Found<K>>();
        for (int at = 0; at < words.size(); at++) {
            for (var sought : byFirst.getOrDefault(words.get(at).key(), List.of())) {
                var here = at(words, at, sought);
                if (here != null) {
                    found.merge(new Place<>(sought.of(), sought.text()), here, (before, now) -> before.negated() && !now.negated() ? now : before);
                }
            }
        }
        return List.copyOf(found.values());
    }

    private static <K> @Nullable Found<K> at(List<Word> words, int first, Sought<K> sought) {
        var spans = new ArrayList<Span>();
        int next = 0;
        int foreign = 0;
        boolean tight = true;
        for (int at = first; at < words.size(); at++) {
            var word = words.get(at);
            if (word.key().equals(sought.keys().get(next))) {
                spans.add(new Span(word.start(), word.end()));
                tight &= foreign == 0;
                foreign = 0;
                if (++next == sought.keys().size()) {
                    return new Found<>(sought.of(), sought.text(), first, at + 1, whole(words, first, at, tight, spans), tight, Negation.over(words, first, at + 1));
                }
            } else if (word.content() && ++foreign > GAP || ends(word)) {
                return null;
            }
        }
        return null;
    }

    /** With its particles where it stands together, word by word where others stand between. */
    private static List<Span> whole(List<Word> words, int first, int last, boolean tight, List<Span> spans) {
        return tight ? List.of(new Span(words.get(first).start(), words.get(last).end())) : Span.joined(spans);
    }

    private static boolean ends(Word word) {
        return word.kind() == Word.Kind.BREAK && "。！？!?\n".contains(word.surface());
    }
}
