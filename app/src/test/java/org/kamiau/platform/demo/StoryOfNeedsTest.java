package org.kamiau.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kamiau.KamiauTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** The demonstration's year of needs: what the radar found in the voices, on the days on which it found it. */
@KamiauTest
@DirtiesContext // the story is for this test alone
@TestPropertySource(properties = "kamiau.demo=true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoryOfNeedsTest {

    @Autowired
    Demonstration demonstration;

    @Autowired
    DSLContext sql;

    @BeforeAll
    void tell() {
        demonstration.tell();
    }

    private List<String> lines(String query) {
        return sql.resultQuery(query).fetch(row -> String.join(" ", row.intoList().stream().map(String::valueOf).toList()));
    }

    private Record one(String query) {
        return sql.resultQuery(query).fetchSingle();
    }

    @Test
    void there_are_34_needs_and_2050_voices() {
        assertThat(one("select (select count(*) from needs.need), (select count(*) from needs.voice)").intoList()).containsExactly(34L, 2050L);
    }

    @Test
    void the_radar_found_the_records_for_auditors_when_the_story_says() {
        assertThat(lines(
                        """
                        select rule, day, outcome from needs.signal join needs.need on need.id = signal.need_id
                        where need.code = 'audit-record' order by day
                        """))
                .containsExactly("sign 2026-04-17 acted", "burst 2026-04-27 acted", "survey 2026-06-26 acted");
        var batch = one(
                """
                select a, b, c, d, g2, burst_from::text from needs.detection join needs.need on need.id = detection.need_id
                where need.code = 'audit-record' and day = '2026-04-27'
                """);
        assertThat(batch.intoList().subList(0, 4)).containsExactly(13, 8, 166, 446);
        assertThat(batch.get(4, Double.class)).isEqualTo(11.08, within(0.005));
        assertThat(batch.get(5)).isEqualTo("2026-04-06");
    }

    @Test
    void today_a_need_for_subcontractors_workers_is_a_sign_since_13_november() {
        assertThat(lines(
                        """
                        select need.state, signal.day, signal.leading_accounts from needs.need join needs.signal on signal.need_id = need.id
                        where need.code = 'partner-workers'
                        """))
                .containsExactly("sign 2026-11-13 3");
    }

    @Test
    void three_waves_are_published_and_the_next_one_does_not_ask_for_it_yet() {
        assertThat(lines("select code, state from needs.wave order by planned_on"))
                .containsExactly("heat-2026-03 concluded", "heat-2026-06 concluded", "heat-2026-09 concluded", "heat-2026-12 design");
        assertThat(lines(
                        """
                        select wave.code, tally.n, round(tally.share::numeric * 100) from needs.tally join needs.wave on wave.id = tally.wave_id
                        join needs.survey_question on survey_question.id = tally.question_id join needs.need on need.id = survey_question.need_id
                        where need.code = 'audit-record' order by wave.code
                        """))
                .startsWith("heat-2026-03 300 4", "heat-2026-06 300 19");
        assertThat(lines(
                        "select 1 from needs.survey_question join needs.need on need.id = survey_question.need_id where need.code = 'partner-workers'"))
                .isEmpty();
    }

    @Test
    void of_24_customers_who_heard_before_they_asked_9_bought() {
        assertThat(lines("select outcome, count(*) from needs.approach where outcome is not null group by 1 order by 1"))
                .containsExactly("lost 11", "proposed 4", "won 9");
    }

    @Test
    void every_signal_of_the_past_has_an_outcome() {
        assertThat(lines("select need.code, rule, day from needs.signal join needs.need on need.id = signal.need_id where outcome is null")).isEmpty();
    }
}
