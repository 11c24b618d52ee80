package org.kamiau.needs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.kamiau.KamiauTest;
import org.kamiau.people.SamplePeople;
import org.kamiau.platform.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

@KamiauTest
@Transactional
class NeedPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SamplePeople people;

    @Autowired
    SampleNeeds sample;

    @Autowired
    Needs needs;

    @Autowired
    Disputes disputes;

    @Autowired
    InstantSource clock;

    @Test
    void the_list_and_a_need_are_read_in_both_languages() {
        var need = sample.raw();
        sample.voice(need.id());

        assertThat(mvc.get().uri("/needs?q=" + need.title().ja()).with(people.as(Role.FS))).hasStatusOk().bodyText().contains(need.title().ja(), "原石");
        assertThat(mvc.get().uri("/needs?q=" + need.title().ja()).with(people.as(Locale.ENGLISH, Role.MKT))).hasStatusOk().bodyText().contains(need.title().en());
        assertThat(mvc.get().uri("/needs/{id}", need.id()).with(people.as(Role.FS))).hasStatusOk().bodyText()
                .contains(need.title().ja(), "監査のたびに記録を探すのが大変です", "異議を出す").doesNotContain("引き受ける");
        assertThat(mvc.get().uri("/needs/{id}", need.id()).with(people.as(Locale.ENGLISH, Role.MKT))).hasStatusOk().bodyText().contains(need.title().en(), "Move it");
    }

    @Test
    void a_need_is_worded_in_the_form_and_found_in_the_palette() {
        var marketer = people.as(Role.MKT);

        assertThat(mvc.get().uri("/needs/new?titleJa=提出したい").with(marketer)).hasStatusOk().bodyText().contains("提出したい");
        var wrong = mvc.post().uri("/needs").with(marketer).param("titleEn", "x".repeat(200)).param("synonymsJa", "帳票").exchange();
        assertThat(wrong).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("帳票", "160文字以内");
        var added = mvc.post().uri("/needs").with(marketer).param("titleJa", "書式を選ばず提出したい").param("kind", "job").param("synonymsJa", "帳票\n様式").exchange();

        assertThat(added).hasStatus3xxRedirection();
        assertThat(mvc.get().uri(requireNonNull(added.getResponse().getRedirectedUrl())).with(marketer)).bodyText().contains("様式");
        assertThat(mvc.get().uri("/palette?q=書式を選ばず").with(marketer)).bodyText().contains("書式を選ばず提出したい");
    }

    @Test
    void voices_chosen_in_their_list_become_a_need() {
        var seller = people.as(Role.FS);
        var other = sample.raw();
        var one = sample.voice(other.id());
        var two = sample.voice(other.id());

        assertThat(mvc.post().uri("/needs/drafts").with(seller).param("id", one.toString()).param("id", two.toString()))
                .hasStatusOk().bodyText().contains("2件の声をこのニーズに結び付けます", "監査のたびに記録を探すのが大変です", one.toString());
        assertThat(mvc.post().uri("/needs/drafts").with(seller)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(mvc.post().uri("/needs").with(seller).param("titleJa", "探さずに済ませたい").param("kind", "pain").param("voice", one.toString(), two.toString()))
                .hasStatus3xxRedirection();
        var made = needs.living().stream().filter(need -> need.title().ja().equals("探さずに済ませたい")).findFirst().orElseThrow();
        assertThat(sample.state(two, made.id())).isEqualTo("confirmed");
        assertThat(mvc.get().uri("/voices/{id}", one).with(seller)).bodyText().contains("/needs/new?voice=" + one);
    }

    @Test
    void a_change_on_an_old_version_is_refused_and_keeps_what_was_typed() {
        var marketer = people.as(Role.MKT);
        var need = sample.raw();

        var stale = mvc.post().uri("/needs/{id}", need.id()).with(marketer).param("titleJa", "別の題").param("kind", "job").param("version", "0").exchange();

        assertThat(stale).hasStatus(HttpStatus.CONFLICT).bodyText().contains("別の題");
    }

    @Test
    void a_step_without_its_reason_draws_the_page_again() {
        var marketer = people.as(Role.MKT);
        var need = sample.raw();

        assertThat(mvc.post().uri("/needs/{id}/steps", need.id()).with(marketer).param("to", "dropped").param("version", "1"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("理由が必要です", "見直す日を");
        assertThat(mvc.post().uri("/needs/{id}/steps", need.id()).with(marketer).param("to", "verifying").param("reason", "監査前に困る").param("version", "1"))
                .hasStatus3xxRedirection();
        assertThat(mvc.post().uri("/needs/{id}/steps", need.id()).with(marketer).param("to", "confirmed").param("reason", "調査").param("version", "1"))
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(mvc.post().uri("/needs/{id}/steps", need.id()).with(people.as(Role.FS)).param("to", "dropped")).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void a_merge_in_a_circle_is_said_on_the_page_and_a_merged_need_shows_the_way() {
        var marketer = people.as(Role.MKT);
        var lost = sample.raw();
        var kept = sample.raw();

        assertThat(mvc.post().uri("/needs/{id}/merges", lost.id()).with(marketer).param("into", kept.id().toString()))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("理由が必要です");
        assertThat(mvc.post().uri("/needs/{id}/merges", lost.id()).with(marketer).param("into", kept.id().toString()).param("why", "同じ"))
                .hasStatus3xxRedirection().redirectedUrl().isEqualTo("/needs/" + kept.id());
        assertThat(mvc.post().uri("/needs/{id}/merges", kept.id()).with(marketer).param("into", lost.id().toString()).param("why", "同じ"))
                .hasStatus(HttpStatus.CONFLICT).bodyText().contains("輪になる");
        assertThat(mvc.get().uri("/needs/{id}", lost.id()).with(marketer)).bodyText().contains("次のニーズに統合されました", kept.title().ja());
        assertThat(mvc.get().uri("/needs/{id}/edit", lost.id()).with(marketer)).hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void some_voices_become_a_need_of_their_own() {
        var marketer = people.as(Role.MKT);
        var need = sample.raw();
        var voice = sample.voice(need.id());
        sample.voice(need.id());

        assertThat(mvc.get().uri("/needs/{id}/split", need.id()).with(marketer)).hasStatusOk().bodyText().contains("移す声");
        assertThat(mvc.post().uri("/needs/{id}/split", need.id()).with(marketer).param("titleJa", "探す手間をなくしたい").param("kind", "pain"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("声を選びます", "探す手間をなくしたい");
        assertThat(mvc.post().uri("/needs/{id}/split", need.id()).with(marketer).param("titleJa", "探す手間をなくしたい").param("kind", "pain").param("voice", voice.toString()))
                .hasStatus3xxRedirection();
        assertThat(sample.state(voice, need.id())).isEqualTo("none");
    }

    @Test
    void sales_objects_and_marketing_answers_before_a_merge() {
        var seller = people.as(Role.FS);
        var marketer = people.as(Role.MKT);
        var need = sample.raw();

        assertThat(mvc.post().uri("/needs/{id}/disputes", need.id()).with(marketer).param("claim", "違う")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.post().uri("/needs/{id}/disputes", need.id()).with(seller)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(mvc.post().uri("/needs/{id}/disputes", need.id()).with(seller).param("claim", "冷凍倉庫では聞かない")).hasStatus3xxRedirection();
        assertThat(mvc.post().uri("/needs/{id}/disputes", need.id()).with(seller).param("claim", "もう一度")).hasStatus(HttpStatus.CONFLICT);
        assertThat(mvc.post().uri("/needs/{id}/merges", need.id()).with(marketer).param("into", sample.raw().id().toString()).param("why", "同じ"))
                .hasStatus(HttpStatus.CONFLICT).bodyText().contains("異議への回答がまだです");
        var dispute = disputes.of(need.id()).getFirst();
        var answer = "/needs/" + need.id() + "/disputes/" + dispute.id() + "/answer";
        assertThat(mvc.post().uri(answer).with(marketer).param("outcome", "kept")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(mvc.post().uri(answer).with(marketer).param("outcome", "kept").param("answer", "建設では19%")).hasStatus3xxRedirection();
        assertThat(mvc.post().uri(answer).with(marketer).param("outcome", "kept").param("answer", "建設では19%")).hasStatus(HttpStatus.CONFLICT);
        assertThat(mvc.get().uri("/needs/{id}", need.id()).with(seller)).bodyText().contains("冷凍倉庫では聞かない", "建設では19%");
    }

    @Test
    void heads_agree_and_a_sign_is_taken_up() {
        var need = sample.raw();
        needs.detected(need.id(), Need.State.SIGN, clock.instant());

        assertThat(mvc.post().uri("/needs/{id}/agreements", need.id()).with(people.as(Role.SALES_HEAD)).param("meaning", "1")).hasStatus3xxRedirection();
        assertThat(mvc.post().uri("/needs/{id}/agreements", need.id()).with(people.as(Role.MKT_HEAD)).param("meaning", "9")).hasStatus(HttpStatus.CONFLICT);
        assertThat(mvc.post().uri("/needs/{id}/uptake", need.id()).with(people.as(Role.MKT))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(mvc.post().uri("/needs/{id}/uptake", need.id()).with(people.as(Role.MKT)).param("note", "3社に聞く")).hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/history/need/{id}", need.id()).with(people.as(Role.FS))).hasStatusOk().bodyText().contains("ニーズを引き受け", "意味に合意");
    }

    @Test
    void long_and_broken_words_are_quoted_whole_around_what_carries_the_need() {
        var need = sample.raw();
        sample.voice(sample.account(), need.id(), "confirmed", clock.instant(), "😀".repeat(3_000));

        assertThat(mvc.get().uri("/needs/{id}", need.id()).with(people.as(Role.FS))).hasStatusOk().bodyText().contains("😀…");
    }
}
