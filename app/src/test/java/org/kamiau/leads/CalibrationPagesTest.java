package org.kamiau.leads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
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
import org.springframework.transaction.annotation.Transactional;

@KamiauTest
@Transactional
class CalibrationPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SamplePeople people;

    @Autowired
    ApplicationClock clock;

    @Autowired
    DSLContext sql;

    private SamplePeople.Signed marketing;

    @BeforeEach
    void nobody() {
        clock.set(FixedClock.STORY_MORNING);
        marketing = people.as(Role.MKT_HEAD);
        sql.execute("update leads.lead set qualified_at = null");
    }

    private void qualified() {
        var id = UUID.randomUUID().toString().substring(0, 8);
        assertThat(mvc.post().uri("/api/v1/leads").with(marketing).contentType(MediaType.APPLICATION_JSON).content("""
                {"person": {"familyName": "森本", "email": "m@%s.example", "title": "工事部長"},
                 "company": {"name": "成熟%s株式会社", "employees": 800, "prefecture": "愛知県"}, "kind": "contact"}
                """.formatted(id, id))).hasStatus(201);
    }

    @Test
    void the_score_at_qualification_is_kept_when_the_lead_is_scored_anew() {
        qualified();

        var kept = sql.resultQuery("select q.fit = s.fit and q.grade = s.grade from leads.qualified_score q join leads.score s using (lead_id) order by q.at desc limit 1");

        assertThat(kept.fetchSingle().get(0, Boolean.class)).isTrue();
    }

    @Test
    void too_few_leads_say_that_they_are_too_few() {
        assertThat(mvc.get().uri("/settings/scoring/quality").with(marketing)).hasStatusOk().bodyText().contains("データ不足").doesNotContain("NaN", "∞");
        assertThat(mvc.get().uri("/api/v1/scoring/quality").with(marketing)).hasStatusOk().bodyText().contains("\"deciles\":[]");
    }

    @Test
    void tenths_of_a_mature_cohort_open_their_leads() {
        for (int i = 0; i < 240; i++) {
            var id = UUID.randomUUID();
            sql.execute("insert into leads.lead (id, stage, kind, via, occurred_at, created_at, last_touch_at, qualified_at, sql_at) values ('" + id
                    + "', 'nurture', 'contact', 'api', '2026-10-01', '2026-10-01', '2026-10-01', '2026-10-01'"
                    + (i % 4 == 0 || i > 200 ? ", '2026-10-08')" : ", null)"));
            sql.execute("insert into leads.qualified_score values ('" + id + "', " + (40 + i / 5) + ", 30, 'C3', 0, '2026-10-01')");
        }

        assertThat(mvc.get().uri("/settings/scoring/quality").with(marketing))
                .hasStatusOk()
                .bodyText()
                .contains("上位3割で", "qualifiedscore.between.", "1(上位)", "PSI");
        assertThat(mvc.get().uri("/settings/scoring/quality").with(people.as(Locale.ENGLISH, Role.FS))).bodyText().contains("The best three tenths");
        assertThat(mvc.get().uri("/leads?view=all&f=qualified.between.2026-10-01,2026-10-31&f=qualifiedscore.between.110,117&columns=company,qualifiedscore").with(marketing))
                .hasStatusOk();
    }
}
