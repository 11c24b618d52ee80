package org.kamiau.leads;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Drafts through pages and API; rolled back, because there is one draft for all. */
@KamiauTest
@Transactional
class RulesDraftPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SamplePeople people;

    @Autowired
    ApplicationClock clock;

    @Autowired
    JsonMapper json;

    @Autowired
    Scoring scoring;

    @Autowired
    RulesDrafts drafts;

    private SamplePeople.Signed marketing;
    private SamplePeople.Signed sales;
    private SamplePeople.Signed operations;

    @BeforeEach
    void people() {
        clock.set(FixedClock.STORY_MORNING);
        marketing = people.as(Role.MKT_HEAD);
        sales = people.as(Locale.ENGLISH, Role.SALES_HEAD);
        operations = people.as(Role.REVOPS);
        drafts.open().ifPresent(left -> drafts.discard(left.terms().id(), operations.actor()));
    }

    private String begin() {
        var begun = mvc.post().uri("/settings/scoring/drafts").with(marketing).exchange();
        assertThat(begun).hasStatus(303);
        return Objects.requireNonNull(begun.getResponse().getHeader("Location")).replace("/rules", "");
    }

    private MvcTestResult page(SamplePeople.Signed who, String path) {
        return mvc.get().uri(path).with(who).exchange();
    }

    /** Sends the form as it stands on the page, with some fields typed over. */
    private MvcTestResult save(SamplePeople.Signed who, String draft, String... typed) throws Exception {
        var html = page(who, draft + "/rules").getResponse().getContentAsString(StandardCharsets.UTF_8);
        var fields = new java.util.LinkedHashMap<String, List<String>>();
        var inputs = java.util.regex.Pattern.compile("<input[^>]*name=\"([^\"]+)\"[^>]*>").matcher(html);
        while (inputs.find()) {
            var value = java.util.regex.Pattern.compile(" value=\"([^\"]*)\"").matcher(inputs.group());
            if (!inputs.group().contains("checkbox") || inputs.group().contains("checked")) {
                fields.computeIfAbsent(inputs.group(1), _ -> new ArrayList<>()).add(value.find() ? value.group(1) : "");
            }
        }
        var areas = java.util.regex.Pattern.compile("<textarea[^>]*name=\"([^\"]+)\"[^>]*>([^<]*)</textarea>").matcher(html);
        while (areas.find()) {
            fields.put(areas.group(1), List.of(areas.group(2)));
        }
        fields.remove("_csrf");
        for (int i = 0; i < typed.length; i += 2) {
            fields.put(typed[i], List.of(typed[i + 1]));
        }
        var post = mvc.post().uri(draft + "/rules").with(who);
        fields.forEach((name, values) -> post.param(name, values.toArray(String[]::new)));
        return post.exchange();
    }

    private MvcTestResult approve(SamplePeople.Signed who, String draft, int revision) {
        return mvc.post().uri(draft + "/approval").with(who).param("revision", String.valueOf(revision)).exchange();
    }

    @Test
    void both_heads_and_operations_bring_a_change_into_force() throws Exception {
        var draft = begin();
        assertThat(save(marketing, draft, "interest.webinar.points", "２０", "why", "参加者の商談化率が高い")).hasStatus(303);
        assertThat(page(sales, draft)).hasStatusOk().bodyText().contains("Webinar: 15 → 20 points", "Head of sales", "Approve", "参加者の商談化率が高い");

        assertThat(approve(sales, draft, 2)).hasStatus(303);
        assertThat(approve(operations, draft, 2)).hasStatus(303);
        assertThat(scoring.current().rules().interest().get(ResponseKind.WEBINAR)).isEqualTo(new ScoreRules.Interest(15, 30));
        int before = scoring.current().version();
        assertThat(page(marketing, draft)).bodyText().contains("承認して公開する", "ウェビナー 15→20点");
        assertThat(approve(marketing, draft, 2)).hasStatus(303);

        assertThat(scoring.current().version()).isEqualTo(before + 1);
        assertThat(scoring.current().rules().interest().get(ResponseKind.WEBINAR)).isEqualTo(new ScoreRules.Interest(20, 30));
        assertThat(page(marketing, "/settings/scoring")).bodyText().contains("参加者の商談化率が高い", "第" + (before + 1) + "版");
        assertThat(page(sales, "/settings/scoring/versions")).bodyText().contains("Webinar: 15 → 20 points");
        assertThat(page(marketing, "/settings/scoring/rescoring")).bodyText().contains("全リードを採点し直し");
        assertThat(approve(marketing, draft, 2)).hasStatus(409).bodyText().contains("公開済み");
    }

    @Test
    void a_change_makes_approvals_fall_and_stale_ones_are_refused() throws Exception {
        var draft = begin();
        save(marketing, draft, "handRaiseFit", "50", "why", "質を上げる");
        approve(sales, draft, 2);
        assertThat(approve(sales, draft, 2)).hasStatus(409).bodyText().contains("You have approved this draft already");

        assertThat(save(marketing, draft, "handRaiseFit", "45")).hasStatus(303);

        assertThat(approve(operations, draft, 2)).hasStatus(409).bodyText().contains("読んだあとで案が変更されています");
        assertThat(page(sales, draft)).bodyText().doesNotContain("Approved</span>");
        assertThat(page(sales, "/notifications")).bodyText().contains("your approval has fallen");
    }

    @Test
    void an_unchanged_draft_cannot_be_approved_and_there_is_one_draft_at_a_time() {
        var draft = begin();

        assertThat(approve(sales, draft, 1)).hasStatus(409).bodyText().contains("changes nothing");
        assertThat(mvc.post().uri("/settings/scoring/drafts").with(sales)).hasStatus(409).bodyText().contains("Another draft is open");

        assertThat(mvc.post().uri(draft + "/removal").with(sales)).hasStatus(303);
        assertThat(page(sales, draft)).hasStatusOk().bodyText().contains("Given up");
        assertThat(approve(sales, draft, 1)).hasStatus(409).bodyText().contains("given up");
    }

    @Test
    void wrong_numbers_are_named_and_kept() throws Exception {
        var draft = begin();

        var answer = save(marketing, draft, "segment", "多め", "mqlFit", "101", "size[0].from", "", "interest.event.days", "0");

        assertThat(answer).hasStatus(422).bodyText().contains("多め", "整数で指定します", "必須の項目です", "理由を一文で書きます");
        assertThat(save(sales, draft, "mqlFit", "101", "size[1].to", "300", "why", "x"))
                .hasStatus(422)
                .bodyText()
                .contains("A whole number from 0 to 100.", "This band overlaps another one.");
    }

    @Test
    void bands_are_added_in_empty_rows_and_removed_by_emptying_them() throws Exception {
        var draft = begin();

        save(marketing, draft, "size[3].from", "1", "size[3].to", "99", "size[3].points", "5", "size[1].from", "", "size[1].to", "", "size[1].points", "", "why", "小さな会社も");

        assertThat(page(marketing, draft)).bodyText().contains("従業員 1〜99人 0→5点", "従業員 100〜299人 10→0点");
    }

    @Test
    void who_edits_what_somebody_else_has_changed_is_told_and_loses_nothing() throws Exception {
        var draft = begin();
        save(sales, draft, "mqlFit", "55", "why", "first");

        var answer = save(marketing, draft, "revision", "1", "mqlFit", "50", "why", "second");

        assertThat(answer).hasStatus(409).bodyText().contains("編集中に別の人が案を変更しました", "second", "name=\"revision\" value=\"2\"");
    }

    @Test
    void others_read_and_do_not_write() {
        var draft = begin();
        var seller = people.as(Role.FS);

        assertThat(page(seller, draft)).hasStatusOk().bodyText().doesNotContain("/approval", "/removal");
        assertThat(page(seller, draft + "/rules")).hasStatus(403);
        assertThat(approve(seller, draft, 1)).hasStatus(403);
        assertThat(mvc.post().uri("/settings/scoring/drafts").with(seller)).hasStatus(403);
        assertThat(page(seller, "/settings/scoring")).hasStatusOk().bodyText().contains("検討しています").doesNotContain("変更案を作る");
    }

    private JsonNode body(MvcTestResult result) throws Exception {
        return json.readTree(result.getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    @Test
    void the_api_drafts_changes_tries_and_approves() throws Exception {
        var begun = mvc.post().uri("/api/v1/scoring/drafts").with(operations).contentType(MediaType.APPLICATION_JSON)
                .content("{\"why\": \"質を上げる\", \"rules\": {\"handRaiseFit\": 50}}").exchange();
        assertThat(begun).hasStatus(201);
        var draft = body(begun);
        var path = "/api/v1/scoring/drafts/" + draft.get("id").asString();
        assertThat(draft.at("/changes/0").asString()).isEqualTo("手挙げによる MQL の適合 40→50以上");
        assertThat(draft.get("missing").size()).isEqualTo(3);
        assertThat(body(page(sales, "/api/v1/scoring")).get("draft").asString()).isEqualTo(draft.get("id").asString());

        var etag = begun.getResponse().getHeader("ETag");
        var changed = mvc.patch().uri(path).with(sales).header("If-Match", Objects.requireNonNull(etag)).contentType(MediaType.APPLICATION_JSON)
                .content("{\"rules\": {\"interests\": [{\"kind\": \"webinar\", \"points\": 20, \"halfLifeDays\": 30}]}}").exchange();
        assertThat(changed).hasStatusOk();
        int revision = body(changed).get("revision").asInt();
        assertThat(mvc.patch().uri(path).with(sales).header("If-Match", etag).contentType(MediaType.APPLICATION_JSON).content("{}")).hasStatus(409);
        assertThat(mvc.patch().uri(path).with(sales).contentType(MediaType.APPLICATION_JSON).content("{}")).hasStatus(428);
        assertThat(mvc.patch().uri(path).with(sales).header("If-Match", "*").contentType(MediaType.APPLICATION_JSON).content("{\"rules\": {\"mqlFit\": 200}}"))
                .hasStatus(422).bodyText().contains("mqlFit");

        assertThat(page(operations, path + "/preview")).hasStatusOk();
        for (var who : Arrays.asList(operations, sales)) {
            assertThat(approve(who, path, "{\"revision\": " + revision + "}")).hasStatusOk();
        }
        assertThat(approve(sales, path, "{\"revision\": " + revision + "}")).hasStatus(409);
        assertThat(approve(marketing, path, "{\"revision\": 1}")).hasStatus(409);
        assertThat(approve(marketing, path, "{}")).hasStatus(422);
        var released = body(approve(marketing, path, "{\"revision\": " + revision + "}"));
        assertThat(released.get("state").asString()).isEqualTo("released");
        assertThat(released.get("version").asInt()).isEqualTo(scoring.current().version());

        assertThat(body(page(sales, "/api/v1/scoring/versions")).at("/items/0/changes").size()).isEqualTo(2);
        assertThat(body(page(sales, "/api/v1/scoring")).at("/rules/handRaiseFit").asInt()).isEqualTo(50);
        assertThat(mvc.delete().uri(path).with(sales)).hasStatus(409);
    }

    private MvcTestResult approve(SamplePeople.Signed who, String path, String content) {
        return mvc.post().uri(path + "/approval").with(who).contentType(MediaType.APPLICATION_JSON).content(content).exchange();
    }

    @Test
    void only_those_who_decide_draft_over_the_api() {
        var marketer = people.as(Role.MKT);

        assertThat(mvc.post().uri("/api/v1/scoring/drafts").with(marketer).contentType(MediaType.APPLICATION_JSON).content("{}")).hasStatus(403);
        assertThat(mvc.get().uri("/api/v1/scoring").with(marketer)).hasStatusOk();
        assertThat(mvc.post().uri("/api/v1/scoring/drafts").with(sales).contentType(MediaType.APPLICATION_JSON)
                        .content("{\"rules\": {\"roles\": [{\"level\": \"king\", \"points\": 1}]}}"))
                .hasStatus(422);
    }

    /** Follows the link of a number with those conditions, and counts the lines of the list. */
    private int leadsBehind(MvcTestResult preview, String conditions) throws Exception {
        var html = preview.getResponse().getContentAsString(StandardCharsets.UTF_8).replace("&amp;", "&");
        var link = java.util.regex.Pattern.compile("href=\"(/leads\\?[^\"]*" + java.util.regex.Pattern.quote(conditions) + "[^\"]*)\"").matcher(html);
        assertThat(link.find()).as(conditions).isTrue();
        var list = mvc.get().uri(java.net.URI.create(link.group(1))).with(marketing).exchange();
        assertThat(list).hasStatusOk();
        return list.getResponse().getContentAsString(StandardCharsets.UTF_8).split("<tr data-item", -1).length - 1;
    }

    @Test
    void the_trial_shows_what_real_leads_would_become() throws Exception {
        for (int i = 0; i < 3; i++) {
            var id = java.util.UUID.randomUUID().toString().substring(0, 8);
            assertThat(mvc.post().uri("/api/v1/leads").with(marketing).contentType(MediaType.APPLICATION_JSON).content("""
                    {"person": {"familyName": "森本", "email": "m@%s.example", "title": "工事部長"},
                     "company": {"name": "試算建設%s株式会社", "employees": 800, "prefecture": "愛知県", "industry": "介護"},
                     "kind": "contact", "origin": "試算の広告", "occurredAt": "2026-11-20T10:00:00+09:00"}""".formatted(id, id)))
                    .hasStatus(201);
        }
        var draft = begin();
        save(marketing, draft, "handRaiseFit", "90", "why", "絞る");

        var preview = page(marketing, draft + "/preview");

        assertThat(preview).hasStatusOk().bodyText().contains("試算の広告", "MQL でなくなるリード", "/leads/");
        assertThat(leadsBehind(preview, "trial.is.out&f=origin.is." + java.net.URLEncoder.encode("試算の広告", StandardCharsets.UTF_8)))
                .isEqualTo(3);
        assertThat(page(sales, draft + "/preview")).bodyText().contains("Would not qualify");
        assertThat(page(sales, draft)).bodyText().contains("MQLs of 90 days:");
        assertThat(page(sales, "/")).bodyText().contains("waits for your approval", "MQL by raised hand: least fit: 40 → 90");
        assertThat(page(people.as(Role.IS), "/")).bodyText().doesNotContain("承認を待っています");
        assertThat(mvc.post().uri(draft + "/removal").with(sales)).hasStatus(303);
        assertThat(page(sales, draft + "/preview")).hasStatusOk().bodyText().doesNotContain("trial.is.");
    }
}
