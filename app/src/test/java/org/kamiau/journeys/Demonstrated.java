package org.kamiau.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.kamiau.App;
import org.kamiau.TestDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * A journey through the demonstration company in a real browser: one server, one story and one Chromium for
 * all of them, a fresh browser context for each. Journeys use different records, so their order is no matter.
 */
abstract class Demonstrated {

    static final int DESK = 1440;
    static final int PHONE = 390;

    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium");

    /** Started once for all journeys. */
    static final class Running {
        static final String BASE = serve();
        static final Browser BROWSER = browser();
        static final Map<String, String> SIGNED_IN = new HashMap<>();

        private static String serve() {
            var context = new SpringApplicationBuilder(App.class)
                    .properties(Map.of(
                            "spring.datasource.url", TestDatabase.create(),
                            "spring.datasource.username", TestDatabase.user(),
                            "spring.datasource.password", TestDatabase.password(),
                            "server.port", 0,
                            "kamiau.demo", true,
                            "kamiau.serving", true))
                    .run();
            return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
        }

        private static Browser browser() {
            var chromium = PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst().orElseThrow(() ->
                    new IllegalStateException("Browser tests need Chromium: ./kamiau test installs it when run as root, else apt-get install chromium"));
            return Playwright.create().chromium().launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    .setHeadless(true)
                    .setArgs(List.of(
                            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                            "--disable-component-update", "--disable-sync")));
        }
    }

    private final List<BrowserContext> contexts = new java.util.ArrayList<>();

    @AfterEach
    void close() {
        contexts.forEach(BrowserContext::close);
    }

    /** A page of somebody who came in through the demonstration's door. */
    Page as(String member) {
        return as(member, DESK, ColorScheme.LIGHT);
    }

    Page as(String member, int width, ColorScheme scheme) {
        var options = new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(scheme)
                .setLocale("ja-JP")
                .setTimezoneId("Asia/Tokyo");
        var known = Running.SIGNED_IN.get(member);
        if (known != null) {
            options.setStorageState(known);
        }
        var context = Running.BROWSER.newContext(options);
        contexts.add(context);
        var page = context.newPage();
        page.setDefaultTimeout(30_000);
        if (known == null) {
            page.navigate(Running.BASE + "/sign-in");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(member).setExact(true)).click();
            page.waitForURL(Running.BASE + "/");
            Running.SIGNED_IN.put(member, context.storageState());
        }
        return page;
    }

    /** A page of somebody who is not signed in. */
    Page stranger(String locale) {
        var context = Running.BROWSER.newContext(new Browser.NewContextOptions().setViewportSize(DESK, 900).setLocale(locale));
        contexts.add(context);
        return context.newPage();
    }

    static Page open(Page page, String path) {
        page.navigate(Running.BASE + path);
        return page;
    }

    static Stream<String> navigation(Page page) {
        return page.locator("nav a[href^='/']").all().stream().map(link -> link.getAttribute("href")).distinct();
    }
}
