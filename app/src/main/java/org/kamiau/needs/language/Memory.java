package org.kamiau.needs.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judged utterances, and how much others are like them: from one word of somebody on, before there is anything to train
 * on. Likeness is the cosine of their words of meaning, rare words weighing more; refused words are left out.
 *
 * @param <K> what utterances carry
 */
public final class Memory<K> {

    /** An utterance, and what people said it carries and does not. */
    public record Judged<K>(Set<String> keys, Set<K> confirmed, Set<K> rejected) {

        public static <K> Judged<K> of(Reading reading, Set<K> confirmed, Set<K> rejected) {
            return new Judged<>(Memory.keys(reading.words()), Set.copyOf(confirmed), Set.copyOf(rejected));
        }
    }

    /**
     * How much an utterance is like those that carry something.
     *
     * @param alike 0 to 1, to the likest that carries it
     * @param unlike 0 to 1, to the likest of which somebody said that it does not
     */
    public record Likeness(double alike, double unlike, List<Span> spans, List<String> why) {}

    private record Kept<K>(Judged<K> judged, Map<String, Double> terms, double length) {}

    private final List<Kept<K>> kept = new ArrayList<>();
    private final Map<String, List<Integer>> places = new HashMap<>();
    private final Map<String, Integer> times = new HashMap<>();

    public Memory(Collection<Judged<K>> judged) {
        judged.forEach(one -> one.keys().forEach(key -> times.merge(key, 1, Integer::sum)));
        int at = 0;
        for (var one : judged) {
            var terms = weighed(one.keys());
            for (var key : terms.keySet()) {
                places.computeIfAbsent(key, first -> new ArrayList<>()).add(at);
            }
            kept.add(new Kept<>(one, terms, length(terms)));
            at++;
        }
    }

    private static Set<String> keys(List<Word> words) {
        var keys = new HashSet<String>();
        for (int at = 0; at < words.size(); at++) {
            if (words.get(at).content() && !Negation.over(words, at, at + 1)) {
                keys.add(words.get(at).key());
            }
        }
        return keys;
    }

    private Map<String, Double> weighed(Set<String> keys) {
        return keys.stream().collect(Collectors.toMap(key -> key, key -> Math.log(1 + (1.0 + kept()) / (1 + times.getOrDefault(key, 0)))));
    }

    /** At least some, so that the first one remembered is no special case. */
    private double kept() {
        return Math.max(20, times.values().stream().mapToInt(Integer::intValue).max().orElse(0));
    }

    private static double length(Map<String, Double> terms) {
        return Math.sqrt(terms.values().stream().mapToDouble(weight -> weight * weight).sum());
    }

    /** All that some remembered utterance with a word in common carries or does not. */
    public Map<K, Likeness> of(Reading reading) {
        var terms = weighed(keys(reading.words()));
        double length = length(terms);
        var products = new HashMap<Integer, Double>();
        terms.forEach((key, weight) -> places.getOrDefault(key, List.of()).forEach(at -> products.merge(at, weight * weight, Double::sum)));
        var found = new HashMap<K, Likeness>();
        products.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<Integer, Double> one) -> cosine(one, length)).reversed())
                .limit(50)
                .forEach(one -> add(found, reading, kept.get(one.getKey()), cosine(one, length)));
        return found;
    }

    private double cosine(Map.Entry<Integer, Double> product, double length) {
        return Math.min(1, product.getValue() / (length * kept.get(product.getKey()).length()));
    }

    private void add(Map<K, Likeness> found, Reading reading, Kept<K> one, double likeness) {
        one.judged().confirmed().forEach(label -> {
            var before = found.get(label);
            if (before == null || before.alike() < likeness) {
                var shared = reading.words().stream().filter(word -> word.content() && one.terms().containsKey(word.key())).toList();
                found.put(label, new Likeness(
                        likeness, before == null ? 0 : before.unlike(), Span.joined(shared.stream().map(word -> new Span(word.start(), word.end())).toList()),
                        shared.stream().map(word -> reading.raw().substring(word.start(), word.end())).distinct().limit(5).toList()));
            }
        });
        one.judged().rejected().forEach(label -> {
            var before = found.getOrDefault(label, new Likeness(0, 0, List.of(), List.of()));
            found.put(label, new Likeness(before.alike(), Math.max(before.unlike(), likeness), before.spans(), before.why()));
        });
    }
}
