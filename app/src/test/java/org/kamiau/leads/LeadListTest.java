package org.kamiau.leads;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kamiau.FixedClock;
import org.kamiau.KamiauTest;
import org.kamiau.people.SamplePeople;
import org.kamiau.platform.ApplicationClock;
import org.kamiau.platform.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** Numbers open what they count. */
@KamiauTest
class LeadListTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SamplePeople people;

    @Autowired
    ApplicationClock clock;

    @Autowired
    JsonMapper json;

    private SamplePeople.Signed marketing;

    @BeforeEach
    void people() {
        clock.set(FixedClock.STORY_MORNING);
        marketing = people.as(Role.MKT_HEAD);
    }

    private String responds(String key, String kind, String at) throws Exception {
        var answer = mvc.post().uri("/api/v1/leads").with(marketing).contentType(MediaType.APPLICATION_JSON).content("""
                {"person": {"familyName": "森本", "email": "m@list-%s.example", "title": "工事部長"},
                 "company": {"name": "反応%s建設株式会社", "employees": 800, "prefecture": "愛知県"}, "kind": "%s", "occurredAt": "%s"}
                """.formatted(key, key, kind, at)).exchange();
        assertThat(answer).hasStatus(201);
        return json.readTree(answer.getResponse().getContentAsString(StandardCharsets.UTF_8)).get("id").asString();
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(URI.create(path)).with(marketing).exchange();
    }

    private static String text(MvcTestResult result) throws Exception {
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8).replace("&amp;", "&");
    }

    @Test
    void whoever_responds_again_is_found_by_each_response() throws Exception {
        var key = UUID.randomUUID().toString().substring(0, 8);
        responds(key, "download", "2026-09-10T10:00:00+09:00");
        responds(key, "contact", "2026-11-10T10:00:00+09:00");

        assertThat(text(get("/leads?view=all&f=responded.between.2026-09-10,2026-09-10&q=" + key))).contains("反応" + key);
        assertThat(text(get("/leads?view=all&f=responded.between.2026-11-01,2026-11-30&q=" + key))).contains("反応" + key);
        assertThat(text(get("/leads?view=all&f=responded.at-least.2026-11-10&q=" + key))).contains("反応" + key);
        assertThat(text(get("/leads?view=all&f=responded.between.2026-09-11,2026-11-09&q=" + key))).doesNotContain("反応" + key);
        assertThat(text(get("/leads?view=all&f=responded.after.2026-11-10&q=" + key))).doesNotContain("反応" + key);
    }

    @Test
    void what_was_merged_into_a_lead_is_found_by_it() throws Exception {
        var key = UUID.randomUUID().toString().substring(0, 8);
        var gone = responds(key, "download", "2026-09-10T10:00:00+09:00");
        var kept = responds("b" + key, "contact", "2026-11-10T10:00:00+09:00");
        assertThat(mvc.post().uri("/leads/" + gone + "/merging").with(marketing).param("into", kept)).hasStatus3xxRedirection();

        assertThat(text(get("/leads?view=all&f=responded.between.2026-09-10,2026-09-10&q=b" + key))).contains("反応b" + key);
    }

    @Test
    void every_number_of_today_opens_a_list() throws Exception {
        responds(UUID.randomUUID().toString().substring(0, 8), "quote_request", "2026-11-24T09:00:00+09:00");

        var today = text(get("/"));

        var links = new ArrayList<String>();
        var found = Pattern.compile("href=\"((/handoffs/list|/agreement/promises)\\?[^\"]*)\"").matcher(today);
        while (found.find()) {
            links.add(found.group(1));
        }
        assertThat(links).anyMatch(link -> link.contains("f=waits.is.answer")).anyMatch(link -> link.contains("f=state.is.offered"))
                .anyMatch(link -> link.contains("f=answered.between."));
        for (var link : links) {
            assertThat(get(link)).as(link).hasStatusOk().bodyText().doesNotContain("k-message k-amber");
        }
        var waiting = links.stream().filter(link -> link.contains("f=state.is.offered") && !link.contains("late")).toList();
        assertThat(List.of(text(get(waiting.getFirst())).split("<tr data-item")).size()).isGreaterThan(1);
    }

    @Test
    void operations_see_what_is_missing_and_what_stands_still() throws Exception {
        var key = UUID.randomUUID().toString().substring(0, 8);
        assertThat(mvc.post().uri("/api/v1/leads").with(marketing).contentType(MediaType.APPLICATION_JSON).content("""
                {"person": {"familyName": "欠"}, "company": {"name": "欠け%s株式会社"}, "kind": "contact",
                 "source": {"system": "cards", "externalId": "%s"}}
                """.formatted(key, key))).hasStatus(201);
        var operations = people.as(Role.REVOPS);

        var today = mvc.get().uri("/").with(operations).exchange();

        assertThat(today).hasStatusOk().bodyText().contains("記録の欠け", "連絡先のない反響", "両部門のあいだで止まっていること");
        assertThat(text(get("/leads?view=all&f=nocontact.is.yes&f=received.between.2026-10-25,2026-11-24&q=" + key))).contains("欠け" + key);
        assertThat(mvc.get().uri("/").with(people.as(Locale.ENGLISH, Role.EXEC)).exchange()).hasStatusOk().bodyText()
                .contains("What stands still between both sides").doesNotContain("What is missing in leads");
        assertThat(mvc.get().uri("/").with(people.as(Role.IS)).exchange()).bodyText().doesNotContain("止まっていること", "記録の欠け");
    }
}
