package org.kamiau.needs.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClassifierTest {

    private static final List<String> SPAS = List.of("露天風呂", "大浴場", "温泉", "貸切風呂");
    private static final List<String> MEALS = List.of("懐石", "夕食", "海鮮", "和食");
    private static final List<String> WISHES = List.of("%sがあると嬉しいです", "%sに入りたい、楽しみたいです", "できれば%sが良いですね", "%sで有名なところを探しています");

    private final Words words = new Words();
    private List<Example<String>> examples = List.of();
    private Classifier<String> classifier;

    @BeforeAll
    void train() {
        var made = new ArrayList<Example<String>>();
        for (var wish : WISHES) {
            for (int at = 0; at < SPAS.size(); at++) {
                made.add(example(wish, SPAS.get(at), "spa"));
                made.add(example(wish, MEALS.get(at), "meal"));
                made.add(new Example<>(read("駅から歩いて%d分の所に%d人で泊まります".formatted(at + 3, made.size())), Map.of(), Map.of()));
            }
        }
        examples = List.copyOf(made);
        classifier = Classifier.train(examples);
    }

    private Reading read(String raw) {
        return Reading.of(words, raw, null);
    }

    private Example<String> example(String wish, String thing, String label) {
        var raw = wish.formatted(thing);
        int start = raw.indexOf(thing);
        return new Example<>(read(raw), Map.of(label, List.of(new Span(start, start + thing.length()))), Map.of());
    }

    @Test
    void a_sentence_it_has_not_seen_gets_what_its_words_carried_before() {
        var guesses = classifier.of(read("温泉のある宿が希望です"));

        assertThat(guesses).extracting(Guess::label).containsExactly("spa");
        assertThat(guesses.getFirst().why()).contains("温泉");
        assertThat(guesses.getFirst().probability()).isBetween(classifier.threshold(), 1.0);
    }

    @Test
    void a_sentence_may_carry_two_and_each_points_at_its_own_words() {
        var raw = "露天風呂があって、懐石も楽しみたいです";

        var guesses = classifier.of(read(raw));

        assertThat(guesses).extracting(Guess::label).containsExactlyInAnyOrder("spa", "meal");
        for (var guess : guesses) {
            assertThat(guess.spans()).extracting(span -> raw.substring(span.start(), span.end()))
                    .anyMatch(text -> text.contains(guess.label().equals("spa") ? "風呂" : "懐石"));
        }
    }

    @Test
    void what_is_refused_or_says_nothing_gets_nothing() {
        assertThat(classifier.of(read("夕食は要らないです"))).isEmpty();
        assertThat(classifier.of(read("駅から歩いて五分の所に泊まります"))).isEmpty();
        assertThat(classifier.of(read("はい。"))).isEmpty();
    }

    @Test
    void the_same_lessons_make_the_same_classifier() {
        var again = Classifier.train(examples);

        assertThat(again.of(read("温泉のある宿が希望です"), 0)).isEqualTo(classifier.of(read("温泉のある宿が希望です"), 0));
    }
}
