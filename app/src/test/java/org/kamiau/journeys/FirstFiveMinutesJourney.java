package org.kamiau.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** The guided path through both doors, to its end. Leaves the clock and the records alone: other journeys need them. */
class FirstFiveMinutesJourney extends Demonstrated {

    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).first().click();
    }

    private static void accessible(Page page) {
        Assertions.assertEquals(List.of(), new AxeBuilder(page).analyze().getViolations().stream()
                .filter(rule -> SERIOUS.contains(rule.getImpact()))
                .map(rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
                .toList(), page.url());
        Assertions.assertEquals(true, page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"), page.url());
    }

    private void walk(Page page, String door) {
        open(page, "/sign-in");
        accessible(page);
        press(page, door);
        assertThat(page.locator(".k-guide summary")).containsText("目標比128%、なのに有効商談は85%");
        press(page, "両方");
        assertThat(page.locator(".k-guide-finding")).containsText("−13.4ポイントのうち");
        accessible(page);
        press(page, "次の場面へ");
        assertThat(page.locator(".k-guide summary")).containsText("17:52");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("検証建設株式会社")).first()).isVisible();
        press(page, "何もしない(時間が過ぎる)");
        assertThat(page.locator(".k-guide-finding")).containsText(Pattern.compile("まだ誰も答えていません|受領しました"));
        accessible(page);
        page.locator(".k-guide-links a").first().click();
        assertThat(page.locator(".k-both")).containsText("この人にできること");
        accessible(page);
        page.locator(".k-guide summary").click();
        press(page, "次の場面へ");
        assertThat(page.locator(".k-guide summary")).containsText("調査より60日早く聞こえていた声");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("実施記録を元請・監査に提出したい")).first()).isVisible();
        press(page, "調査の結果を待つ");
        assertThat(page.locator(".k-guide-finding")).containsText("4%→19%(n=300)");
        assertThat(page.locator(".k-guide-finding")).containsText("協力会社の作業員も一元管理したい");
        accessible(page);
        press(page, "自社で試す");
        assertThat(page.locator("main")).containsText("./kamiau start");
        accessible(page);
    }

    @Test
    void the_head_of_sales_walks_to_the_end() {
        walk(stranger("ja-JP"), "営業責任者として始める");
    }

    @Test
    void the_head_of_marketing_walks_to_the_end_on_the_phone() {
        var page = stranger("ja-JP");
        page.setViewportSize(PHONE, 844);
        walk(page, "マーケ責任者として始める");
    }
}
