package org.kamiau.needs.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the views see in an utterance.
 *
 * @param said by label, of its words alone
 * @param heard by label, of its words as an answer
 * @param asked by label, of the last sentence of the question
 * @param at the places of the words of meaning
 * @param found for each of them by label, and last whether it is refused
 * @param negated for each of them, whether grammar says so
 */
record Seen(
        Reading reading, double[] said, double[] heard, double[] asked, List<Integer> at, List<double[]> found, List<Boolean> negated, int refusal,
        Views views) {

    static final int FACTS = 30;
    /** How much of where it is named is refused by grammar, 0 to 1. */
    static final int DENIED = 26;

    private static final java.util.regex.Pattern ASKS = java.util.regex.Pattern.compile("(?:か|[?？])[。?？]*$");

    double likely(int label) {
        return Math.max(Math.max(said[label], heard[label]), IntStream.range(0, at.size()).mapToDouble(nth -> found.get(nth)[label]).max().orElse(0));
    }

    double[] facts(int label) {
        double best = 0;
        double none = 1;
        double sum = 0;
        double named = 0;
        double weight = 1e-6;
        double refused = 0;
        double denied = 0;
        for (int nth = 0; nth < at.size(); nth++) {
            double refusal = found.get(nth)[this.refusal];
            double wanted = found.get(nth)[label] * (1 - refusal);
            named = Math.max(named, found.get(nth)[label]);
            best = Math.max(best, wanted);
            none *= 1 - wanted;
            sum += wanted;
            weight += found.get(nth)[label];
            refused += found.get(nth)[label] * refusal;
            denied += negated.get(nth) ? found.get(nth)[label] : 0;
        }
        double mostRefused = IntStream.range(0, at.size()).mapToDouble(nth -> found.get(nth)[refusal]).max().orElse(0);
        boolean anyDenied = negated.contains(true);
        double echo = reading.echo();
        long fresh = Math.round((1 - echo) * reading.asked(reading.words()).size());
        var reply = reading.reply();
        double yes = reply == Reading.Reply.YES ? 1 : 0;
        double no = reply == Reading.Reply.NO ? 1 : 0;
        double other = IntStream.range(0, said.length).filter(one -> one != label).mapToDouble(one -> said[one]).max().orElse(0);
        return new double[] {
            logit(said[label]), logit(heard[label]), logit(asked[label]), logit(best), logit(1 - none),
            said[label], heard[label], asked[label], best, Math.min(3, sum),
            echo, echo * said[label], echo * asked[label], echo * best,
            fresh == 0 ? 1 : 0, fresh == 1 ? asked[label] : 0, fresh >= 4 ? asked[label] : 0,
            yes, no, yes * asked[label], no * asked[label], yes * said[label], other,
            ASKS.matcher(reading.raw().strip()).find() ? 1 : 0,
            refused / weight, mostRefused, denied / weight, anyDenied ? 1 : 0, refused / weight * named, denied / weight * named
        };
    }

    private static double logit(double probability) {
        double bounded = Math.clamp(probability, 1e-4, 1 - 1e-4);
        return Math.log(bounded / (1 - bounded)) / 4;
    }

    /** The words at which the label is found, or those that speak most for it all in all. */
    List<Span> spans(int label) {
        return Span.joined(weightiest(label).stream().map(place -> new Span(reading.words().get(place).start(), reading.words().get(place).end())).toList());
    }

    /** The same words as they stand in the text. */
    List<String> why(int label) {
        return weightiest(label).stream().map(place -> reading.raw().substring(reading.words().get(place).start(), reading.words().get(place).end())).distinct().toList();
    }

    private List<Integer> weightiest(int label) {
        double best = IntStream.range(0, at.size()).mapToDouble(nth -> weight(nth, label)).max().orElse(0);
        var places = new ArrayList<Integer>();
        IntStream.range(0, at.size()).filter(nth -> weight(nth, label) >= best * 0.5).boxed()
                .sorted(Comparator.comparingDouble((Integer nth) -> weight(nth, label)).reversed()).limit(5)
                .forEach(nth -> places.add(at.get(nth)));
        return places;
    }

    private double weight(int nth, int label) {
        return found.get(nth)[label] + 0.01 * Math.max(0, views.said().weight("w:" + reading.words().get(at.get(nth)).key(), label));
    }
}
