package org.kamiau.demo;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kamiau.KamiauTest;
import org.kamiau.people.SamplePeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Both doors, on the whole story: what visitors read is what the records say. */
@KamiauTest
@DirtiesContext // the story is for this test alone
@TestPropertySource(properties = {"kamiau.demo=true", "kamiau.serving=true"})
class FirstFiveMinutesTest {

    private static final String VOLUME = "/funnel/decomposition?rate=mql-sql&from=2026-07&to=2026-10&by=target";

    @Autowired
    MockMvcTester mvc;

    /** Somebody who came in by a door, in a browser of their own. */
    private final class Visitor {
        private final Cookie session;

        Visitor(String code) {
            session = SamplePeople.session(mvc.post().uri("/sign-in/demo/" + code).with(SamplePeople.visitor()).param("then", "/demo/path").exchange());
        }

        String page(String path) {
            var answer = mvc.get().uri(path).cookie(session).header("Accept-Language", "ja").exchange();
            assertThat(answer).hasStatusOk();
            return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        }

        String where() {
            return Objects.requireNonNull(mvc.get().uri("/demo/path").cookie(session).exchange().getResponse().getHeader("Location"));
        }

        /** What the form leads to. */
        String send(String path, String... form) {
            var page = page("/demo/real");
            var csrf = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
            assertThat(csrf.find()).isTrue();
            var request = mvc.post().uri(path).cookie(session).param("_csrf", csrf.group(1));
            for (int i = 0; i < form.length; i += 2) {
                request = request.param(form[i], form[i + 1]);
            }
            var answer = request.exchange();
            assertThat(answer.getResponse().getStatus()).isBetween(300, 303);
            return Objects.requireNonNull(answer.getResponse().getHeader("Location"));
        }

        void waitHalfAnHour() {
            send("/demo/time", "jump", "minutes-30");
        }
    }

    @Test
    void both_doors_lead_to_the_change_of_which_each_side_owns_a_half() {
        for (var code : new String[] {"sales-head", "mkt-head"}) {
            var visitor = new Visitor(code);
            assertThat(visitor.where()).isEqualTo(VOLUME);
            assertThat(visitor.page(VOLUME)).contains("目標比128%、なのに有効商談は85%", "30.3%→16.9%").doesNotContain("記録もそう言っています");

            assertThat(visitor.send("/demo/path/decision", "scene", "volume", "choice", "both")).isEqualTo(VOLUME);

            assertThat(visitor.page(VOLUME))
                    .contains("記録もそう言っています", "−13.4ポイントのうち", "−7.1", "−6.3", "61→153件", "60→37%", "44.0%→34.4%")
                    .contains("同時期に、最初の連絡までの中央値は22分→3時間40分")
                    .doesNotContain("のため、最初の連絡");
        }
    }

    @Test
    void what_was_decided_is_forgotten_at_the_beginning_and_nothing_else() {
        var visitor = new Visitor("sales-head");
        visitor.where();
        visitor.send("/demo/path/decision", "scene", "volume", "choice", "speed");
        assertThat(visitor.send("/demo/path/scene", "scene", "friday")).startsWith("/leads/");
        assertThat(visitor.send("/demo/path/scene", "scene", "volume")).isEqualTo(VOLUME);
        assertThat(visitor.page(VOLUME)).contains("半分は、そのとおりです");
        assertThat(visitor.send("/demo/path/scene", "scene", "end")).isEqualTo("/demo/real");
        assertThat(visitor.page("/demo/real")).contains("自社で試す", "./kamiau start").doesNotContain("class=\"k-guide\"");

        assertThat(visitor.send("/demo/path/beginning")).isEqualTo(VOLUME);

        assertThat(visitor.page(VOLUME)).contains("class=\"k-guide\"").doesNotContain("半分は、そのとおりです");
        visitor.send("/demo/path/leaving");
        assertThat(visitor.page(VOLUME)).doesNotContain("class=\"k-guide\"");
    }

    @Test
    void nobody_answers_the_friday_inquiry_until_both_heads_are_told_and_then_it_is_accepted_late() {
        var sales = new Visitor("sales-head");
        var marketing = new Visitor("mkt-head");
        var lead = sales.send("/demo/path/scene", "scene", "friday");
        marketing.send("/demo/path/scene", "scene", "friday");
        sales.send("/demo/path/decision", "scene", "friday", "choice", "wait");
        marketing.send("/demo/path/decision", "scene", "friday", "choice", "wait");
        assertThat(sales.page(lead))
                .contains("検証建設株式会社", "営業時間で30分以内", "9:16(時間の80%): 担当者に知らせます", "9:52(時間の200%): 両部門の責任者に知らせます");

        sales.waitHalfAnHour();
        assertThat(marketing.page(lead))
                .contains("9:16(時間の80%): IS-1に知らせました", "9:22(時間の100%): ", "9:52(時間の200%): 両部門の責任者に知らせます");

        sales.waitHalfAnHour();
        assertThat(marketing.page(lead)).doesNotContain("知らせます").containsPattern("9:52\\(時間の200%\\): [^<]*マーケ部長[^<]*に知らせました");
        assertThat(marketing.page("/notifications")).contains("検証建設株式会社");

        var handoff = Pattern.compile("/handoffs/([0-9a-f-]{36})/acceptance").matcher(sales.page(lead));
        assertThat(handoff.find()).isTrue();
        sales.send("/handoffs/" + handoff.group(1) + "/acceptance", "then", lead);
        assertThat(marketing.page(lead)).contains("営業本部長が受領しました", "期限 9:22 を過ぎていて");

        var sides = marketing.page("/demo/side-by-side" + lead.replace("/leads/", "/lead/"));
        assertThat(sides).contains("両部門の見え方", "受領(SAL)", "ちがう", "•••@");
    }

    @Test
    void a_choice_that_is_not_offered_finds_nothing() {
        var visitor = new Visitor("mkt-head");
        visitor.send("/demo/path/decision", "scene", "volume", "choice", "nonsense");

        assertThat(visitor.page(VOLUME)).contains("class=\"k-guide\"").doesNotContain("k-guide-finding");
    }
}
