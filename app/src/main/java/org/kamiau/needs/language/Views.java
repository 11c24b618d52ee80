package org.kamiau.needs.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The three views of the classifier, trained. */
record Views(OneVersusRest said, OneVersusRest heard, OneVersusRest placed, int labels) {

    /** Nobody asks more in one breath; and long texts are read phrase by phrase only beyond so many words of meaning. */
    private static final int MOST_ASKED = 200;
    private static final int MOST_PLACES = 400;
    private static final double COST = 30;
    private static final double COST_OF_PLACES = 20;

    static <K> Views train(List<Example<K>> examples, Map<K, Integer> numbers) {
        var carries = examples.stream().map(example -> example.wanted().keySet().stream().mapToInt(numbers::get).toArray()).toList();
        var said = OneVersusRest.train(
                examples.stream().map(example -> Terms.said(example.reading().raw(), example.reading().words())).toList(), carries, numbers.size(), COST);
        var heard = OneVersusRest.train(examples.stream().map(example -> Terms.heard(example.reading())).toList(), carries, numbers.size(), COST);
        return new Views(said, heard, places(examples, numbers), numbers.size());
    }

    /** What a word names, wanted or not; and one more label than there are: that it is refused. */
    private static <K> OneVersusRest places(List<Example<K>> examples, Map<K, Integer> numbers) {
        var terms = new ArrayList<Map<String, Double>>();
        var carries = new ArrayList<int[]>();
        for (var example : examples) {
            var reading = example.reading();
            var question = asked(reading);
            for (int at = 0; at < reading.words().size(); at++) {
                var word = reading.words().get(at);
                if (word.content()) {
                    terms.add(Terms.at(reading, at, question, Negation.over(reading.words(), at, at + 1)));
                    carries.add(at(example, word, numbers));
                }
            }
        }
        return OneVersusRest.train(terms, carries, numbers.size() + 1, COST_OF_PLACES);
    }

    private static <K> int[] at(Example<K> example, Word word, Map<K, Integer> numbers) {
        var named = Stream.of(example.wanted(), example.refused()).flatMap(of -> of.entrySet().stream())
                .filter(entry -> numbers.containsKey(entry.getKey()) && covers(entry.getValue(), word))
                .mapToInt(entry -> numbers.get(entry.getKey()));
        var refused = example.refused().values().stream().anyMatch(spans -> covers(spans, word));
        return IntStream.concat(named, refused ? IntStream.of(numbers.size()) : IntStream.empty()).distinct().toArray();
    }

    private static boolean covers(List<Span> spans, Word word) {
        return spans.stream().anyMatch(span -> word.start() < span.end() && word.end() > span.start());
    }

    private static Set<String> asked(Reading reading) {
        return reading.asked(reading.question()).stream().limit(MOST_ASKED).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Seen look(Reading reading) {
        var question = asked(reading);
        var at = new ArrayList<Integer>();
        var found = new ArrayList<double[]>();
        var refused = new ArrayList<Boolean>();
        for (int place = 0; place < reading.words().size() && at.size() < MOST_PLACES; place++) {
            if (reading.words().get(place).content()) {
                boolean negated = Negation.over(reading.words(), place, place + 1);
                at.add(place);
                refused.add(negated);
                found.add(placed.of(Terms.at(reading, place, question, negated)));
            }
        }
        var asked = reading.last().isEmpty() ? new double[labels] : said.of(Terms.said(text(reading.last()), reading.last()));
        return new Seen(
                reading, said.of(Terms.said(reading.raw(), reading.words())), heard.of(Terms.heard(reading)), asked, at, found, refused, labels, this);
    }

    private static String text(List<Word> words) {
        return words.stream().map(Word::surface).collect(Collectors.joining());
    }
}
