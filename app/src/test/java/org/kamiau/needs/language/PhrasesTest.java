package org.kamiau.needs.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasesTest {

    private final Phrases<String> phrases = new Phrases<>(List.of(
            new Phrases.Phrase<>("record", "実施記録"),
            new Phrases.Phrase<>("record", "training records"),
            new Phrases.Phrase<>("submit", "実施記録 提出"),
            new Phrases.Phrase<>("quote", "見積")));
    private final Words words = new Words();

    @Test
    void a_phrase_is_found_with_its_place_in_the_raw_text() {
        var raw = "😀教育のｼﾞｯｼ実施記録を、元請に提出したい";

        var found = in(raw);

        assertThat(found).extracting(Phrases.Found::of).contains("record");
        var span = found.getFirst().spans().getFirst();
        assertThat(raw.substring(span.start(), span.end())).isEqualTo("実施記録");
    }

    @Test
    void particles_endings_and_spelling_do_not_matter() {
        assertThat(named("実施した記録")).contains("record");
        assertThat(named("見積もりがほしい")).containsExactly("quote");
        assertThat(named("見積りの件です")).containsExactly("quote");
        assertThat(named("実施記録を元請へ毎回提出しています")).contains("submit");
        assertThat(named("We keep a record of training; our Training Record must be shown.")).contains("record");
    }

    @Test
    void words_far_apart_or_in_two_sentences_are_no_phrase() {
        assertThat(named("実施した。記録は別の話です。")).isEmpty();
        assertThat(named("実施するかどうか来月の会議で相談して決めた記録")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "実施記録は要らないです", "実施記録はいりません", "実施記録は必要ありません", "実施記録は特に必要ない", "実施記録は不要です", "実施記録なしでお願いします",
        "実施記録がなくてもいいです", "実施記録は結構です", "実施記録にはこだわりません", "実施記録は求めていません", "実施記録は欲しくない",
        "We don't need training records", "There is no need for training records.", "Training records are not needed.", "We are not interested in training records"
    })
    void what_is_refused_is_no_wish(String raw) {
        assertThat(in(raw)).isNotEmpty().allMatch(Phrases.Found::negated);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "実施記録が残らないので困っています", "実施記録がない", "実施記録がないと困ります", "実施記録は要らないわけではない", "実施記録なしでは監査に通らない",
        "見た目は要らないが、実施記録はほしい", "実施記録が必要ですが、ほかは不要です", "We can't do without training records", "Our training records are lost",
        "No price list needed, but training records are a must", "Training records are missing"
    })
    void what_is_missing_or_refused_of_something_else_stays_a_wish(String raw) {
        assertThat(in(raw)).isNotEmpty().noneMatch(Phrases.Found::negated);
    }

    @Test
    void a_phrase_counts_where_it_is_not_negated() {
        assertThat(in("実施記録は要らないと思っていた。でも実施記録が要る。")).noneMatch(Phrases.Found::negated);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "😀😀😀", "。、!?", "\n\n", "ー", "が\u3099"})
    void nothing_is_found_in_nothing(String raw) {
        assertThat(in(raw)).isEmpty();
    }

    @Test
    void a_hundred_thousand_characters_are_read() {
        assertThat(named("実施記録を提出。".repeat(12_500))).contains("record", "submit");
    }

    private List<Phrases.Found<String>> in(String raw) {
        return phrases.in(words.of(raw));
    }

    private List<String> named(String raw) {
        return in(raw).stream().map(Phrases.Found::of).toList();
    }
}
