package org.kamiau.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** From what two customers said to a need that both departments mean the same by. */
class DictionaryJourney extends Demonstrated {

    private static final String MADE = "点検表を現場で書き終えたい(旅程の試験)";
    private static final String KEPT = "事務所に戻らず記録を終えたい(旅程の試験)";

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static void hear(Page page, String words) {
        open(page, "/voices/new");
        page.locator("#voice-accounts label").first().click();
        page.locator("textarea[name=raw]").fill(words);
        page.locator(".k-voice-save button").click();
        // Words that carry a need are marked with its number, so only the beginning stands there as typed.
        assertThat(page.locator(".k-voice-raw")).containsText(words.substring(0, words.indexOf(':')));
    }

    private static void word(Page page, String title) {
        page.locator("input[name=titleJa]").fill(title);
        page.locator("input[name=kind][value=job]").check();
        page.locator("button[data-save]").click();
        assertThat(page.getByRole(AriaRole.HEADING, named(title)).first()).isVisible();
    }

    @Test
    void two_voices_become_a_need_both_heads_agree_and_it_takes_another_in() {
        var seller = as("FS-2");
        hear(seller, "旅程試験の声一: 帰ってから点検表を書くので毎日残業です");
        hear(seller, "旅程試験の声二: 点検表はその場で書き終えられないかな");

        open(seller, "/voices?q=旅程試験の声");
        assertThat(seller.locator("tr[data-item]")).hasCount(2);
        seller.locator("[data-select-all]").check();
        seller.getByRole(AriaRole.BUTTON, named("ニーズにする")).click();
        assertThat(seller.locator("main")).containsText("2件の声をこのニーズに結び付けます");
        word(seller, MADE);
        assertThat(seller.locator(".k-quotes li")).hasCount(2);
        assertThat(seller.locator(".k-sides-verdict")).isVisible();
        var made = seller.url();

        for (var head : new String[] {"営業本部長", "マーケ部長"}) {
            var page = as(head);
            page.navigate(made);
            page.getByRole(AriaRole.BUTTON, named("この意味に合意する")).click();
            assertThat(page.locator(".k-missing")).containsText(head);
        }
        assertThat(open(seller, "/needs?q=旅程の試験").locator("tr[data-item]").first()).containsText("合意");

        var marketer = as("デマンド-1");
        open(marketer, "/needs/new");
        word(marketer, KEPT);
        marketer.navigate(made);
        marketer.locator("details.k-more summary").first().click();
        marketer.locator("select[name=into]").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(KEPT));
        marketer.locator("textarea[name=why]").fill("どちらも、現場で記録を終えたいという同じ用事");
        marketer.getByRole(AriaRole.BUTTON, named("統合する").setExact(true)).click();

        assertThat(marketer.getByRole(AriaRole.HEADING, named(KEPT)).first()).isVisible();
        assertThat(marketer.locator(".k-quotes li")).hasCount(2);
        assertThat(marketer.locator("body")).containsText(MADE);
        seller.navigate(made);
        assertThat(seller.locator("main")).containsText("次のニーズに統合されました");
    }

    @Test
    void the_phone_never_scrolls_sideways() {
        var page = open(as("デマンド-2", PHONE, ColorScheme.LIGHT), "/needs/new");
        noSidewaysScrolling(page);
        word(page, "スマートフォンで言葉にしたニーズ(旅程)");
        noSidewaysScrolling(page);
        noSidewaysScrolling(open(page, "/needs"));
    }

    private static void noSidewaysScrolling(Page page) {
        Assertions.assertEquals(true, page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"), page.url());
    }
}
