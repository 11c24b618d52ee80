package org.kamiau.leads;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
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

/** Two leads of one inquiry, on the pages. */
@KamiauTest
class MergingPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SamplePeople people;

    @Autowired
    ApplicationClock clock;

    @Autowired
    JsonMapper json;

    private final String key = UUID.randomUUID().toString().substring(0, 8);
    private SamplePeople.Signed is1;
    private SamplePeople.Signed english;

    @BeforeEach
    void people() {
        clock.set(FixedClock.STORY_MORNING);
        is1 = people.as(Role.IS);
        english = people.as(Locale.ENGLISH, Role.IS);
    }

    private String lead(String familyName, String mail, String company, String message) throws Exception {
        return lead("quote_request", familyName, mail, company, message);
    }

    private String lead(String kind, String familyName, String mail, String company, String message) throws Exception {
        var answer = mvc.post().uri("/api/v1/leads").with(is1).contentType(MediaType.APPLICATION_JSON).content("""
                {"person": {"familyName": "%s", "email": "%s@%s.example", "title": "工事部長"},
                 "company": {"name": "%s", "employees": 800, "prefecture": "愛知県", "industry": "建設"},
                 "kind": "%s", "message": "%s"}
                """.formatted(familyName, mail, company.equals(company()) ? "merge-" + key : "other-" + key, company, kind, message)).exchange();
        return String.valueOf(json.readValue(answer.getResponse().getContentAsString(StandardCharsets.UTF_8), Map.class).get("id"));
    }

    private String company() {
        return "統合" + key + "建設株式会社";
    }

    private MvcTestResult page(SamplePeople.Signed who, String path) {
        return mvc.get().uri(path).with(who).exchange();
    }

    private MvcTestResult merge(SamplePeople.Signed who, String gone, String into) {
        return mvc.post().uri("/leads/" + gone + "/merging").with(who).param("into", into).exchange();
    }

    private static String text(MvcTestResult result) throws Exception {
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void leads_of_the_same_company_come_first_and_others_are_found_by_name() throws Exception {
        var gone = lead("森本", "a", company(), "一度目");
        var colleague = lead("田中", "b", company(), "別の方");
        var sameName = lead("森本", "c", company(), "二度目");
        var elsewhere = lead("遠藤", "d", "よそ" + key + "工業", "別の会社");
        merge(is1, lead("佐藤", "e", company(), "もう統合"), colleague);

        var near = page(is1, "/leads/" + gone + "/merging");

        assertThat(near).hasStatusOk().bodyText()
                .contains("同じ会社のリード", "?into=" + colleague).doesNotContain("?into=" + gone, elsewhere, "佐藤")
                .containsSubsequence("?into=" + sameName, "?into=" + colleague);
        assertThat(page(is1, "/leads/" + gone + "/merging?q=よそ" + key)).hasStatusOk().bodyText().contains("?into=" + elsewhere);
        assertThat(page(english, "/leads/" + gone + "/merging?q=nobodyofthatname")).bodyText().contains("No lead found that could be merged");
        assertThat(page(is1, "/leads/" + gone)).bodyText().contains("/leads/" + gone + "/merging");
    }

    @Test
    void what_stays_and_what_follows_is_seen_before() throws Exception {
        var gone = lead("森本", "a", company(), "一度目の見積依頼");
        var kept = lead("森本", "c", company(), "二度目の見積依頼");

        var seen = page(is1, "/leads/" + gone + "/merging?into=" + kept);

        assertThat(seen).hasStatusOk().bodyText().contains(
                "一度目の見積依頼", "二度目の見積依頼", "反応 1件", "連絡の記録はなし", "提示は取り下げ", "/leads/" + kept + "/merging?into=" + gone);
        assertThat(page(english, "/leads/" + gone + "/merging?into=" + kept)).bodyText().contains("1 response, no attempt", "A merge cannot be undone");
        assertThat(page(is1, "/leads/" + gone + "/merging?into=" + lead("遠藤", "d", "よそ" + key + "工業", "別の会社")))
                .bodyText().contains("会社が違います");
    }

    @Test
    void a_merged_lead_leads_to_the_one_that_stays() throws Exception {
        var gone = lead("contact", "森本", "a", company(), "一度目の見積依頼");
        var kept = lead("森本", "c", company(), "二度目の見積依頼");
        int before = engagement(kept);

        assertThat(merge(is1, gone, kept)).hasStatus3xxRedirection().hasRedirectedUrl("/leads/" + kept);

        assertThat(engagement(kept)).isGreaterThan(before);

        assertThat(page(is1, "/leads/" + kept)).bodyText().contains("一度目の見積依頼", "ここに統合したリード", "/leads/" + gone);
        assertThat(page(english, "/leads/" + gone)).bodyText().contains("This lead was merged.", "/leads/" + kept).doesNotContain("/merging");
    }

    private int engagement(String lead) throws Exception {
        return json.readTree(text(page(is1, "/api/v1/leads/" + lead))).at("/score/engagement").asInt();
    }

    @Test
    void refusals_are_told_in_the_readers_language() throws Exception {
        var gone = lead("森本", "a", company(), "一度目");
        var kept = lead("森本", "c", company(), "二度目");
        var third = lead("森本", "f", company(), "三度目");
        merge(is1, gone, kept);

        assertThat(page(is1, "/leads/" + gone + "/merging")).hasStatus(409).bodyText().contains("「統合」のリードは統合できません");
        assertThat(merge(english, gone, third)).hasStatus(409).bodyText().contains("cannot be merged: closed leads");
        assertThat(page(english, "/leads/" + third + "/merging?into=" + gone))
                .hasStatus(409).bodyText().contains("cannot be merged: closed leads").doesNotContain("name=\"into\"");
        assertThat(merge(is1, third, third)).hasStatus(422).bodyText().contains("自分自身には統合できません");
        assertThat(merge(english, third, "x")).hasStatus(422);
        assertThat(mvc.post().uri("/leads/" + third + "/merging").with(is1)).hasStatus(422);
        assertThat(merge(is1, third, UUID.randomUUID().toString())).hasStatus(404);
        assertThat(page(is1, "/leads/" + UUID.randomUUID() + "/merging")).hasStatus(404);
        assertThat(text(page(is1, "/leads/" + third))).contains("三度目");
    }

    @Test
    void who_speaks_with_no_customers_does_not_merge() throws Exception {
        var gone = lead("森本", "a", company(), "一度目");
        var kept = lead("森本", "c", company(), "二度目");
        var executive = people.as(Role.EXEC);

        assertThat(page(executive, "/leads/" + gone)).hasStatusOk().bodyText().doesNotContain("/merging");
        assertThat(page(executive, "/leads/" + gone + "/merging")).hasStatus(403);
        assertThat(page(executive, "/leads/" + gone + "/merging?into=" + kept)).hasStatus(403);
        assertThat(merge(executive, gone, kept)).hasStatus(403);
    }
}
