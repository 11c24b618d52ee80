package org.kamiau.platform.pieces;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kamiau.KamiauTest;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Ids;
import org.kamiau.platform.Me;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@KamiauTest
class PiecesPagesTest {

    @Autowired
    MockMvcTester mvc;

    private static Actor member(Locale language) {
        return new Actor(new MemberId(Ids.next()), "IS-1", "is1@asanagi.example", Set.of(Role.IS), Set.of(), language, "dark", null);
    }

    @Test
    void the_page_of_pieces_reads_in_both_languages() {
        assertThat(mvc.get().uri("/about/pieces").requestAttr(Me.ATTRIBUTE, member(Locale.JAPANESE)))
                .hasStatusOk().bodyText().contains("画面の部品", "データ不足", "data-theme=\"dark\"", "残り {0}");
        assertThat(mvc.get().uri("/about/pieces").requestAttr(Me.ATTRIBUTE, member(Locale.ENGLISH)))
                .hasStatusOk().bodyText().contains("Pieces of a page", "Not enough data", "lang=\"en\"");
    }

    @Test
    void the_page_after_an_act_says_what_was_done_and_offers_the_way_back() {
        var act = new MockHttpServletResponse();
        Toast.after(act, "platform.js.copied", "/leads/1/undo");
        var cookie = new Cookie("kamiau-toast", String.valueOf(act.getHeader("Set-Cookie")).replaceAll("^kamiau-toast=([^;]*);.*", "$1"));

        assertThat(mvc.get().uri("/about/pieces").requestAttr(Me.ATTRIBUTE, member(Locale.ENGLISH)).cookie(cookie))
                .hasStatusOk().bodyText().contains("k-toast", "Copied", "action=\"/leads/1/undo\"");
    }

    @Test
    void the_language_switch_leads_nowhere_else() throws Exception {
        var visitor = new Cookie("kamiau-visitor", "a1");
        var page = mvc.get().uri("/about/pieces").cookie(visitor).requestAttr(Me.ATTRIBUTE, member(Locale.ENGLISH)).exchange();
        var token = page.getResponse().getContentAsString().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");

        assertThat(mvc.post().uri("/language").cookie(visitor).param("_csrf", token)
                        .param("language", "en").param("then", "//elsewhere.example"))
                .hasStatus3xxRedirection().hasRedirectedUrl("/");
    }
}
