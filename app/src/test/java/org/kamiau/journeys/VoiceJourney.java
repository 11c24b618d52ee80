package org.kamiau.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Voices as a seller writes them down beside the car, and as marketing answers them. */
class VoiceJourney extends Demonstrated {

    /** A thumb on a phone: about five characters a second. */
    private static final double TYPING_DELAY = 200;

    private static final Pattern VOICE = Pattern.compile(".*/voices/[0-9a-f-]{36}$");

    @Test
    void a_voice_is_written_down_on_a_phone_within_thirty_seconds() {
        var page = open(as("FS-2", PHONE, ColorScheme.LIGHT), "/");
        long start = System.nanoTime();

        page.navigate(Running.BASE + "/voices/new");
        page.locator("#voice-accounts label").first().click();
        page.locator("textarea[name=raw]").pressSequentially(
                "坑内は無線が切れて、紙に戻ってしまうんですよ。何とかなりませんか", new Locator.PressSequentiallyOptions().setDelay(TYPING_DELAY));
        page.locator("input[name=wantsAnswer]").check();
        page.locator("button[data-save]").click();
        page.waitForURL(VOICE);

        var took = Duration.ofNanos(System.nanoTime() - start);
        Assertions.assertTrue(took.toSeconds() < 30, took.toString());
        assertThat(page.locator(".k-voice-raw")).containsText("紙に戻ってしまうんですよ");
        Assertions.assertEquals(true, page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"));
    }

    @Test
    void a_voice_saved_without_a_network_is_sent_once_when_it_is_back() {
        var page = open(as("FS-3", PHONE, ColorScheme.LIGHT), "/voices/new");
        page.locator("#voice-accounts label").first().click();
        page.locator("textarea[name=raw]").fill("トンネルの中で書いた声(旅程の試験)");
        page.context().setOffline(true);
        page.locator("button[data-save]").click();
        assertThat(page.locator("[data-voice-kept]")).isVisible();

        page.context().setOffline(false);
        page.evaluate("() => window.dispatchEvent(new Event('online'))");
        assertThat(page.locator("[data-voice-kept]")).isHidden();

        open(page, "/voices?view=mine");
        assertThat(page.getByText("トンネルの中で書いた声(旅程の試験)").first()).isVisible();
        assertThat(page.locator("tr[data-item]", new Page.LocatorOptions().setHasText("トンネルの中で書いた声(旅程の試験)"))).hasCount(1);
    }

    @Test
    void minutes_are_cut_reviewed_and_saved_and_marketing_answers_a_question() {
        var page = open(as("FS-4"), "/voices/documents/new");
        page.locator("#voice-accounts label").first().click();
        page.locator("textarea[name=text]").fill("FS-4: 何がいちばん困りますか\n森本様: 月末の転記で2日つぶれることです\n");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("発言に分ける")).click();
        assertThat(page.locator(".k-voice-cut")).hasCount(1);
        assertThat(page.locator(".k-voice-cut-ours")).containsText("何がいちばん困りますか");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("選んだ行を声として残す")).click();
        page.locator("main a.k-voice-said").first().click();
        assertThat(page.locator(".k-voice-asked")).containsText("何がいちばん困りますか");

        open(page, "/voices/new");
        page.locator("#voice-accounts label").first().click();
        page.locator("textarea[name=raw]").fill("同じ規模の会社ではどう使っていますか(旅程の試験)");
        page.locator("input[name=wantsAnswer]").check();
        page.locator("button[data-save]").click();
        page.waitForURL(VOICE);
        var voice = page.url();

        var marketer = as("リサーチ");
        marketer.navigate(voice);
        marketer.locator("#question textarea").fill("3社の使い方を来週の事例集に載せます");
        marketer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("回答を送る")).click();

        open(page, "/");
        assertThat(page.locator("main")).containsText("3社の使い方を来週の事例集に載せます");
        page.locator("section.card", new Page.LocatorOptions().setHasText("質問に届いた回答"))
                .locator("[data-item]", new Locator.LocatorOptions().setHasText("3社の使い方を来週の事例集に載せます"))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("納得")).click();
        open(page, "/");
        assertThat(page.locator("main")).not().containsText("3社の使い方を来週の事例集に載せます");
    }
}
