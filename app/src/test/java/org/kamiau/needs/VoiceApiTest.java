package org.kamiau.needs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kamiau.FixedClock;
import org.kamiau.KamiauTest;
import org.kamiau.people.SamplePeople;
import org.kamiau.platform.ApplicationClock;
import org.kamiau.platform.Role;
import org.kamiau.platform.api.JsonLines;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@KamiauTest
class VoiceApiTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SamplePeople people;

    @Autowired
    ApplicationClock clock;

    @Autowired
    JsonMapper json;

    @Autowired
    SampleVoices sample;

    private SamplePeople.Signed seller;

    @BeforeEach
    void people() {
        clock.set(FixedClock.STORY_MORNING);
        seller = people.as(Role.FS);
    }

    private MvcTestResult send(String path, String body) {
        return mvc.post().uri("/api/v1" + path).with(seller).contentType(MediaType.APPLICATION_JSON).content(body).exchange();
    }

    private MvcTestResult take(String account, String raw, String more) {
        return send("/voices", "{\"account\": %s, \"raw\": %s, \"channel\": \"meeting\"%s}".formatted(account, json.writeValueAsString(raw), more));
    }

    private JsonNode body(MvcTestResult result) throws UnsupportedEncodingException {
        return json.readTree(result.getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    private String account() {
        return "{\"id\": \"" + sample.account() + "\"}";
    }

    @Test
    void what_was_heard_is_kept_with_the_needs_that_it_names_and_where() throws Exception {
        var need = sample.need("電波が届かない場所でも記録したい", "圏外");

        var result = take(account(), "山の現場は圏外なので、紙に戻ってしまいます", "");

        assertThat(result).hasStatus(201);
        var proposal = body(result).at("/proposals/0");
        assertThat(proposal.path("need").asString()).isEqualTo(need.toString());
        assertThat(proposal.at("/spans/0/0").asInt()).isEqualTo(5);
        assertThat(proposal.at("/spans/0/1").asInt()).isEqualTo(7);
        assertThat(proposal.path("why").toString()).contains("圏外");
        assertThat(body(result).has("answerBy")).isFalse();
    }

    @Test
    void what_our_side_said_right_before_is_kept_beside_the_words() throws Exception {
        var asked = "検査のあと、写真を整理する手間を減らしたいというお考えはありますか";

        var id = body(take(account(), "はい、お願いします", ", \"asked\": " + json.writeValueAsString(asked))).path("id").asString();

        assertThat(sample.find(id).asked()).isEqualTo(asked);
        assertThat(take(account(), "はい", ", \"asked\": " + json.writeValueAsString("長".repeat(2001))))
                .hasStatus(422).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo("/asked");
    }

    @Test
    void a_question_is_to_be_answered_within_five_business_days() throws Exception {
        var result = take(account(), "他社の導入例はありますか", ", \"wantsAnswer\": true");

        assertThat(body(result).path("answerBy").asString()).isEqualTo("2026-12-01T09:05:00+09:00");
    }

    @Test
    void a_name_alone_is_refused_with_the_accounts_that_bear_it() throws Exception {
        var name = "検証" + UUID.randomUUID().toString().substring(0, 8) + "株式会社";
        var first = sample.account(name);
        var second = sample.account(name);

        var result = take("{\"name\": \"" + name + "\"}", "早く見積がほしい", "");

        assertThat(result).hasStatus(422);
        assertThat(body(result).path("code").asString()).isEqualTo("customers.account-ambiguous");
        assertThat(body(result).path("candidates").findValuesAsString("id"))
                .containsExactlyInAnyOrder(first.toString(), second.toString());
        assertThat(body(result).path("title").asString()).contains(name);
    }

    @Test
    void a_name_with_a_proof_finds_or_adds_the_account() throws Exception {
        var domain = "d" + UUID.randomUUID().toString().replace("-", "") + ".example";
        var named = "{\"name\": \"株式会社はじめて\", \"domain\": \"" + domain + "\"}";

        var first = body(take(named, "まず話を聞きたい", ""));
        var second = body(take(named, "もう一度聞きたい", ""));

        assertThat(first.path("account").asString()).isNotEmpty().isEqualTo(second.path("account").asString());
    }

    @Test
    void who_spoke_is_recognised_by_name_at_the_account() throws Exception {
        var account = account();
        var who = ", \"person\": {\"familyName\": \"森本\", \"givenName\": \"和也\", \"buyingRole\": \"decides\"}";

        var first = body(take(account, "最初の声", who)).path("id").asString();
        var second = body(take(account, "次の声", who)).path("id").asString();

        var spoke = sample.find(first);
        assertThat(spoke.person()).isNotNull().isEqualTo(sample.find(second).person());
        assertThat(spoke.buyingRole()).isEqualTo(Voice.BuyingRole.DECIDES);
        assertThat(spoke.recorder()).isEqualTo(seller.id());
    }

    @Test
    void bad_input_is_named_and_nothing_is_kept() throws Exception {
        assertThat(take(account(), "", "")).hasStatus(422).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo("/raw");
        assertThat(take(account(), "\u3000 \u200b", "")).hasStatus(422).bodyJson().extractingPath("$.errors[0].code").isEqualTo("needs.voice-empty");
        assertThat(take(account(), "長".repeat(100_000), "")).hasStatus(422).bodyJson().extractingPath("$.errors[0].code").isEqualTo("needs.voice-too-long");
        assertThat(take(account(), "明日の声", ", \"at\": \"2026-11-25T09:00:00+09:00\""))
                .hasStatus(422).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo("/at");
        assertThat(take("null", "だれの声か分からない", "")).hasStatus(422).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo("/account");
        assertThat(take("{\"id\": \"" + UUID.randomUUID() + "\"}", "知らない顧客", ""))
                .hasStatus(422).bodyJson().extractingPath("$.errors[0].code").isEqualTo("customers.account-unknown");
        assertThat(send("/voices", "{\"raw\": \"x\", \"channel\": \"telepathy\"}"))
                .hasStatus(422).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo("/channel");
    }

    @Test
    void emoji_alone_and_mixed_languages_are_words_of_a_customer_too() throws Exception {
        assertThat(take(account(), "👍🏽👨‍👩‍👧 🙏", "")).hasStatus(201).bodyJson().extractingPath("$.proposals").asArray().isEmpty();
        assertThat(take(account(), "Offline でも使えると it's perfect です。مرحبا", "")).hasStatus(201);
    }

    @Test
    void the_same_source_again_changes_nothing() throws Exception {
        var source = ", \"source\": {\"system\": \"crm\", \"externalId\": \"" + UUID.randomUUID() + "\"}";

        var first = body(take(account(), "同じ声", source));
        var second = body(take(account(), "同じ声", source));

        assertThat(second.path("id").asString()).isEqualTo(first.path("id").asString());
        assertThat(second.path("known").asBoolean()).isTrue();
    }

    @Test
    void people_say_which_needs_a_voice_carries() throws Exception {
        var yes = sample.need("写真を整理したい");
        var no = sample.need("安く買いたい");
        var voice = body(take(account(), "写真が散らばって困る", "")).path("id").asString();

        var result = send("/voices/" + voice + "/needs", "{\"confirmed\": [\"%s\"], \"rejected\": [\"%s\"]}".formatted(yes, no));

        assertThat(result).hasStatus(204);
        assertThat(sample.decided(voice, true)).containsExactly(yes);
        assertThat(sample.decided(voice, false)).containsExactly(no);
        assertThat(send("/voices/" + voice + "/needs", "{\"confirmed\": [\"" + UUID.randomUUID() + "\"]}"))
                .hasStatus(422).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo("/confirmed/0");
        assertThat(send("/voices/" + voice + "/needs", "{\"confirmed\": [\"%s\"], \"rejected\": [\"%s\"]}".formatted(yes, yes))).hasStatus(422);
        assertThat(send("/voices/" + UUID.randomUUID() + "/needs", "{}")).hasStatus(404);
    }

    @Test
    void many_lines_are_answered_one_by_one() throws Exception {
        var account = account();
        var lines = String.join("\n", List.of(
                "{\"account\": " + account + ", \"raw\": \"一つ目\", \"channel\": \"call\"}",
                "{broken",
                "",
                "{\"account\": " + account + ", \"raw\": \"\", \"channel\": \"call\"}",
                "{\"account\": {\"name\": \"名前だけ\"}, \"raw\": \"四つ目\", \"channel\": \"call\"}",
                "{\"account\": " + account + ", \"raw\": \"五つ目\", \"channel\": \"fax\"}",
                "{\"account\": " + account + ", \"raw\": \"六つ目\", \"channel\": \"mail\", \"wantsAnswer\": true}"));

        var result = mvc.post().uri("/api/v1/voices/bulk").with(seller).contentType(JsonLines.MEDIA_TYPE).content(lines).exchange();

        assertThat(result).hasStatusOk();
        var answers = result.getResponse().getContentAsString(StandardCharsets.UTF_8).lines().map(json::readTree).toList();
        assertThat(answers).extracting(answer -> answer.path("line").asInt()).containsExactly(1, 2, 4, 5, 6, 7);
        assertThat(answers).extracting(answer -> answer.path("status").asInt()).containsExactly(201, 400, 422, 422, 422, 201);
        assertThat(answers.get(2).at("/errors/0/pointer").asString()).isEqualTo("/raw");
        assertThat(answers.get(3).path("code").asString()).isEqualTo("customers.account-ambiguous");
        assertThat(answers.get(4).at("/errors/0/pointer").asString()).isEqualTo("/channel");
        assertThat(answers.get(5).path("answerBy").asString()).isNotEmpty();
    }

    @Test
    void one_voice_is_read_noted_corrected_and_its_question_answered() throws Exception {
        var id = body(take(account(), "冬の現場で電池がもたない", ", \"wantsAnswer\": true")).path("id").asString();
        var path = "/voices/" + id;
        var marketer = people.as(Role.MKT);

        var read = mvc.get().uri("/api/v1" + path).with(seller).exchange();
        assertThat(read).hasStatusOk();
        assertThat(body(read).path("question").path("state").asString()).isEqualTo("open");
        assertThat(send(path + "/notes", "{\"text\": \"零下の倉庫で使う\"}")).hasStatusOk().bodyJson().extractingPath("$.notes[0].text").isEqualTo("零下の倉庫で使う");
        assertThat(send(path + "/motive", "{\"text\": \"作業を止めたくない\"}")).hasStatusOk().bodyJson().extractingPath("$.motive.confidence").isEqualTo("medium");
        assertThat(send(path + "/answer", "{\"text\": \"自分で\"}")).hasStatus(403);
        assertThat(mvc.post().uri("/api/v1" + path + "/answer").with(marketer).contentType(MediaType.APPLICATION_JSON).content("{\"text\": \"予備電池があります\"}"))
                .hasStatusOk().bodyJson().extractingPath("$.question.words[0].kind").isEqualTo("answer");
        assertThat(send(path + "/verdict", "{\"satisfied\": false}")).hasStatus(422);
        assertThat(send(path + "/verdict", "{\"satisfied\": true}")).hasStatusOk().bodyJson().extractingPath("$.question.state").isEqualTo("settled");
        assertThat(correct(path, "1", "早すぎた版")).hasStatus(409);
        assertThat(correct(path, "2", "冬の現場で電池が半日もたない")).hasStatusOk().bodyJson().extractingPath("$.raw").isEqualTo("冬の現場で電池が半日もたない");
        assertThat(mvc.get().uri("/api/v1/voices/" + UUID.randomUUID()).with(seller)).hasStatus(404);
    }

    private MvcTestResult correct(String path, String version, String raw) {
        return mvc.patch().uri("/api/v1" + path).with(seller).header("If-Match", "\"" + version + "\"").contentType(MediaType.APPLICATION_JSON)
                .content("{\"raw\": " + json.writeValueAsString(raw) + "}").exchange();
    }

    @Test
    void the_auditor_reads_and_writes_nothing() {
        var auditor = people.as(Role.AUDIT);

        assertThat(mvc.post().uri("/api/v1/voices").with(auditor).contentType(MediaType.APPLICATION_JSON).content("{}")).hasStatus(403);
    }
}
