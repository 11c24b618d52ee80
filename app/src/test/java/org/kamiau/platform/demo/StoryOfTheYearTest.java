package org.kamiau.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kamiau.KamiauTest;
import org.kamiau.calendar.BusinessCalendar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The figures of the demonstration, as they lie in the tables when the story begins. */
@KamiauTest
@DirtiesContext // the story is for this test alone
@TestPropertySource(properties = "kamiau.demo=true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoryOfTheYearTest {

    private static final String MONTH = "to_char(%s at time zone 'Asia/Tokyo', 'YYYY-MM')";
    private static final String QUALIFIED = MONTH.formatted("l.qualified_at");
    private static final String BUSINESS_MOMENTS =
            """
            select at from leads.attempt
            union all select accepted_at from leads.lead where accepted_at is not null
            union all select returned_at from leads.lead where returned_at is not null
            union all select proposed_at from leads.lead where proposed_at is not null
            union all select sql_at from leads.lead where sql_at is not null
            union all select sqo_at from leads.lead where sqo_at is not null
            union all select at from leads.step
            union all select answered_at from handoffs.handoff where answered_at is not null
            union all select replied_at from handoffs.handoff where replied_at is not null
            union all select ruled_at from handoffs.handoff where ruled_at is not null
            union all select meeting_at from handoffs.handoff where meeting_at is not null
            union all select completed_at from handoffs.handoff where completed_at is not null
            union all select rated_at from handoffs.rating
            """;

    @Autowired
    Demonstration demonstration;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DSLContext sql;

    private String before = "";

    @BeforeAll
    void tell() {
        before = Objects.requireNonNull(transaction.execute(status -> {
            demonstration.tell();
            status.setRollbackOnly();
            return fingerprint();
        }));
        demonstration.tell();
    }

    /** Who stands where since when, by people's addresses: ids differ from telling to telling. */
    private String fingerprint() {
        return text(
                """
                select md5(string_agg(concat_ws('|', p.email, l.occurred_at, l.stage, l.turn, l.due_at, o.code, l.accepted_at, l.returned_at,
                    l.attempts, l.round, l.first_attempt_minutes, l.proposed_at, l.sql_at, l.sqo_at, l.wake_on, l.closed_reason, s.grade,
                    (select string_agg(concat_ws('/', h.boundary, h.state, h.answered_at, h.advice, h.reply, h.missing, h.meeting_at, h.reasked), ';'
                        order by h.offered_at) from handoffs.handoff h where h.about_id = l.id),
                    (select string_agg(concat_ws('/', a.at, a.outcome), ';' order by a.at) from leads.attempt a where a.lead_id = l.id)),
                    '' order by p.email, l.occurred_at))
                from leads.lead l join customers.person p on p.id = l.person_id join leads.score s on s.lead_id = l.id
                left join people.member o on o.id = l.owner_id
                """);
    }

    private String text(String query) {
        return Objects.requireNonNull(sql.fetchOne(query)).get(0, String.class);
    }

    private long count(String query) {
        return Objects.requireNonNull(sql.fetchOne(query)).get(0, Long.class);
    }

    private List<String> rows(String query) {
        return sql.fetch(query).map(row -> String.join(" ", java.util.Arrays.stream(row.intoArray()).map(String::valueOf).toList()));
    }

    private Map<String, Integer> byMonth(String value, String where) {
        return sql.fetch("select " + QUALIFIED + ", " + value + " from leads.lead l where l.qualified_at is not null and " + where + " group by 1")
                .intoMap(row -> row.get(0, String.class), row -> row.get(1, Integer.class));
    }

    @Test
    void told_twice_it_is_the_same() {
        assertThat(fingerprint()).isEqualTo(before);
    }

    @Test
    void the_funnel_is_exact_month_by_month() {
        assertThat(rows("select " + MONTH.formatted("occurred_at") + ", count(*) from leads.touch group by 1 order by 1"))
                .containsExactly(
                        "2025-12 410", "2026-01 432", "2026-02 468", "2026-03 505", "2026-04 540", "2026-05 655",
                        "2026-06 720", "2026-07 690", "2026-08 700", "2026-09 846", "2026-10 968", "2026-11 655");
        assertThat(rows("select " + QUALIFIED
                        + """
                        , count(*), count(*) filter (where l.accepted_at <= l.qualified_at + interval '21 days'),
                            count(*) filter (where l.sql_at <= l.qualified_at + interval '21 days'),
                            round(100.0 * count(*) filter (where l.target) / count(*))
                        from leads.lead l where l.qualified_at is not null group by 1 order by 1
                        """))
                .containsExactly(
                        "2025-12 92 80 28 63", "2026-01 97 85 30 62", "2026-02 104 91 32 64", "2026-03 112 97 35 61",
                        "2026-04 121 106 38 63", "2026-05 148 130 47 65", "2026-06 160 139 50 62", "2026-07 152 131 46 60",
                        "2026-08 163 133 43 55", "2026-09 206 150 41 46", "2026-10 243 160 41 37", "2026-11 168 104 19 36");
        assertThat(count("select count(*) from leads.lead where sql_at is not null")).isEqualTo(450);
        assertThat(count("select count(*) from leads.lead where sqo_at is not null")).isEqualTo(262);
    }

    /** −13.4 points from July to October = mix −7.1, targets −4.6, others −1.7. */
    @Test
    void july_and_october_differ_as_the_story_says() {
        assertThat(byMonth("count(*)", "l.target")).containsEntry("2026-07", 91).containsEntry("2026-10", 90);
        assertThat(byMonth("count(*)", "l.target and l.sql_at is not null")).containsEntry("2026-07", 40).containsEntry("2026-10", 31);
        assertThat(byMonth("count(*)", "not l.target and l.sql_at is not null")).containsEntry("2026-07", 6).containsEntry("2026-10", 10);

        var median = "percentile_cont(0.5) within group (order by l.first_attempt_minutes)";
        assertThat(byMonth(median, "true")).containsEntry("2026-07", 22).containsEntry("2026-10", 220).containsEntry("2026-11", 220);

        var acceptance = "round(100.0 * count(l.accepted_at) / count(*) filter (where l.accepted_at is not null or l.returned_at is not null))";
        assertThat(byMonth(acceptance, "true")).containsEntry("2026-07", 86).containsEntry("2026-10", 66);
    }

    /** 30 on-time + 30 complete + 20 (1 − asked again) + 20 rating / 5. */
    private void health(String from, String to, double onTime, double complete, double reasked, double rating, int score) {
        var row = Objects.requireNonNull(sql.fetchOne(
                """
                with h as (select * from handoffs.handoff where boundary = 'is_fs'
                    and offered_at >= {0}::timestamptz and offered_at < {1}::timestamptz)
                select 100.0 * count(*) filter (where not late) / count(late),
                    100 - 100.0 * sum(cardinality(missing)) / sum(cardinality(fields)),
                    100.0 * count(*) filter (where cardinality(reasked) > 0) / count(*) filter (where completion = 'held'),
                    (select avg(score) from handoffs.rating where handoff_id in (select id from h))
                from h
                """,
                org.jooq.impl.DSL.val(from + "T00:00+09:00"), org.jooq.impl.DSL.val(to + "T00:00+09:00")));
        var parts = new double[] {row.get(0, Double.class), row.get(1, Double.class), row.get(2, Double.class), row.get(3, Double.class)};

        assertThat(parts[0]).isCloseTo(onTime, within(1.0));
        assertThat(parts[1]).isCloseTo(complete, within(0.2));
        assertThat(parts[2]).isCloseTo(reasked, within(1.5));
        assertThat(parts[3]).isCloseTo(rating, within(0.02));
        assertThat(Math.round(0.3 * parts[0] + 0.3 * parts[1] + 20 - 0.2 * parts[2] + 4 * parts[3])).isEqualTo(score);
    }

    @Test
    void the_shared_template_took_the_handoffs_from_54_to_78() {
        health("2026-07-01", "2026-10-01", 45, 58, 41, 2.8, 54);
        health("2026-10-05", "2026-11-21", 80, 88, 20, 3.0, 78);
        assertThat(count(
                        """
                        select round(100.0 * count(*) filter (where completion = 'no_show') / count(completion)) from handoffs.handoff
                        where boundary = 'is_fs' and offered_at >= '2026-07-01 00:00+09' and offered_at < '2026-10-01 00:00+09'
                        """))
                .isEqualTo(21);
    }

    @Test
    void every_sql_was_confirmed_by_field_sales_and_no_lead_is_where_it_cannot_be() {
        assertThat(count(
                        """
                        select count(*) from leads.lead l where l.sql_at is not null and not exists (
                            select from handoffs.handoff h where h.about_id = l.id and h.boundary = 'is_fs' and h.state = 'accepted'
                                and h.answered_at = l.sql_at and h.id = l.handoff_id and h.meeting_at > l.sql_at)
                        """))
                .isZero();
        assertThat(rows(
                        """
                        select l.stage, count(*) from leads.lead l left join handoffs.handoff h on h.id = l.handoff_id where not case l.stage
                            when 'received' then h.id is null and l.owner_id is null
                            when 'assigned' then h.state = 'offered' and l.turn = h.to_function and l.due_at = h.due_at and l.attempts = 0
                            when 'accepted' then h.state = 'accepted' and l.first_attempt_at is null and l.turn is not null
                            when 'working' then l.turn is not null and l.accepted_at is not null
                                and (h.boundary = 'is_fs') = (h.state = 'offered')
                                and (h.boundary = 'is_fs') = (l.proposed_at is not null)
                            when 'returned' then h.state = 'returned' and l.turn in ('marketing', 'sales_ops') and l.due_at is not null
                            when 'sql' then h.state = 'accepted' and l.turn = 'field_sales' and l.owner_id = h.to_member
                            when 'sqo' then h.completion = 'held' and l.sqo_at > h.completed_at
                            when 'recycled' then l.wake_at > '2026-11-24 09:05+09' and l.accepted_at is not null
                            when 'nurture' then l.turn is null and (h.state = 'returned' or l.accepted_at is not null)
                            when 'disqualified' then l.closed_at > l.first_attempt_at
                            else false end
                        group by 1
                        """))
                .isEmpty();
        assertThat(count("select count(*) from leads.lead l where l.attempts <> (select count(*) from leads.attempt a where a.lead_id = l.id and a.round = l.round)"))
                .isZero();
        assertThat(count("select count(*) from leads.lead where attempts > 6 or qualified_at > first_attempt_at or first_attempt_at < accepted_at")).isZero();
        assertThat(count(
                        """
                        select count(*) from leads.workload w where w.open <> (select count(*) from leads.lead l
                            where l.owner_id = w.member_id and l.stage in ('assigned', 'accepted', 'working'))
                        """))
                .isZero();
    }

    @Test
    void people_act_in_office_hours_and_before_the_story_begins() {
        var calendar = BusinessCalendar.standard();
        var moments = sql.fetch(BUSINESS_MOMENTS).map(row -> row.get(0, java.time.OffsetDateTime.class).toInstant());

        assertThat(moments).hasSizeGreaterThan(9_000).allSatisfy(moment -> assertThat(calendar.open(moment)).as("%s", moment).isTrue());
        assertThat(moments.stream().filter(moment -> moment.isAfter(Story.MORNING)).count()).as("meetings to come").isBetween(2L, 8L);
    }

    @Test
    void clocks_run_for_exactly_what_waits() {
        assertThat(rows("select promise, count(*) from calendar.clock where stopped_at is null and about_kind = 'handoff' group by 1 order by 1"))
                .contains("handoffs.answer 9", "handoffs.confirmation 3", "handoffs.reply 5", "handoffs.ruling 1");
        assertThat(count(
                        """
                        select count(*) from calendar.clock c join handoffs.handoff h on h.id = c.about_id where c.stopped_at is null and not case c.promise
                            when 'handoffs.answer' then h.state = 'offered' when 'handoffs.confirmation' then h.state = 'offered'
                            when 'handoffs.reply' then h.state = 'returned' and h.reply is null
                            when 'handoffs.ruling' then h.reply = 'dispute' and h.ruling is null
                            when 'handoffs.first_meeting' then h.state = 'accepted' and h.completion is null
                            when 'handoffs.feedback' then h.state = 'accepted' and h.completion is null
                            else h.completion = 'held' end
                        """))
                .isZero();
        assertThat(count(
                        """
                        select count(*) from calendar.clock c join leads.lead l on l.id = c.about_id where c.stopped_at is null
                            and not (l.stage in ('accepted', 'working') and l.reached_at is null)
                        """))
                .isZero();
        assertThat(count("select count(*) from calendar.clock where next_at <= '2026-11-24 09:05+09'")).as("marks not told yet").isZero();
    }

    @Test
    void sales_kept_its_promises_until_july_and_marketing_keeps_fewer_of_late() {
        var kept = "select round(100.0 * count(*) filter (where outcome = 'met') / count(*)) from handoffs.promise_view"
                + " where direction = '%s' and outcome in ('met', 'breached') and due_at >= '%s' and due_at < '%s'";

        assertThat(count(kept.formatted("sales_to_marketing", "2025-12-01", "2026-08-01"))).isBetween(87L, 89L);
        assertThat(count(kept.formatted("sales_to_marketing", "2026-10-01", "2026-11-24"))).isLessThan(70L);
        assertThat(count(kept.formatted("marketing_to_sales", "2026-09-01", "2026-11-24"))).isBetween(71L, 73L);
    }

    @Test
    void on_tuesday_everybody_finds_something_to_do() {
        assertThat(rows(
                        """
                        select m.code, count(*) > 1 from leads.step s join leads.lead l on l.id = s.lead_id join people.member m on m.id = l.owner_id
                        where s.reason = 'woken' and s.at = '2026-11-24 09:00+09' and l.stage = 'working' and m.code like 'is_' group by 1 order by 1
                        """))
                .containsExactly("is1 true", "is2 true", "is3 true", "is4 true");
        assertThat(rows("select to_char(due_at at time zone 'Asia/Tokyo', 'MM-DD HH24:MI') from leads.lead where stage = 'returned' order by 1"))
                .containsExactly("11-19 14:10", "11-24 09:40", "11-24 11:05", "11-25 11:15", "11-25 14:40", "11-25 16:25");
        assertThat(rows(
                        """
                        select to_char(h.meeting_at at time zone 'Asia/Tokyo', 'HH24:MI') from handoffs.handoff h
                        where (h.meeting_at at time zone 'Asia/Tokyo')::date = '2026-11-24' and h.state = 'accepted' order by 1
                        """))
                .contains("10:30", "14:00");
        assertThat(count("select count(*) from calendar.clock where stopped_at is null and promise like 'handoffs.rating%'")).isBetween(4L, 30L);
    }
}
