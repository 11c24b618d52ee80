package org.kamiau.needs.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Learns from judged utterances what others carry.
 *
 * <p>Three views: the words alone (which also tell what a question is about), the words as an answer to what was asked,
 * and each word at its place (which tells where, and whether it is refused there). A judge weighs them; it has learned
 * on utterances that the views had not seen, so that its probabilities hold. All are logistic regressions: every result
 * is a sum of weights of words.
 *
 * @param <K> what utterances carry
 */
public final class Classifier<K> {

    private static final int PARTS = 5;
    /** Labels that no view finds likelier than this are not weighed. */
    private static final double WORTH_A_LOOK = 0.01;

    private final List<K> labels;
    private final Views views;
    private final Judge judge;
    private final double threshold;

    private Classifier(List<K> labels, Views views, Judge judge, double threshold) {
        this.labels = labels;
        this.views = views;
        this.judge = judge;
        this.threshold = threshold;
    }

    /** Learns; the same examples in the same order give the same classifier. */
    public static <K> Classifier<K> train(List<Example<K>> examples) {
        var labels = Example.labels(examples);
        var numbers = new HashMap<K, Integer>();
        labels.forEach(label -> numbers.put(label, numbers.size()));
        var judged = IntStream.range(0, PARTS).parallel().mapToObj(part -> {
            var others = Views.train(every(examples, part, false), numbers);
            return every(examples, part, true).stream().flatMap(example -> cases(example, others, numbers).stream()).toList();
        }).flatMap(List::stream).toList();
        var judge = Judge.train(judged, labels.size());
        return new Classifier<>(List.copyOf(labels), Views.train(examples, numbers), judge, judge.threshold(judged));
    }

    /** Neighbours of one conversation stay together as far as blocks can. */
    private static <K> List<Example<K>> every(List<Example<K>> examples, int part, boolean chosen) {
        int block = Math.max(1, Math.min(20, examples.size() / (PARTS * 4)));
        return IntStream.range(0, examples.size()).filter(at -> (at / block % PARTS == part) == chosen).mapToObj(examples::get).toList();
    }

    private static <K> List<Judge.Case> cases(Example<K> example, Views views, Map<K, Integer> numbers) {
        var seen = views.look(example.reading());
        return IntStream.range(0, numbers.size()).filter(label -> seen.likely(label) > WORTH_A_LOOK)
                .mapToObj(label -> new Judge.Case(seen.facts(label), label, example.wanted().keySet().stream().anyMatch(of -> Integer.valueOf(label).equals(numbers.get(of)))))
                .toList();
    }

    /** What it carries, the likeliest first. */
    public List<Guess<K>> of(Reading reading) {
        return of(reading, threshold);
    }

    /** The same with all that is at least as likely as this. */
    public List<Guess<K>> of(Reading reading, double least) {
        if (labels.isEmpty() || reading.words().stream().noneMatch(Word::content)) {
            return List.of();
        }
        var seen = views.look(reading);
        var guesses = new ArrayList<Guess<K>>();
        for (int label = 0; label < labels.size(); label++) {
            if (seen.likely(label) > WORTH_A_LOOK) {
                double probability = judge.probability(seen.facts(label), label);
                if (probability >= least) {
                    guesses.add(new Guess<>(labels.get(label), probability, seen.spans(label), seen.why(label)));
                }
            }
        }
        guesses.sort(Comparator.comparingDouble((Guess<K> guess) -> guess.probability()).reversed());
        return List.copyOf(guesses);
    }

    /** From which probability on it is right more often than it errs, all in all. */
    public double threshold() {
        return threshold;
    }
}
