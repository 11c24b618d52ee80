package org.kamiau.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** The lead relay as the people who run it know it. */
class RelayJourney extends Demonstrated {

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    @Test
    void inside_sales_sees_the_friday_inquiry_first_and_accepts_it_with_one_key() {
        var page = open(as("IS-1"), "/");

        var first = page.locator("article.k-now").first();
        assertThat(first).containsText("検証建設株式会社");
        assertThat(first).containsText("見積依頼");
        assertThat(first).containsText(Pattern.compile("残り \\d+分"));
        first.getByText("検証建設株式会社").click();
        assertThat(page.getByRole(AriaRole.HEADING, named("検証建設株式会社")).first()).isVisible();
        assertThat(page.locator(".k-turn")).containsText("インサイドセールスの番");
        page.locator(".k-turn [data-key=a]").click();

        assertThat(page.locator("body")).containsText("受領(SAL)");
        open(page, "/");
        assertThat(page.locator("body")).not().containsText("12月の協力会社説明会までに");
    }

    @Test
    void a_return_needs_advice_keeps_what_was_typed_and_comes_back_by_judgement() {
        var seller = open(as("IS-2"), "/leads?view=all&f=owner.is.me&f=stage.is.assigned&sort=-due");
        seller.locator("tr[data-item] td.k-main a").first().click();
        seller.locator(".k-turn [data-key=r]").click();
        var dialog = seller.locator("dialog[open]");
        dialog.locator("input[name=reason][value=incomplete]").check();
        dialog.getByRole(AriaRole.BUTTON, new com.microsoft.playwright.Locator.GetByRoleOptions().setName("返却する")).click();
        assertThat(dialog).isVisible();
        dialog.locator("textarea[name=advice]").fill("現場の数と時期が分かると動けます(旅程の試験)");
        dialog.getByRole(AriaRole.BUTTON, new com.microsoft.playwright.Locator.GetByRoleOptions().setName("返却する")).click();
        assertThat(seller.locator("body")).containsText("差戻し");
        var lead = seller.url();

        var marketer = open(as("デマンド-1"), "/");
        assertThat(marketer.locator("body")).containsText("現場の数と時期が分かると動けます(旅程の試験)");
        marketer.navigate(lead);
        marketer.locator("#act-reply input[name=kind][value=correct]").check();
        marketer.locator("#act-reply textarea[name=note]").fill("現場は名古屋港の2か所、来週から始まります");
        marketer.locator("#act-reply button[data-save]").click();
        assertThat(marketer.locator(".k-turn")).containsText("インサイドセールスの番");
    }

    @Test
    void enter_while_composing_japanese_does_not_submit() {
        var page = open(as("デマンド-2"), "/leads/new");
        page.locator("input[name=company]").fill("かなへんかん");

        page.locator("input[name=company]").dispatchEvent(
                "keydown", java.util.Map.of("key", "Enter", "keyCode", 229, "isComposing", true, "bubbles", true));

        assertThat(page).hasURL(Running.BASE + "/leads/new");
        assertThat(page.locator("input[name=company]")).hasValue("かなへんかん");
    }

    @Test
    void a_lead_taken_in_by_hand_names_what_is_wrong_and_keeps_the_rest() {
        var page = open(as("デマンド-2"), "/leads/new");
        page.locator("input[name=company]").fill("旅程検証工業株式会社");
        page.locator("input[name=familyName]").fill("長谷部");
        page.locator("input[name=title]").fill("工場長");
        page.locator("input[name=employees]").fill("500");
        page.locator("input[name=prefecture]").fill("愛知県");
        page.locator("button[data-save]").click();
        assertThat(page.locator("body")).containsText("メールか電話のどちらかが必要です");
        assertThat(page.locator("input[name=company]")).hasValue("旅程検証工業株式会社");

        page.locator("input[name=email]").fill("hasebe@ryotei-kensho.example");
        page.locator("button[data-save]").click();

        assertThat(page.getByRole(AriaRole.HEADING, named("旅程検証工業株式会社")).first()).isVisible();
        assertThat(page.locator("body")).containsText("割当");
        assertThat(page.locator("body")).containsText("手持ちのリードがいちばん少ない");
    }

    @Test
    void the_palette_finds_a_company_by_two_characters() {
        var page = open(as("FS-1"), "/");
        page.keyboard().press("Control+k");
        page.keyboard().type("検証建設");

        var found = page.locator("[role=option]", new Page.LocatorOptions().setHasText("検証建設株式会社")).first();
        assertThat(found).isVisible();
        found.click();
        assertThat(page.getByRole(AriaRole.HEADING, named("検証建設株式会社")).first()).isVisible();
    }

    @Test
    void leads_are_filtered_sorted_and_taken_along() {
        var page = open(as("ISリーダー"), "/leads?f=stage.is.returned&sort=received");
        assertThat(page.locator("tr[data-item]").first()).containsText("差戻し");

        var download = page.waitForDownload(() -> page.evaluate(
                "() => { const a = document.createElement('a'); a.href = '/lists/leads/export?format=csv&f=stage.is.returned'; document.body.append(a); a.click(); }"));

        Assertions.assertTrue(download.suggestedFilename().endsWith(".csv"));
    }

    @Test
    void contact_details_are_masked_for_marketing_and_shown_to_inside_sales() {
        var seller = open(as("IS-3"), "/leads?view=waiting");
        seller.locator("tr[data-item] td.k-main a").first().click();
        assertThat(seller.locator("a[href^='mailto:']").first()).isVisible();

        var marketer = as("コンテンツ-1");
        marketer.navigate(seller.url());
        assertThat(marketer.locator("main .k-facts").first()).containsText("•••@");
        assertThat(marketer.locator("a[href^='mailto:']")).hasCount(0);
    }

    @Test
    void the_phone_shows_whose_turn_it_is_at_the_bottom_edge_and_never_scrolls_sideways() {
        var page = open(as("IS-4", PHONE, ColorScheme.LIGHT), "/leads?view=waiting");
        assertThat(page.locator("tr[data-item]").first()).isVisible();
        noSidewaysScrolling(page);

        open(page, "/").locator(".k-now-title a").first().click();
        assertThat(page.locator(".k-actionbar")).isVisible();
        noSidewaysScrolling(page);
    }

    private static void noSidewaysScrolling(Page page) {
        Assertions.assertEquals(true, page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"), page.url());
    }

    @Test
    void english_is_complete_for_a_stranger_and_for_a_lost_page() {
        var page = open(stranger("en-US"), "/sign-in");
        assertThat(page.getByRole(AriaRole.HEADING, named("Sign in")).first()).isVisible();

        open(page, "/nowhere");
        assertThat(page.locator("body")).containsText("This is not here.");
    }

    @Test
    void a_lost_page_shows_the_way_on_in_japanese() {
        var page = open(as("監査"), "/nowhere");

        assertThat(page.locator("body")).containsText("見つかりません");
        page.getByText("「今日」へ").click();
        assertThat(page).hasURL(Running.BASE + "/");
    }
}
