package org.kamiau.needs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kamiau.needs.language.Classifier;
import org.kamiau.needs.language.Memory;
import org.kamiau.needs.language.Phrases;
import org.kamiau.needs.language.Reading;
import org.kamiau.needs.language.Span;

/**
 * What is known of needs at a moment: their phrases, what people decided lately, and the classifier trained on it. What
 * proposes the same need twice is one proposal, with the words of all; the surest is named as who proposes.
 *
 * @param living needs that may be proposed
 */
record Knowledge(Set<Need.Id> living, Phrases<Need.Id> phrases, Memory<Need.Id> memory, @Nullable Classifier<Need.Id> classifier) {

    private static final double TIGHT = 0.85;
    private static final double LOOSE = 0.65;
    /** How alike an utterance must be to one that was decided. */
    private static final double ALIKE = 0.55;
    private static final int MOST = 5;

    List<Proposal> of(Reading reading) {
        var likeness = memory.of(reading);
        var named = new LinkedHashMap<Need.Id, Proposal>();
        Stream.of(phrases(reading), remembered(likeness), learned(reading)).flatMap(List::stream)
                .filter(proposal -> living.contains(proposal.need()) && !rejected(likeness.get(proposal.need())))
                .forEach(proposal -> named.merge(proposal.need(), proposal, Knowledge::joined));
        return named.values().stream().sorted(Comparator.comparingDouble(Proposal::confidence).reversed()).limit(MOST).toList();
    }

    private static boolean rejected(Memory.@Nullable Likeness likeness) {
        return likeness != null && likeness.unlike() >= ALIKE && likeness.unlike() > likeness.alike();
    }

    private List<Proposal> phrases(Reading reading) {
        var needs = new LinkedHashMap<Need.Id, List<Phrases.Found<Need.Id>>>();
        phrases.in(reading.words()).stream().filter(phrase -> !phrase.negated()).forEach(phrase ->
                needs.computeIfAbsent(phrase.of(), need -> new ArrayList<>()).add(phrase));
        return needs.entrySet().stream().map(entry -> named(entry.getKey(), entry.getValue())).toList();
    }

    private static Proposal named(Need.Id need, List<Phrases.Found<Need.Id>> phrases) {
        var spans = Span.joined(phrases.stream().flatMap(phrase -> phrase.spans().stream()).toList());
        double confidence = phrases.stream().anyMatch(Phrases.Found::tight) ? TIGHT : LOOSE;
        return new Proposal(need, confidence, spans, Proposal.By.PHRASES, phrases.stream().map(Phrases.Found::phrase).distinct().toList());
    }

    /** 0.6 where an utterance is just alike enough, 0.9 where it is the same. */
    private static List<Proposal> remembered(Map<Need.Id, Memory.Likeness> likeness) {
        return likeness.entrySet().stream().filter(one -> one.getValue().alike() >= ALIKE)
                .map(one -> new Proposal(
                        one.getKey(), 0.6 + 0.3 * (one.getValue().alike() - ALIKE) / (1 - ALIKE), one.getValue().spans(), Proposal.By.CLASSIFIER,
                        one.getValue().why()))
                .toList();
    }

    private List<Proposal> learned(Reading reading) {
        return classifier == null ? List.of() : classifier.of(reading).stream()
                .filter(guess -> !guess.spans().isEmpty())
                .map(guess -> new Proposal(guess.label(), guess.probability(), guess.spans(), Proposal.By.CLASSIFIER, guess.why()))
                .toList();
    }

    private static Proposal joined(Proposal one, Proposal other) {
        var surer = one.confidence() >= other.confidence() ? one : other;
        return new Proposal(
                surer.need(), surer.confidence(), Span.joined(Stream.concat(one.spans().stream(), other.spans().stream()).toList()), surer.by(),
                Stream.concat(surer.why().stream(), (surer == one ? other : one).why().stream()).distinct().limit(5).toList());
    }
}
