package org.kamiau.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kamiau.FixedClock;
import org.kamiau.KamiauTest;
import org.kamiau.people.SamplePeople;
import org.kamiau.platform.ApplicationClock;
import org.kamiau.platform.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** In 2015, where no other test has leads. */
@KamiauTest
@Transactional
class ReportApiTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SamplePeople people;

    @Autowired
    ApplicationClock clock;

    @Autowired
    DSLContext sql;

    @Autowired
    JsonMapper json;

    private SampleLeads leads;

    @BeforeEach
    void story() {
        clock.set(FixedClock.STORY_MORNING);
        leads = new SampleLeads(sql);
    }

    private MvcTestResult get(SamplePeople.Signed who, String path) {
        return mvc.get().uri(path).with(who).exchange();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> body(MvcTestResult result) throws Exception {
        assertThat(result).hasStatusOk();
        return json.readValue(result.getResponse().getContentAsString(StandardCharsets.UTF_8), Map.class);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> items(Map<String, Object> body) {
        return (List<Map<String, Object>>) java.util.Objects.requireNonNull(body.get("items"));
    }

    /** July 2015 and October 2015 as the story's July and October are. */
    private void story2015() {
        leads.add(40, new SampleLeads.Kind("2015-07-10", "web", true, true, true, null, 20));
        leads.add(51, new SampleLeads.Kind("2015-07-11", "web", true, true, false, null, 20));
        leads.add(6, new SampleLeads.Kind("2015-07-12", "ads", false, true, true, null, 20));
        leads.add(55, new SampleLeads.Kind("2015-07-31", "ads", false, false, false, null, null));
        leads.add(31, new SampleLeads.Kind("2015-10-01", "web", true, true, true, null, 220));
        leads.add(59, new SampleLeads.Kind("2015-10-01", "web", true, true, false, null, 220));
        leads.add(10, new SampleLeads.Kind("2015-10-31", "ads", false, true, true, null, 220));
        leads.add(143, new SampleLeads.Kind("2015-10-31", "ads", false, false, false, null, null));
    }

    @Test
    void the_funnel_by_month_counts_cohorts_with_rates_that_say_how_sure_they_are() throws Exception {
        story2015();

        var lines = items(body(get(people.as(Role.MKT), "/api/v1/funnel?from=2015-07-01&to=2015-10-31&by=month")));

        assertThat(lines).extracting(line -> line.get("key")).containsExactly("2015-07", "2015-08", "2015-09", "2015-10");
        assertThat(lines.getFirst())
                .containsEntry("inquiry", 152).containsEntry("mql", 152).containsEntry("sal", 97).containsEntry("sql", 46)
                .containsEntry("mature", Map.of("mql", true, "sal", true, "sql", true));
        assertThat(String.valueOf(lines.getFirst().get("rates"))).contains("mqlSql={rate=30.3, n=152, low=23.5, high=38.0}");
        assertThat(lines.get(1)).containsEntry("mql", 0);
        assertThat(String.valueOf(lines.get(1).get("rates"))).contains("mqlSql={rate=null, n=0");
    }

    @Test
    void days_cut_a_month_where_they_say() throws Exception {
        story2015();

        var funnel = body(get(people.as(Role.MKT), "/api/v1/funnel?from=2015-07-11&to=2015-10-30&by=target"));

        assertThat(items(funnel)).extracting(line -> line.get("key") + " " + line.get("mql")).containsExactly("target 141", "outside 61");
    }

    @Test
    void the_change_from_july_to_october_is_split_exactly() throws Exception {
        story2015();

        var change = body(get(people.as(Role.SALES_HEAD), "/api/v1/decomposition?rate=mql-sql&from=2015-07&to=2015-10&by=target"));

        assertThat(change).containsEntry("total", -13.4).containsEntry("mix", -7.1).containsEntry("mature", true);
        assertThat(String.valueOf(change.get("within"))).contains("key=target", "effect=-4.6", "key=outside", "effect=-1.7");
    }

    @Test
    void origins_are_ranked_by_what_became_of_their_leads() throws Exception {
        story2015();

        var origins = items(body(get(people.as(Role.MKT_HEAD), "/api/v1/origins?from=2015-07-01&to=2015-10-31")));

        assertThat(origins).extracting(origin -> origin.get("key") + " " + origin.get("mql") + " " + origin.get("sql")).containsExactly("web 181 71", "ads 214 16");
    }

    @Test
    void a_seller_sees_the_own_figures_and_colleagues_only_together() throws Exception {
        var own = people.as(Role.IS);
        for (int i = 0; i < 5; i++) {
            leads.add(2, new SampleLeads.Kind("2014-07-10", "web", true, true, true, people.as(Role.IS).id().value(), 20));
        }
        leads.add(1, new SampleLeads.Kind("2014-07-10", "web", true, true, true, own.id().value(), 20));
        var path = "/api/v1/funnel?from=2014-07-01&to=2014-07-31&by=owner";

        assertThat(items(body(get(own, path)))).extracting(line -> line.get("key")).containsExactly("others", own.id().toString());
        assertThat(items(body(get(people.as(Role.MKT_HEAD), path)))).extracting(line -> line.get("key")).containsExactly("others");
        assertThat(items(body(get(people.as(Role.SALES_HEAD), path)))).hasSize(6);
    }

    @Test
    void what_cannot_be_asked_is_named_in_both_languages() throws Exception {
        var japanese = people.as(Role.MKT);
        for (var wrong : List.of(
                "/api/v1/funnel?from=2026-11-01&to=2026-10-01", "/api/v1/funnel?from=2026-02-30", "/api/v1/funnel?by=colour",
                "/api/v1/funnel?from=2010-01-01&to=2026-01-01", "/api/v1/funnel?from=0001-01-01", "/api/v1/funnel?by=speed",
                "/api/v1/decomposition?from=2026-13&to=2026-10", "/api/v1/decomposition?from=2026-10&to=2026-07",
                "/api/v1/decomposition?rate=won", "/api/v1/decomposition?by=month", "/api/v1/origins?to=yesterday")) {
            assertThat(get(japanese, wrong)).as(wrong).hasStatus(422);
        }
        assertThat(get(japanese, "/api/v1/funnel?from=2026-11-01&to=2026-10-01")).bodyText().contains("開始が終了より後");
        assertThat(get(people.as(Locale.ENGLISH, Role.MKT), "/api/v1/decomposition?from=2026-13")).bodyText()
                .contains("/from", "There is no such month");
    }

    @Test
    void a_month_without_mqls_has_no_change_to_split() throws Exception {
        var change = body(get(people.as(Role.MKT), "/api/v1/decomposition?from=2013-01&to=2013-02"));

        assertThat(change).containsEntry("total", null).containsEntry("within", List.of());
    }
}
