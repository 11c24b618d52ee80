package org.kamiau.needs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kamiau.FixedClock;
import org.kamiau.KamiauTest;
import org.kamiau.people.SamplePeople;
import org.kamiau.platform.ApplicationClock;
import org.kamiau.platform.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@KamiauTest
class VoicePagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SamplePeople people;

    @Autowired
    SampleVoices sample;

    @Autowired
    ApplicationClock clock;

    @Autowired
    Questions questions;

    private SamplePeople.Signed seller;
    private SamplePeople.Signed marketer;

    @BeforeEach
    void people() {
        clock.set(FixedClock.STORY_MORNING);
        seller = people.as(Role.FS);
        marketer = people.as(Role.MKT);
    }

    private static String marked(String word) {
        return word + "<sup>";
    }

    @Test
    void what_was_heard_is_written_down_with_the_need_that_was_ticked() {
        var account = sample.account();
        var need = sample.need("電波の届かない場所でも記録したい", "アンテナが立たない");

        var answer = mvc.post().uri("/voices").with(seller)
                .param("account", account.toString())
                .param("raw", "山の現場はアンテナが立たないので、紙に戻ってしまいます")
                .param("channel", "meeting")
                .param("confirmed", need.toString())
                .exchange();

        assertThat(answer).hasStatus(HttpStatus.FOUND);
        var page = requireNonNull(answer.getResponse().getRedirectedUrl());
        assertThat(mvc.get().uri(page).with(seller)).hasStatusOk().bodyText().contains("<sup>", "電波の届かない場所でも記録したい", "確定");
        assertThat(sample.decided(page.substring("/voices/".length()), true)).containsExactly(need);
    }

    @Test
    void the_same_key_sent_again_after_a_lost_network_is_the_same_voice() {
        var account = sample.account();
        var key = UUID.randomUUID().toString();

        var first = kept(account.toString(), key);
        var second = kept(account.toString(), key);

        assertThat(first).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(second.getResponse().getHeader("X-Voice")).isNotNull().isEqualTo(first.getResponse().getHeader("X-Voice"));
    }

    private MvcTestResult kept(String account, String key) {
        return mvc.post().uri("/voices").with(seller).header("X-Kept", "true")
                .param("account", account).param("raw", "帰りの車の中で書いた声").param("channel", "call").param("key", key).exchange();
    }

    @Test
    void the_form_says_what_is_wrong_and_keeps_what_was_typed() {
        assertThat(mvc.post().uri("/voices").with(seller).param("raw", "顧客を選び忘れた声").param("channel", "meeting").param("motive", "急いでいる"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("顧客を選び忘れた声", "急いでいる", "誰の声かが必要です");
        assertThat(mvc.post().uri("/voices").with(seller)
                        .param("account", sample.account().toString()).param("raw", "明日の声").param("channel", "meeting").param("heard", "2026-11-25T09:00"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("未来の日時です");
        assertThat(mvc.post().uri("/voices").with(seller).param("account", sample.account().toString()).param("channel", "meeting"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("顧客の言葉が必要です");
        assertThat(mvc.post().uri("/voices").with(seller)
                        .param("account", sample.account().toString()).param("raw", "言".repeat(100_000)).param("channel", "meeting"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("20,000文字までです");
    }

    @Test
    void needs_are_proposed_while_one_types() {
        sample.need("写真を案件ごとに残したい", "写真が散らば");

        assertThat(mvc.post().uri("/voices/proposals").with(seller).param("raw", "写真が散らばって後で困る"))
                .hasStatusOk().bodyText().contains("写真を案件ごとに残したい", "「写真が散らば");
        assertThat(mvc.post().uri("/voices/proposals").with(seller)).hasStatusOk().bodyText().doesNotContain("fieldset");
    }

    @Test
    void one_tap_confirms_or_rejects_and_the_later_tap_counts() {
        var need = sample.need("見積を早く出したい", "見積が遅い");
        var voice = sample.voice(seller, "見積が遅いと言われる");

        assertThat(tap(voice, need.toString(), "confirmed")).hasStatusOk().bodyText().contains("確定").doesNotContain("<html");
        assertThat(tap(voice, need.toString(), "rejected")).hasStatusOk().bodyText().contains("否定したニーズ 1件");

        assertThat(sample.decided(voice.toString(), true)).isEmpty();
        assertThat(sample.decided(voice.toString(), false)).containsExactly(need);
        assertThat(tap(voice, UUID.randomUUID().toString(), "confirmed")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private MvcTestResult tap(Voice.Id voice, String need, String as) {
        return mvc.post().uri("/voices/{id}/decision", voice).with(seller).header("HX-Request", "true").param("need", need).param("as", as).exchange();
    }

    @Test
    void notes_and_the_interpretation_stand_beside_the_words() {
        var voice = sample.voice(seller, "予算はこれから考えます");

        assertThat(send(voice, "notes", marketer, "text", "3月決算の会社")).hasStatus(HttpStatus.FOUND);
        assertThat(send(voice, "motive", seller, "motive", "稟議の理由を探している")).hasStatus(HttpStatus.FOUND);

        assertThat(mvc.get().uri("/voices/{id}", voice).with(people.as(Role.EXEC)))
                .bodyText().contains("予算はこれから考えます", "3月決算の会社", "稟議の理由を探している", "の解釈・おそらく");
        assertThat(send(voice, "notes", people.as(Role.AUDIT), "text", "監査の補足")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.get().uri("/history/voice/{id}", voice).with(seller)).hasStatusOk().bodyText().contains("稟議の理由を探している");
    }

    private MvcTestResult send(Voice.Id voice, String what, SamplePeople.Signed by, String... parameters) {
        var sent = mvc.post().uri("/voices/{id}/{what}", voice, what).with(by);
        for (int i = 0; i < parameters.length; i += 2) {
            sent = sent.param(parameters[i], parameters[i + 1]);
        }
        return sent.exchange();
    }

    @Test
    void the_words_are_corrected_within_a_day_and_stand_from_then_on() {
        var need = sample.need("検索を速くしたい", "検索が遅い");
        var voice = sample.voice(seller, "検査が遅い");

        assertThat(send(voice, "correction", marketer, "raw", "別人の直し", "version", "1")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(send(voice, "correction", seller, "raw", "検索が遅い", "version", "1")).hasStatus(HttpStatus.FOUND);
        assertThat(mvc.get().uri("/voices/{id}", voice).with(seller)).bodyText().contains(marked("検索が遅い"), "検索を速くしたい");
        assertThat(send(voice, "correction", seller, "raw", "古い版からの直し", "version", "1")).hasStatus(HttpStatus.CONFLICT);
        clock.set(FixedClock.STORY_MORNING.plus(Duration.ofHours(24)));
        assertThat(send(voice, "correction", seller, "raw", "遅すぎた直し", "version", "2")).hasStatus(HttpStatus.CONFLICT);

        assertThat(sample.find(voice.toString()).raw()).isEqualTo("検索が遅い");
        assertThat(need).isNotNull();
    }

    @Test
    void a_question_goes_to_marketing_and_back_until_the_asker_is_content() {
        var voice = sample.question(seller, "同じ規模の導入例を見たい" + UUID.randomUUID());

        assertThat(mvc.get().uri("/voices/{id}", voice).with(marketer)).bodyText().contains("回答を送る", "質問への回答");
        assertThat(mvc.get().uri("/voices/{id}", voice).with(seller)).bodyText().doesNotContain("回答を送る");
        assertThat(send(voice, "answer", seller, "text", "自分で答える")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(send(voice, "answer", marketer, "text", "来週の事例集に載ります")).hasStatus(HttpStatus.FOUND);
        assertThat(send(voice, "answer", marketer, "text", "二度目の回答")).hasStatus(HttpStatus.CONFLICT);
        assertThat(mvc.get().uri("/").with(seller)).bodyText().contains("質問に届いた回答", "来週の事例集に載ります");

        assertThat(send(voice, "verdict", seller, "verdict", "again")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(send(voice, "verdict", marketer, "verdict", "satisfied")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(send(voice, "verdict", seller, "verdict", "again", "text", "金額の目安がほしい")).hasStatus(HttpStatus.FOUND);
        assertThat(questions.find(voice).orElseThrow().round()).isEqualTo(2);
        assertThat(send(voice, "answer", marketer, "text", "100名で月15万円ほど")).hasStatus(HttpStatus.FOUND);
        assertThat(send(voice, "verdict", seller, "verdict", "satisfied")).hasStatus(HttpStatus.FOUND);

        assertThat(mvc.get().uri("/voices/{id}", voice).with(people.as(Locale.ENGLISH, Role.EXEC)))
                .bodyText().contains("来週の事例集に載ります", "金額の目安がほしい", "100名で月15万円ほど");
        assertThat(send(voice, "verdict", seller, "verdict", "satisfied")).hasStatus(HttpStatus.CONFLICT);
        assertThat(mvc.get().uri("/").with(seller)).bodyText().doesNotContain("100名で月15万円ほど");
    }

    @Test
    void the_list_the_account_the_palette_and_today_lead_to_a_voice() {
        var account = sample.account();
        sample.need("紙の転記をなくしたい", "転記が面倒");
        var said = "転記が面倒で月末に残業している " + UUID.randomUUID();
        var voice = sample.voice(seller.actor(), account, said);

        assertThat(mvc.get().uri("/voices").with(seller)).hasStatusOk().bodyText().contains(said, "紙の転記をなくしたい");
        assertThat(mvc.get().uri("/voices").with(people.as(Locale.ENGLISH, Role.FS))).hasStatusOk().bodyText().contains("Needs");
        assertThat(mvc.get().uri("/accounts/{id}", account).with(seller)).bodyText().contains(said, "/voices/new?account=" + account);
        assertThat(mvc.get().uri("/palette").param("q", said.substring(0, 40)).with(seller)).bodyText().contains("/voices/" + voice);
        assertThat(mvc.get().uri("/").with(seller)).bodyText().contains("ニーズが未確定の声", said);
        assertThat(mvc.get().uri("/voices/new").param("account", account.toString()).with(seller)).hasStatusOk().bodyText().contains(account.toString());
        assertThat(mvc.get().uri("/voices/new").with(people.as(Role.AUDIT))).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.get().uri("/voices/{id}", UUID.randomUUID()).with(seller)).hasStatus(HttpStatus.NOT_FOUND);
    }
}
