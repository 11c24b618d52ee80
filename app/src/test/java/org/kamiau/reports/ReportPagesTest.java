package org.kamiau.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
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

/** In 2012 and 2026, where no other test has leads. */
@KamiauTest
@Transactional
class ReportPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SamplePeople people;

    @Autowired
    ApplicationClock clock;

    @Autowired
    DSLContext sql;

    private SampleLeads leads;

    @BeforeEach
    void story() {
        clock.set(FixedClock.STORY_MORNING);
        leads = new SampleLeads(sql);
        leads.add(40, new SampleLeads.Kind("2012-07-10", "web", true, true, true, null, 20));
        leads.add(51, new SampleLeads.Kind("2012-07-11", "web", true, true, false, null, 25));
        leads.add(6, new SampleLeads.Kind("2012-07-12", "ads", false, true, true, null, 20));
        leads.add(55, new SampleLeads.Kind("2012-07-31", "ads", false, false, false, null, null));
        leads.add(31, new SampleLeads.Kind("2012-10-01", "web", true, true, true, null, 220));
        leads.add(59, new SampleLeads.Kind("2012-10-01", "web", true, true, false, null, 220));
        leads.add(10, new SampleLeads.Kind("2012-10-31", "ads", false, true, true, null, 220));
        leads.add(143, new SampleLeads.Kind("2012-10-31", "ads", false, false, false, null, null));
    }

    private MvcTestResult get(SamplePeople.Signed who, String path) {
        return mvc.get().uri(path).with(who).exchange();
    }

    @Test
    void the_funnel_is_one_picture_whose_numbers_open_their_leads() {
        var page = get(people.as(Role.SALES_HEAD), "/funnel?from=2012-07&to=2012-10&by=target");

        assertThat(page).hasStatusOk().bodyText()
                .contains("2012年7月〜2012年10月: 反応395件、MQL 395件、有効商談87件")
                .contains("対象セグメント", "対象外", "対象かどうかごとの一覧")
                .contains("/leads?view=all&amp;f=qualified.between.2012-07-01,2012-10-31&amp;f=target.is.yes&amp;f=sql.is.yes");
    }

    @Test
    void the_leads_behind_a_number_are_as_many_as_it_says() throws Exception {
        var page = get(people.as(Role.MKT), "/leads?view=all&f=qualified.between.2012-10-01,2012-10-31&f=target.is.yes&f=sql.is.yes");

        assertThat(page).hasStatusOk();
        var lines = Pattern.compile("<tr data-item").matcher(page.getResponse().getContentAsString()).results().count();
        assertThat(lines).isEqualTo(31);
    }

    @Test
    void what_changed_says_both_halves_and_what_moved_at_the_same_time() {
        assertThat(get(people.as(Role.MKT_HEAD), "/funnel/decomposition?from=2012-07&to=2012-10"))
                .hasStatusOk().bodyText()
                .contains("2012年7月→2012年10月: MQL→SQLの率は30.3%→16.9%(−13.4ポイント)")
                .contains("マーケの半分: 誰が来たか −7.1", "営業の半分: どうなったか −6.3", "61→153件")
                .contains("同時期に、最初の連絡までの中央値は", "3時間40分")
                .doesNotContain("ため");
        assertThat(get(people.as(Locale.ENGLISH, Role.SALES_HEAD), "/funnel/decomposition?from=2012-07&to=2012-10"))
                .bodyText()
                .contains("MQL → SQL went from 30.3% to 16.9% (−13.4 points)", "At the same time")
                .doesNotContain("because");
    }

    @Test
    void too_few_leads_are_not_compared() {
        assertThat(get(people.as(Role.MKT), "/funnel/decomposition?from=2012-08&to=2012-10")).hasStatusOk().bodyText()
                .contains("比べるにはデータが足りません");
    }

    @Test
    void the_own_curve_is_drawn_from_200_attempts_on_and_says_its_caveats() {
        assertThat(get(people.as(Role.IS_LEAD), "/funnel/speed?from=2012-07&to=2012-07")).hasStatusOk().bodyText()
                .contains("あと103件で曲線が描けます", "いま97件");
        leads.add(10, new SampleLeads.Kind("2012-09-10", "web", true, true, true, null, 20));
        assertThat(get(people.as(Role.IS_LEAD), "/funnel/speed?from=2012-07&to=2012-10")).hasStatusOk().bodyText()
                .contains("最初の連絡の速さ別に見たMQL 207件", "観察した結果で、実験ではありません");
    }

    @Test
    void origins_without_enough_leads_get_no_rate() {
        leads.add(3, new SampleLeads.Kind("2012-09-10", "lucky", true, true, true, null, 20));

        assertThat(get(people.as(Role.MKT), "/funnel/origins?from=2012-07&to=2012-10")).hasStatusOk().bodyText()
                .contains("lucky", "データ不足", "いちばん高いのは「web」の39.2%");
    }

    @Test
    void returns_open_with_an_explanation_when_there_are_none() {
        assertThat(get(people.as(Role.MKT), "/funnel/returns?from=2012-07&to=2012-10")).hasStatusOk().bodyText()
                .contains("この期間の差し戻しはありません");
    }

    @Test
    void a_period_that_cannot_be_is_said_beside_the_field_and_the_page_shows_the_usual_one() {
        for (var path : List.of("/funnel?from=2026-13", "/funnel?by=colour", "/funnel/decomposition?rate=x", "/funnel/origins?from=2026-11&to=2026-01", "/funnel/speed?to=0", "/funnel/returns?from=1999-01&to=1999-02")) {
            assertThat(get(people.as(Role.MKT), path)).as(path).hasStatus(422).bodyText().contains("is-wrong");
        }
        assertThat(get(people.as(Role.MKT), "/funnel?from=2026-11&to=2026-01")).bodyText().contains("開始が終了より後");
    }
}
