package org.kamiau.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The texts of the demonstration are complete, and its weeks are those of the story. */
class DemoWordsTest {

    private final DemoCorpus corpus = DemoCorpus.read();
    private final List<DemoDictionary.Entry> needs = DemoDictionary.read().entries();

    @Test
    void each_need_has_words_in_both_languages_and_enough_sentences() {
        assertThat(needs).hasSize(34).allSatisfy(need -> {
            assertThat(need.words()).extracting(DemoDictionary.Words::language).contains("ja", "en");
            assertThat(corpus.sentences().get(need.code())).hasSizeGreaterThanOrEqualTo(20);
            assertThat(corpus.motives().get(need.code())).isNotEmpty();
            assertThat(corpus.tails().get(need.code())).isNotEmpty();
        });
        assertThat(corpus.sentences()).hasSize(34);
        assertThat(corpus.denied()).allSatisfy(one -> assertThat(corpus.sentences()).containsKey(one.need()));
    }

    @Test
    void marks_and_choices_are_closed() {
        assertThat(corpus.sentences().values()).flatExtracting(list -> list).allSatisfy(one -> assertThat(one.text())
                .matches("[^{}\\[\\]]*(\\{[^{}\\[\\]]*(\\[[^{}\\[\\]]*\\|[^{}\\[\\]]*\\][^{}\\[\\]]*)*\\}[^{}\\[\\]]*|\\[[^{}\\[\\]]*\\|[^{}\\[\\]]*\\][^{}\\[\\]]*)*"));
    }

    @Test
    void no_voice_is_said_twice_and_its_marks_lie_within() {
        var speech = new DemoSpeech(corpus, new SplittableRandom(1));
        var audit = Objects.requireNonNull(corpus.sentences().get("audit-record"));
        var said = new ArrayList<String>();

        for (int i = 0; i < 400; i++) {
            var voice = speech.said(List.of(speech.next(audit)), "meeting");
            said.add(voice.words());
            assertThat(voice.spans().get("audit-record")).isNotEmpty().allMatch(place -> place >= 0 && place <= voice.words().length());
        }

        assertThat(said).doesNotHaveDuplicates();
    }

    @Test
    void the_weeks_of_the_story_are_exact() {
        var weeks = DemoWeeks.mentions(corpus.sentences().keySet());

        assertThat(weeks).extracting(List::size).isEqualTo(DemoWeeks.ALL);
        assertThat(weeks).extracting(week -> (int) week.stream().filter(one -> one.need().equals(DemoWeeks.AUDIT)).count())
                .isEqualTo(DemoWeeks.RECORDS);
        Map<String, Integer> leads = new HashMap<>();
        weeks.forEach(week -> week.stream().filter(one -> one.who() != null && one.who().startsWith("lead"))
                .forEach(one -> leads.merge(one.need(), 1, Integer::sum)));
        assertThat(leads).contains(entry(DemoWeeks.AUDIT, 5), entry(DemoWeeks.PARTNERS, 3), entry(DemoWeeks.ACCLIMATISE, 5), entry(DemoWeeks.LANGUAGES, 5));
    }
}
