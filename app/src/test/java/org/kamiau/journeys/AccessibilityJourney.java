package org.kamiau.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** axe-core finds nothing serious on any page (WCAG 2.2 AA). */
class AccessibilityJourney extends Demonstrated {

    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    @Test
    void every_page_of_an_administrator_is_accessible() {
        var page = open(as("システム管理者"), "/");
        check(page, Stream.concat(navigation(page), Stream.of("/me", "/notifications", "/accounts/new", "/about/pieces", "/nowhere")));
    }

    @Test
    void the_pages_of_the_relay_are_accessible_in_the_dark_too() {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            var page = open(as("IS-3", DESK, scheme), "/leads?view=waiting");
            var lead = page.locator("tr[data-item] td.k-main a").first().getAttribute("href");
            check(page, Stream.of("/", "/leads", "/leads/new", lead, "/accounts", "/imports/new"));
        }
    }

    @Test
    void the_pages_of_needs_are_accessible_in_the_dark_too() {
        var writing = open(as("コンテンツ-2"), "/needs/new");
        writing.locator("input[name=titleJa]").fill("誰でも読める記録にしたい(旅程)");
        writing.locator("input[name=kind][value=outcome]").check();
        writing.locator("button[data-save]").click();
        writing.waitForURL(java.util.regex.Pattern.compile("/needs/[0-9a-f-]{36}$"));
        var need = java.net.URI.create(writing.url()).getPath();
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            check(as("コンテンツ-2", DESK, scheme), Stream.of("/needs", "/needs/new", need, need + "/edit", need + "/peer-facts/new"));
        }
    }

    @Test
    void the_phone_is_accessible() {
        check(as("IS-3", PHONE, ColorScheme.LIGHT), Stream.of("/", "/leads", "/leads/new"));
    }

    @Test
    void the_sign_in_page_is_accessible_in_english() {
        check(stranger("en-US"), Stream.of("/sign-in"));
    }

    private static void check(Page page, Stream<String> paths) {
        var found = new ArrayList<String>();
        paths.forEach(path -> {
            open(page, path);
            page.waitForLoadState();
            new AxeBuilder(page).analyze().getViolations().stream()
                    .filter(rule -> SERIOUS.contains(rule.getImpact()))
                    .forEach(rule -> found.add(path + ": " + said(rule)));
        });
        assertThat(found).isEmpty();
    }

    private static String said(Rule rule) {
        return rule.getId() + " " + rule.getHelp() + " " + rule.getNodes().stream().limit(3).map(node -> node.getHtml()).toList();
    }
}
