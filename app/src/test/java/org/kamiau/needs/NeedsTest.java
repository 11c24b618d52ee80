package org.kamiau.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kamiau.needs.Need.State.BURST;
import static org.kamiau.needs.Need.State.CONFIRMED;
import static org.kamiau.needs.Need.State.DROPPED;
import static org.kamiau.needs.Need.State.MERGED;
import static org.kamiau.needs.Need.State.RAW;
import static org.kamiau.needs.Need.State.RESPONDING;
import static org.kamiau.needs.Need.State.SIGN;
import static org.kamiau.needs.Need.State.VERIFYING;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kamiau.KamiauTest;
import org.kamiau.calendar.ClockView;
import org.kamiau.calendar.Clocks;
import org.kamiau.people.SamplePeople;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;
import org.kamiau.platform.api.Version;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Transactional;

@KamiauTest
@Transactional
@RecordApplicationEvents
class NeedsTest {

    @Autowired
    Needs needs;

    @Autowired
    NeedAgreements agreements;

    @Autowired
    SampleNeeds sample;

    @Autowired
    SamplePeople people;

    @Autowired
    Clocks clocks;

    @Autowired
    InstantSource clock;

    @Autowired
    ApplicationEvents events;

    @Test
    void a_seller_words_a_raw_need_which_marketing_owns_when_it_adds_one() {
        var seller = people.as(Role.FS).actor();
        var marketer = people.as(Role.MKT).actor();

        var heard = needs.create(SampleNeeds.text(), seller);
        var worded = needs.create(SampleNeeds.text(), marketer);

        assertThat(heard.standing().state()).isEqualTo(RAW);
        assertThat(heard.owner()).isNull();
        assertThat(worded.owner()).isEqualTo(marketer.id());
        assertThat(events.stream(NeedEvent.Changed.class)).contains(new NeedEvent.Changed(heard.id()));
    }

    @Test
    void an_accountant_adds_none() {
        var accountant = people.as(Role.FIN).actor();

        assertThatThrownBy(() -> needs.create(SampleNeeds.text(), accountant)).isInstanceOf(Refusal.NotAllowed.class);
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        var text = NeedText.of(" ", null, "wish").phrases(List.of(Phrase.ja(Phrase.Kind.SYNONYM, "長".repeat(201)))).code("大文字");

        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> needs.create(text, people.as(Role.MKT).actor()))
                .satisfies(invalid -> assertThat(invalid.fields()).extracting(Invalid.Field::field)
                        .containsExactlyInAnyOrder("titleJa", "code", "kind", "phrases[0].text"));
    }

    @Test
    void another_title_or_phrase_is_another_meaning_and_another_owner_is_not() {
        var by = people.as(Role.MKT).actor();
        var need = needs.create(SampleNeeds.text(), by);
        var text = NeedText.of(need, List.of());

        var owned = needs.change(need.id(), Version.of(1), text.owner(null), by);
        var phrased = needs.change(need.id(), Version.of(2), text.phrases(List.of(Phrase.ja(Phrase.Kind.SYNONYM, "提出記録"))), by);
        var same = needs.change(need.id(), Version.of(3), NeedText.of(phrased, needs.phrases(List.of(need.id())).getOrDefault(need.id(), List.of())), by);

        assertThat(owned.meaning()).isEqualTo(1);
        assertThat(phrased.meaning()).isEqualTo(2);
        assertThat(same.version()).isEqualTo(3);
        assertThatThrownBy(() -> needs.change(need.id(), Version.of(1), text, by)).isInstanceOf(Refusal.Stale.class);
    }

    @Test
    void a_need_does_not_stand_under_itself() {
        var by = people.as(Role.MKT).actor();
        var above = needs.create(SampleNeeds.text(), by);
        var below = needs.create(SampleNeeds.text().parent(above.id()), by);

        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> needs.change(above.id(), Version.of(1), NeedText.of(above, List.of()).parent(below.id()), by))
                .satisfies(invalid -> assertThat(invalid.fields().getFirst().code()).isEqualTo("needs.need-parent-circle"));
    }

    @Test
    void detections_start_clocks_and_only_go_forward() {
        var need = sample.raw();
        var now = clock.instant();

        assertThat(needs.detected(need.id(), SIGN, now)).isTrue();
        assertThat(needs.detected(need.id(), SIGN, now)).isFalse();
        assertThat(needs.detected(need.id(), BURST, now)).isTrue();
        assertThat(needs.detected(need.id(), SIGN, now)).isFalse();

        assertThat(running(need)).containsExactlyInAnyOrder("needs.need_triage", "needs.need_hypothesis");
        assertThat(clocks.of(Needs.ref(need.id())).getFirst().dueAt()).isEqualTo(Instant.parse("2026-11-26T00:05:00Z"));
        assertThat(events.stream(NeedEvent.Moved.class)).contains(new NeedEvent.Moved(need.id(), SIGN, BURST));
    }

    @Test
    void research_states_a_hypothesis_then_confirms_then_says_what_it_answers() {
        var by = people.as(Role.MKT).actor();
        var need = sample.raw();
        needs.detected(need.id(), SIGN, clock.instant());

        assertThatThrownBy(() -> move(need.id(), VERIFYING, " ", by)).isInstanceOf(Invalid.class);
        move(need.id(), VERIFYING, "監査の前月に困る会社が多い", by);
        assertThat(running(need)).isEmpty();
        move(need.id(), CONFIRMED, "6月の調査で19%", by);
        assertThat(running(need)).containsExactly("needs.need_response");
        var answered = move(need.id(), RESPONDING, "提出用の帳票を出す", by);

        assertThat(answered.hypothesis()).isEqualTo("監査の前月に困る会社が多い");
        assertThat(answered.response()).isEqualTo("提出用の帳票を出す");
        assertThat(running(need)).isEmpty();
        assertThat(needs.detected(need.id(), CONFIRMED, clock.instant())).isFalse();
    }

    @Test
    void a_step_that_there_is_not_and_whoever_may_not_are_refused() {
        var need = sample.raw();

        assertThatThrownBy(() -> move(need.id(), RESPONDING, "帳票", people.as(Role.MKT).actor())).isInstanceOf(NeedStepRefused.class);
        assertThatThrownBy(() -> move(need.id(), VERIFYING, "仮説", people.as(Role.FS).actor())).isInstanceOf(Refusal.NotAllowed.class);
    }

    @Test
    void a_drop_has_a_reason_and_a_day_to_look_again() {
        var by = people.as(Role.MKT_HEAD).actor();
        var need = sample.raw();

        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> move(need.id(), DROPPED, null, by))
                .satisfies(invalid -> assertThat(invalid.fields()).extracting(Invalid.Field::field).containsExactlyInAnyOrder("reason", "reviewOn"));

        var dropped = needs.move(need.id(), new Need.Move(DROPPED, "2社だけの事情", LocalDate.parse("2027-03-01")), Version.of(1), by);
        assertThat(dropped.standing().reviewOn()).isEqualTo(LocalDate.parse("2027-03-01"));
        assertThat(needs.detected(need.id(), BURST, clock.instant())).isFalse();
        assertThat(move(need.id(), RAW, "また聞こえてきた", by).standing().reviewOn()).isNull();
    }

    @Test
    void taking_up_a_sign_keeps_the_triage_and_makes_it_ones_own() {
        var by = people.as(Role.MKT).actor();
        var need = sample.raw();
        assertThatThrownBy(() -> needs.takeUp(need.id(), "3社に聞く", by)).isInstanceOf(NotRising.class);
        needs.detected(need.id(), SIGN, clock.instant());

        var taken = needs.takeUp(need.id(), "3社に聞く", by);

        assertThat(taken.owner()).isEqualTo(by.id());
        assertThat(taken.standing().state()).isEqualTo(SIGN);
        assertThat(running(need)).isEmpty();
    }

    @Test
    void merging_makes_voices_and_phrases_follow_the_surer_mapping_staying() {
        var by = people.as(Role.MKT).actor();
        var kept = needs.create(SampleNeeds.text(), by);
        var lost = needs.create(SampleNeeds.text().phrases(List.of(Phrase.ja(Phrase.Kind.SYNONYM, "監査記録"))), by);
        var both = sample.voice(lost.id());
        sample.map(both, kept.id(), "proposed");
        var refused = sample.voice(sample.account(), lost.id(), "rejected", clock.instant(), "記録はいらない");
        var child = needs.create(SampleNeeds.text().parent(lost.id()), by);

        needs.merge(lost.id(), kept.id(), "同じこと", by);

        assertThat(sample.state(both, kept.id())).isEqualTo("confirmed");
        assertThat(sample.state(both, lost.id())).isEqualTo("none");
        assertThat(sample.state(refused, kept.id())).isEqualTo("none");
        assertThat(needs.find(lost.id()).standing().state()).isEqualTo(MERGED);
        assertThat(needs.current(lost.id())).isEqualTo(kept.id());
        assertThat(needs.find(child.id()).parent()).isEqualTo(kept.id());
        assertThat(needs.phrases(List.of(kept.id())).get(kept.id())).extracting(Phrase::text).contains("監査記録", lost.title().ja());
        assertThat(events.stream(NeedEvent.Merged.class)).contains(new NeedEvent.Merged(lost.id(), kept.id()));
    }

    @Test
    void a_need_merged_into_its_grandchild_leaves_no_circle_of_parents() {
        var by = people.as(Role.MKT).actor();
        var above = needs.create(SampleNeeds.text(), by);
        var child = needs.create(SampleNeeds.text().parent(above.id()), by);
        var grandchild = needs.create(SampleNeeds.text().parent(child.id()), by);

        needs.merge(above.id(), grandchild.id(), "同じこと", by);

        assertThat(needs.find(grandchild.id()).parent()).isNull();
        assertThat(needs.find(child.id()).parent()).isEqualTo(grandchild.id());
    }

    @Test
    void a_merge_into_itself_in_a_circle_or_without_a_reason_is_refused() {
        var by = people.as(Role.MKT).actor();
        var one = sample.raw();
        var other = sample.raw();
        var third = sample.raw();

        assertThatThrownBy(() -> needs.merge(one.id(), one.id(), "同じ", by)).isInstanceOf(MergeRefused.class).hasMessage("needs.need-merge-itself");
        assertThatThrownBy(() -> needs.merge(one.id(), other.id(), " ", by)).isInstanceOf(Invalid.class);
        needs.merge(one.id(), other.id(), "同じ", by);
        assertThatThrownBy(() -> needs.merge(other.id(), one.id(), "同じ", by)).hasMessage("needs.need-merge-circle");
        assertThatThrownBy(() -> needs.merge(third.id(), one.id(), "同じ", by)).hasMessage("needs.need-merge-into-merged");
        assertThatThrownBy(() -> needs.merge(one.id(), third.id(), "同じ", by)).isInstanceOf(NeedMerged.class);
        assertThatThrownBy(() -> needs.merge(third.id(), other.id(), "同じ", people.as(Role.FS).actor())).isInstanceOf(Refusal.NotAllowed.class);
    }

    @Test
    void a_split_takes_its_voices_and_phrases_along() {
        var by = people.as(Role.MKT).actor();
        var shared = Phrase.ja(Phrase.Kind.SYNONYM, "帳票");
        var need = needs.create(SampleNeeds.text().phrases(List.of(shared, Phrase.ja(Phrase.Kind.SYNONYM, "保管"))), by);
        var gone = sample.voice(need.id());
        var stays = sample.voice(need.id());
        var foreign = sample.voice(sample.raw().id());

        assertThatThrownBy(() -> needs.split(need.id(), SampleNeeds.text(), List.of(gone, foreign), by)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> needs.split(need.id(), SampleNeeds.text(), List.of(), by)).isInstanceOf(Invalid.class);
        var made = needs.split(need.id(), SampleNeeds.text().phrases(List.of(shared)), List.of(gone), by);

        assertThat(sample.state(gone, made.id())).isEqualTo("confirmed");
        assertThat(sample.state(stays, need.id())).isEqualTo("confirmed");
        assertThat(needs.phrases(List.of(need.id())).get(need.id())).extracting(Phrase::text).containsExactly("保管");
    }

    @Test
    void both_heads_agree_to_a_meaning_and_another_meaning_asks_them_again() {
        var marketing = people.as(Role.MKT_HEAD).actor();
        var need = sample.raw();

        agreements.agree(need.id(), 1, people.as(Role.SALES_HEAD).actor());
        assertThat(agreements.byBoth(List.of(need.id()))).isEmpty();
        agreements.agree(need.id(), 1, marketing);
        assertThat(agreements.byBoth(List.of(need.id()))).containsExactly(need.id());

        needs.change(need.id(), Version.of(1), NeedText.of(need, List.of(Phrase.ja(Phrase.Kind.SYNONYM, "帳票"))), marketing);
        assertThat(agreements.byBoth(List.of(need.id()))).isEmpty();
        assertThatThrownBy(() -> agreements.agree(need.id(), 1, marketing)).isInstanceOf(Refusal.Stale.class);
        assertThatThrownBy(() -> agreements.agree(need.id(), 2, people.as(Role.MKT).actor())).isInstanceOf(Refusal.NotAllowed.class);
    }

    private Need move(Need.Id id, Need.State to, @Nullable String reason, Actor by) {
        return needs.move(id, new Need.Move(to, reason, null), Version.of(needs.find(id).version()), by);
    }

    private List<String> running(Need need) {
        return clocks.of(Needs.ref(need.id())).stream().filter(ClockView::running).map(ClockView::promise).toList();
    }
}
