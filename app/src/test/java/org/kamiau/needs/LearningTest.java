package org.kamiau.needs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kamiau.FixedClock;
import org.kamiau.KamiauTest;
import org.kamiau.needs.language.Reading;
import org.kamiau.needs.language.Words;
import org.kamiau.people.SamplePeople;
import org.kamiau.platform.ApplicationClock;
import org.kamiau.platform.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@KamiauTest
class LearningTest {

    @Autowired
    Voices voices;

    @Autowired
    Mapper mapper;

    @Autowired
    LessonRows lessons;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SampleVoices sample;

    @Autowired
    SamplePeople people;

    @Autowired
    ApplicationClock clock;

    private SamplePeople.Signed seller;

    @BeforeEach
    void people() {
        clock.set(FixedClock.STORY_MORNING);
        seller = people.as(Role.FS);
    }

    private void decide(String raw, List<Need.Id> confirmed, List<Need.Id> rejected) {
        voices.decide(sample.voice(seller, raw), confirmed, rejected, seller.actor());
    }

    private List<Need.Id> proposed(String raw) {
        return mapper.propose(List.of(raw)).getFirst().stream().map(Proposal::need).toList();
    }

    @Test
    void what_one_voice_was_confirmed_to_carry_is_proposed_for_the_next_like_it_at_once() {
        var need = sample.need("夜の残業を減らしたい");
        assertThat(proposed("帰社してから伝票の転記で深夜です")).doesNotContain(need);

        decide("帰社してから伝票の転記に追われて深夜になります", List.of(need), List.of());

        var proposal = mapper.propose(List.of("帰社してから伝票の転記で深夜です")).getFirst().stream()
                .filter(one -> one.need().equals(need)).findFirst().orElseThrow();
        assertThat(proposal.by()).isEqualTo(Proposal.By.CLASSIFIER);
        assertThat(proposal.why()).contains("伝票", "転記", "深夜");
        assertThat(proposal.spans()).isNotEmpty();
    }

    @Test
    void what_was_rejected_is_not_proposed_again_for_words_like_those() {
        var need = sample.need("鍵の受け渡しを無くしたい", "合鍵");
        assertThat(proposed("管理人室の合鍵が錆びて回りません")).contains(need);

        decide("管理人室の合鍵が錆びていて回りません", List.of(), List.of(need));

        assertThat(proposed("管理人室の合鍵が錆びて回りません")).doesNotContain(need);
        assertThat(proposed("協力会社へ合鍵を渡すために毎朝早く出ます")).contains(need);
    }

    @Test
    void a_wish_that_is_refused_is_proposed_neither_from_a_phrase_nor_from_memory() {
        var need = sample.need("足場の点検を楽にしたい", "足場点検");
        decide("足場点検の見回り表を毎日書いています", List.of(need), List.of());

        assertThat(proposed("足場点検は要らないです")).doesNotContain(need);
        assertThat(proposed("足場点検が要らないわけではないです")).contains(need);
    }

    @Test
    void what_one_node_was_told_another_knows_as_soon_as_it_is_asked() {
        var need = sample.need("埃の飛散を抑えたい");
        var other = new Learning(lessons, transaction);
        var voice = sample.voice(seller, "破砕機の粉塵で洗濯物が汚れると近隣から叱られます");
        other.now();

        voices.decide(voice, List.of(need), List.of(), seller.actor());

        var reading = Reading.of(new Words(), "破砕機の粉塵で近隣から叱られています", null);
        assertThat(other.now().of(reading)).extracting(Proposal::need).contains(need);
    }

    @Test
    void a_changed_mind_is_learned_too() {
        var need = sample.need("搬入の順番待ちを無くしたい");
        var voice = sample.voice(seller, "門前で生コン車が何台も並んで警備員が困っています");
        voices.decide(voice, List.of(need), List.of(), seller.actor());
        assertThat(proposed("門前で生コン車が並んで困っています")).contains(need);

        voices.decide(voice, List.of(), List.of(need), seller.actor());

        assertThat(proposed("門前で生コン車が並んで困っています")).doesNotContain(need);
    }

    @Test
    void from_forty_judged_voices_on_a_classifier_is_trained_that_knows_words_it_saw_apart() {
        var heat = sample.need("暑さから人を守りたい");
        var noise = sample.need("騒音の苦情を無くしたい");
        var who = List.of("職長", "若手", "鳶", "左官", "元請", "所長", "協力会社", "監督");
        IntStream.range(0, 24).forEach(at -> {
            decide(who.get(at % 8) + "が炎天下の屋上で熱中症になりかけた話です、" + (at + 1) + "件目", List.of(heat), List.of());
            decide(who.get((at + 3) % 8) + "が重機の騒音のことで住民に怒られた話です、" + (at + 1) + "件目", List.of(noise), List.of());
        });
        var learning = new Learning(lessons, transaction);

        assertThat(learning.train()).isTrue();
        assertThat(learning.train()).as("nothing new since").isFalse();

        var words = new Words();
        var known = Objects.requireNonNull(transaction.execute(status -> learning.now()));
        assertThat(known.classifier()).isNotNull();
        var proposals = known.of(Reading.of(words, "炎天下の作業は熱中症が怖いです", null));
        assertThat(proposals.getFirst().need()).isEqualTo(heat);
        assertThat(proposals.getFirst().why()).isNotEmpty();
        assertThat(proposals).extracting(Proposal::need).doesNotContain(noise);
    }
}
