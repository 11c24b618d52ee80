package org.kamiau.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.val;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kamiau.FixedClock;
import org.kamiau.KamiauTest;
import org.kamiau.campaigns.InquiryForm.ConsentText;
import org.kamiau.leads.ResponseKind;
import org.kamiau.people.SamplePeople;
import org.kamiau.platform.Actor;
import org.kamiau.platform.ApplicationClock;
import org.kamiau.platform.Role;
import org.kamiau.platform.visitors.VisitorAttempts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@KamiauTest
class PublicFormPagesTest {

    private static final String NASTY = "\"><script>alert('x')</script>'; drop table leads.lead; --😀";
    private static final String NASTY_SHOWN = "&lt;script";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SamplePeople people;

    @Autowired
    SampleForms samples;

    @Autowired
    InquiryForms forms;

    @Autowired
    DSLContext sql;

    @Autowired
    ApplicationClock clock;

    private final String address = "10." + part() + "." + part() + "." + part();
    private final String mail = "m" + UUID.randomUUID().toString().substring(0, 8) + "@kensho-"
            + UUID.randomUUID().toString().substring(0, 8) + ".example";

    private static int part() {
        return ThreadLocalRandom.current().nextInt(256);
    }

    @BeforeEach
    void somebody_in_inside_sales_on_the_storys_morning() {
        clock.set(FixedClock.STORY_MORNING);
        people.as(Role.IS);
    }

    private MockMvcRequestBuilder post(InquiryForm form) {
        return mvc.post().uri("/f/{code}?lang=ja", form.code()).remoteAddress(address).contentType(MediaType.APPLICATION_FORM_URLENCODED);
    }

    private MockMvcRequestBuilder filled(InquiryForm form, String token) {
        return post(form)
                .param("token", token)
                .param("company", "検証建設株式会社")
                .param("familyName", "森本")
                .param("givenName", "和也😀")
                .param("email", mail)
                .param("phone", "052-000-0123")
                .param("title", "工事部長")
                .param("employees", "820")
                .param("prefecture", "23")
                .param("message", "来週、見積をいただけますか")
                .param("consent", "true");
    }

    private FormToken aMinuteAgo(InquiryForm form) {
        return samples.shown(form, Instant.now().minusSeconds(60));
    }

    private Result<Record> touches(FormToken token) {
        return sql.fetch(
                """
                select l.stage, l.due_at, t.message, t.campaign, p.family_name, c.purpose, c.text, c.text_version, c.given
                from leads.touch t join leads.lead l on l.id = t.lead_id join customers.person p on p.id = l.person_id
                left join customers.consent c on c.person_id = p.id
                where t.source_system = 'form' and t.external_id = {0}
                """,
                val(token.id().toString()));
    }

    private static String body(MvcTestResult result) throws Exception {
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void what_a_visitor_sends_becomes_a_lead_with_its_consent_and_thirty_minutes() throws Exception {
        var form = samples.quotes();
        var token = aMinuteAgo(form);

        var result = filled(form, samples.token(token)).exchange();

        assertThat(result).hasStatus(303).doesNotContainHeader("Set-Cookie");
        var lead = touches(token);
        assertThat(lead).hasSize(1);
        assertThat(lead.getFirst().get("stage")).isEqualTo("assigned");
        assertThat(lead.getFirst().get("due_at", Instant.class)).isEqualTo("2026-11-24T00:35:00Z");
        assertThat(lead.getFirst().get("message")).isEqualTo("来週、見積をいただけますか");
        assertThat(lead.getFirst().get("campaign")).isEqualTo("秋の施策");
        assertThat(lead.getFirst().get("text")).isEqualTo("個人情報の取扱いに同意します");
        assertThat(lead.getFirst().get("text_version")).isEqualTo(form.code() + " v1 ja");
        assertThat(lead.getFirst().get("given")).isEqualTo(true);
        var thanks = mvc.get().uri(URI.create(result.getResponse().getRedirectedUrl())).exchange();
        assertThat(thanks).hasStatusOk().doesNotContainHeader("Set-Cookie");
        assertThat(body(thanks)).contains("営業時間内 30分以内にご連絡します（11/24(火) 9:35 まで）", "現場の数が未定でも構いません");
    }

    @Test
    void a_brochure_is_looked_at_within_four_business_hours() throws Exception {
        clock.set(Instant.parse("2026-11-20T08:52:00Z"));
        var form = samples.brochure();

        var result = filled(form, samples.token(aMinuteAgo(form))).exchange();

        assertThat(body(mvc.get().uri(URI.create(result.getResponse().getRedirectedUrl() + "&lang=ja")).exchange())).contains("11/24(火)");
    }

    @Test
    void the_form_appears_in_the_visitors_language_in_any_frame_and_without_cookies() throws Exception {
        var form = samples.quotes();

        var japanese = mvc.get().uri("/f/" + form.code()).exchange();
        var english = mvc.get().uri("/f/" + form.code()).header("Accept-Language", "en-GB,en;q=0.9").exchange();
        var chosen = mvc.get().uri("/f/" + form.code() + "?lang=ja").header("Accept-Language", "en").with(people.as(Role.MKT)).exchange();

        assertThat(body(japanese)).contains("<h1>お見積</h1>", "個人情報の取扱いに同意します", "lang=\"ja\"");
        assertThat(body(english)).contains("<h1>Quotes</h1>", "I agree to the use of my details", "lang=\"en\"").doesNotContain("会社名");
        assertThat(body(chosen)).contains("<h1>お見積</h1>");
        for (var result : List.of(japanese, english, chosen)) {
            assertThat(result).hasStatusOk().doesNotContainHeader("Set-Cookie").doesNotContainHeader("X-Frame-Options");
            assertThat(result.getResponse().getHeader("Content-Security-Policy")).contains("frame-ancestors *");
            assertThat(body(result)).doesNotContain("<script");
        }
        assertThat(mvc.get().uri("/").exchange().getResponse().getHeader("Content-Security-Policy")).contains("frame-ancestors 'none'");
    }

    @Test
    void only_what_the_form_asks_is_asked_and_taken() throws Exception {
        var form = samples.add(
                SampleForms.contents("短い", "Short", "すぐ終わります", ResponseKind.CONTACT, Set.of()), SampleForms.CONSENT);
        var token = aMinuteAgo(form);

        var page = body(mvc.get().uri("/f/" + form.code()).exchange());
        assertThat(filled(form, samples.token(token))).hasStatus(303);

        assertThat(page).contains("name=\"email\"").doesNotContain("name=\"phone\"", "name=\"message\"", "name=\"prefecture\"");
        assertThat(touches(token).getFirst().get("message")).isNull();
    }

    @Test
    void the_same_form_sent_twice_is_one_answer() throws Exception {
        var form = samples.quotes();
        var token = aMinuteAgo(form);
        var signed = samples.token(token);

        try (var both = Executors.newFixedThreadPool(2)) {
            for (var sent : both.invokeAll(java.util.Collections.nCopies(
                    3, (Callable<Integer>) () -> filled(form, signed).exchange().getResponse().getStatus()))) {
                assertThat(sent.get()).isEqualTo(303);
            }
        }

        assertThat(touches(token)).hasSize(1);
    }

    @Test
    void a_program_in_the_trap_is_thanked_and_nothing_is_taken_in() throws Exception {
        var form = samples.quotes();
        var token = aMinuteAgo(form);

        var result = filled(form, samples.token(token)).param("subject", "cheap pills").exchange();

        assertThat(result).hasStatus(303);
        assertThat(body(mvc.get().uri(URI.create(result.getResponse().getRedirectedUrl())).exchange())).contains("9:35");
        assertThat(touches(token)).isEmpty();
    }

    @Test
    void a_hasty_an_expired_and_a_forged_form_are_shown_again_with_everything_typed() throws Exception {
        var form = samples.quotes();
        var hasty = samples.shown(form, Instant.now().plusSeconds(60));
        var expired = samples.shown(form, Instant.now().minus(FormToken.VALID).minusSeconds(5));
        var forged = samples.token(aMinuteAgo(form)).replaceFirst("\\.1\\.ja", ".2.ja");
        var foreign = samples.token(aMinuteAgo(samples.quotes()));

        assertThat(body(again(form, samples.token(hasty)))).contains("とても早かった", samples.token(hasty), "checked");
        assertThat(body(again(form, samples.token(expired)))).contains("時間が経ちました", "checked").doesNotContain(samples.token(expired));
        assertThat(body(again(form, forged))).contains("更新しました").doesNotContain("checked", forged);
        assertThat(body(again(form, foreign))).contains("更新しました");
        assertThat(body(again(form, ""))).contains("更新しました");
        assertThat(body(again(form, "x".repeat(10_000)))).contains("更新しました");
        assertThat(touches(hasty)).isEmpty();
        assertThat(touches(expired)).isEmpty();
    }

    private MvcTestResult again(InquiryForm form, String token) throws Exception {
        var result = filled(form, token).exchange();
        assertThat(result).hasStatus(422).doesNotContainHeader("Set-Cookie");
        assertThat(body(result)).contains("検証建設株式会社", "和也😀", mail, "来週、見積をいただけますか");
        return result;
    }

    @Test
    void what_is_missing_or_wrong_is_said_at_its_field_in_the_readers_language() throws Exception {
        var form = samples.quotes();
        var shown = FormToken.fresh(form.id(), 1, false, Instant.now().minusSeconds(60));

        var empty = post(form).param("token", samples.token(aMinuteAgo(form))).exchange();
        var wrong = mvc.post().uri("/f/{code}?lang=en", form.code()).remoteAddress(address)
                .param("token", samples.token(shown)).param("company", NASTY).param("familyName", "あ".repeat(10_000))
                .param("givenName", "Anna\u0007").param("email", "nobody").param("phone", "12").param("employees", "many")
                .param("prefecture", "99").param("message", "長".repeat(10_000)).exchange();

        assertThat(empty).hasStatus(422);
        assertThat(body(empty)).contains("error-company", "error-familyName", "error-givenName", "error-email", "必須の項目です。", "送信には同意が必要です。");
        assertThat(wrong).hasStatus(422).doesNotContainHeader("Set-Cookie");
        assertThat(body(wrong))
                .contains("error-familyName", "error-givenName", "error-email", "error-phone", "error-employees", "error-prefecture", "error-message")
                .contains("あ".repeat(10_000), "長".repeat(10_000), NASTY_SHOWN, "😀", "Please agree")
                .doesNotContain("<script");
        assertThat(touches(shown)).isEmpty();
    }

    @Test
    void markup_in_a_forms_own_texts_is_shown_as_text() throws Exception {
        var form = samples.add(
                SampleForms.contents(NASTY, NASTY, NASTY, ResponseKind.CONTACT), new ConsentText(NASTY, NASTY, NASTY, false));
        var token = aMinuteAgo(form);

        var page = body(mvc.get().uri("/f/" + form.code()).exchange());
        var sent = filled(form, samples.token(token)).param("department", NASTY).exchange();
        var thanks = body(mvc.get().uri(URI.create(sent.getResponse().getRedirectedUrl())).exchange());

        assertThat(page).contains(NASTY_SHOWN).doesNotContain("<script");
        assertThat(thanks).contains(NASTY_SHOWN).doesNotContain("<script");
        assertThat(touches(token).getFirst().get("text")).isEqualTo(NASTY);
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        var form = samples.quotes();

        var result = filled(form, samples.token(aMinuteAgo(form))).param("department", "工事\0部").exchange();

        assertThat(result).hasStatus(400).doesNotContainHeader("Set-Cookie");
    }

    @Test
    void consent_is_kept_in_the_words_that_were_shown_although_they_have_changed_since() {
        var form = samples.quotes();
        var token = aMinuteAgo(form);

        forms.change(form.id(), form.contents(), new ConsentText("製品のご案内", "新しい文面", "New words", false), 1, Actor.SYSTEM);
        assertThat(filled(form, samples.token(token))).hasStatus(303);

        assertThat(touches(token).getFirst().get("text")).isEqualTo("個人情報の取扱いに同意します");
        assertThat(forms.consentVersion(form.id())).isEqualTo(2);
        assertThat(mvc.get().uri("/f/" + form.code())).bodyText().contains("新しい文面");
    }

    @Test
    void consent_that_may_be_left_out_is_kept_as_refused() {
        var form = samples.add(samples.quotes().contents(), new ConsentText("案内", "案内を受け取る", "Tell me more", false));
        var token = aMinuteAgo(form);

        assertThat(post(form).param("token", samples.token(token)).param("company", "検証建設").param("familyName", "森本")
                .param("givenName", "和也").param("email", mail)).hasStatus(303);

        assertThat(touches(token).getFirst().get("given")).isEqualTo(false);
    }

    @Test
    void a_flood_from_one_address_has_to_wait_and_keeps_what_was_typed() throws Exception {
        var form = samples.quotes();
        var token = aMinuteAgo(form);
        // Two stretches of ten minutes may meet within the loop.
        var last = post(form).param("company", "森本組").exchange();
        for (int i = 0; i < 2 * VisitorAttempts.MOST && last.getResponse().getStatus() != 429; i++) {
            last = post(form).param("company", "森本組").exchange();
        }

        assertThat(last).hasStatus(429).doesNotContainHeader("Set-Cookie");
        assertThat(body(last)).contains("森本組", "分ほど待ってから");
        assertThat(Long.parseLong(String.valueOf(last.getResponse().getHeader("Retry-After")))).isBetween(1L, VisitorAttempts.STRETCH.toSeconds() + 1);
        assertThat(filled(form, samples.token(token)).remoteAddress("2001:db8::" + Integer.toHexString(part() + 1))).hasStatus(303);
        assertThat(sql.fetch("select address from platform.visitor_attempt")).allSatisfy(row ->
                assertThat(row.get(0, byte[].class)).hasSize(32));
    }

    @Test
    void an_ipv6_network_counts_as_one_address() {
        assertThat(VisitorAttempts.network("2001:db8:1:2::1")).isEqualTo(VisitorAttempts.network("2001:db8:1:2:ffff::9"))
                .isNotEqualTo(VisitorAttempts.network("2001:db8:1:3::1"));
        assertThat(VisitorAttempts.network("192.0.2.1")).isNotEqualTo(VisitorAttempts.network("192.0.2.2"));
    }

    @Test
    void an_unknown_and_a_closed_form_say_so_in_both_languages() throws Exception {
        var form = samples.quotes();
        forms.open(form.id(), false, Actor.SYSTEM);

        for (var uri : List.of("/f/no-such-form", "/f/" + form.code())) {
            int status = uri.endsWith("form") ? 404 : 410;
            var japanese = mvc.get().uri(uri).exchange();
            var english = mvc.get().uri(uri + "?lang=en").exchange();
            assertThat(japanese).hasStatus(status).doesNotContainHeader("Set-Cookie");
            assertThat(english).hasStatus(status).doesNotContainHeader("Set-Cookie");
            assertThat(body(japanese)).contains("元のページにお戻りください");
            assertThat(body(english)).contains("the page that led you here");
        }
        assertThat(filled(form, samples.token(aMinuteAgo(form)))).hasStatus(410);
    }

    @Test
    void thanks_with_a_forged_moment_promise_none() throws Exception {
        var form = samples.quotes();

        assertThat(body(mvc.get().uri("/f/" + form.code() + "/thanks?receipt=1793000000.x").exchange()))
                .contains("営業時間内にご連絡します。").doesNotContain("30分");
    }
}
