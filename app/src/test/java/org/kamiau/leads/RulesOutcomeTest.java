package org.kamiau.leads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.Customers.SegmentName;
import org.kamiau.customers.RoleLevel;
import org.kamiau.leads.RulesOutcome.Period;
import org.kamiau.leads.RulesOutcome.Sample;

class RulesOutcomeTest {

    private static final Instant NOW = Instant.parse("2026-11-24T00:05:00Z");
    private static final Period PERIOD = Period.before(NOW);
    private static final SegmentName CONSTRUCTION = new SegmentName("中堅建設", "Mid-sized construction");

    /** Fit 80 with a target, 50 without. */
    private static Prospect head(boolean target) {
        return new Prospect(target ? CONSTRUCTION : null, 800, RoleLevel.HEAD, "工事部長", "23", false, false, null, List.of());
    }

    private static PastLead lead(boolean target, String origin, @Nullable Instant qualified, @Nullable Instant sql, PastLead.Response... responses) {
        return new PastLead(
                UUID.randomUUID(), "検証建設", origin, target, true, responses[0].touch().at(), qualified, sql, null, head(target), List.of(responses));
    }

    private static PastLead.Response response(ResponseKind kind, Instant at) {
        return new PastLead.Response(new Touch(kind, at), null);
    }

    private static Instant on(String day) {
        return LocalDate.parse(day).atTime(10, 0).toInstant(java.time.ZoneOffset.ofHours(9));
    }

    private static RulesOutcome outcome(List<PastLead> leads, ScoreRules after) {
        long mqls = leads.stream().filter(lead -> lead.qualifiedAt() != null).count();
        return RulesOutcome.of(
                leads, ScoreRules.DEFAULT, after, PERIOD, new Sample(mqls, mqls, leads.size() - mqls, leads.size() - mqls), 10);
    }

    @Test
    void october_is_mature_on_the_24th_of_november() {
        assertThat(PERIOD.fateFrom()).isEqualTo("2026-08-01");
        assertThat(PERIOD.fateTo()).isEqualTo("2026-10-31");
        assertThat(Period.before(on("2026-11-20")).fateTo()).isEqualTo("2026-09-30");
    }

    @Test
    void a_stricter_line_takes_off_targets_and_counts_the_lost_sqls() {
        var kept = lead(true, "紹介", on("2026-10-01"), on("2026-10-10"), response(ResponseKind.CONTACT, on("2026-10-01")));
        var lost = lead(false, "広告", on("2026-10-02"), on("2026-10-10"), response(ResponseKind.CONTACT, on("2026-10-02")));
        var spared = lead(false, "広告", on("2026-10-03"), null, response(ResponseKind.CONTACT, on("2026-10-03")));

        var outcome = outcome(List.of(kept, lost, spared), RulesChangeTest.with(ScoreRules.DEFAULT, 60));

        assertThat(outcome.before()).isEqualTo(3);
        assertThat(outcome.out()).isEqualTo(2);
        assertThat(outcome.after()).isEqualTo(1);
        assertThat(outcome.fate()).isEqualTo(new RulesOutcome.Fate(3, 2, 1, 1));
        assertThat(outcome.fate().lost()).isEqualTo(1);
        assertThat(outcome.outs()).extracting(RulesOutcome.Example::lead).containsExactly(lost.id(), spared.id());
        assertThat(outcome.origins()).containsExactly(new RulesOutcome.Group("広告", 2, 2, 0), new RulesOutcome.Group("紹介", 1, 0, 0));
        assertThat(outcome.targets()).containsExactly(new RulesOutcome.Group("other", 2, 2, 0), new RulesOutcome.Group("target", 1, 0, 0));
    }

    @Test
    void a_confirmation_after_21_days_is_another_cohorts() {
        var late = lead(true, "紹介", on("2026-10-01"), on("2026-10-23"), response(ResponseKind.CONTACT, on("2026-10-01")));

        assertThat(outcome(List.of(late), ScoreRules.DEFAULT).fate().sqls()).isZero();
    }

    @Test
    void interest_counts_as_it_was_then_and_not_decayed_until_today() {
        var september = on("2026-09-10");
        var webinars = lead(
                true, "ウェビナー", null, null, response(ResponseKind.WEBINAR, september), response(ResponseKind.DOWNLOAD, september.plusSeconds(60)));
        var interest = new HashMap<>(ScoreRules.DEFAULT.interest());
        interest.put(ResponseKind.WEBINAR, new ScoreRules.Interest(30, 30));

        var outcome = outcome(List.of(webinars), RulesChangeTest.with(
                ScoreRules.DEFAULT, 40, ScoreRules.DEFAULT.size(), interest, ScoreRules.DEFAULT.triggers(), List.of()));

        assertThat(outcome.in()).isEqualTo(1);
        assertThat(outcome.ins().getFirst().after().engagement()).isEqualTo(40);
        assertThat(outcome.ins().getFirst().before().engagement()).isEqualTo(25);
    }

    @Test
    void who_would_have_qualified_before_the_period_is_not_counted_into_it() {
        var early = response(ResponseKind.CONTACT, on("2026-03-02"));
        var late = response(ResponseKind.DOWNLOAD, on("2026-10-05"));
        var asked = response(ResponseKind.CONTACT, on("2026-10-06"));
        var loose = RulesChangeTest.with(ScoreRules.DEFAULT, 0);

        assertThat(outcome(List.of(staff(early, late)), loose).in()).isZero();
        assertThat(outcome(List.of(staff(late, asked)), loose).in()).isEqualTo(1);
    }

    private static PastLead staff(PastLead.Response... responses) {
        var who = new Prospect(null, null, RoleLevel.STAFF, "担当", "23", false, false, null, List.of());
        return new PastLead(UUID.randomUUID(), null, null, false, true, responses[0].touch().at(), null, null, null, who, List.of(responses));
    }

    @Test
    void what_happened_after_qualification_proves_nothing() {
        var asked = on("2026-10-01");
        var lead = lead(
                false, "広告", asked, null, response(ResponseKind.DOWNLOAD, asked.minus(Duration.ofDays(1))), response(ResponseKind.CONTACT, asked.plusSeconds(60)));

        assertThat(outcome(List.of(lead), ScoreRules.DEFAULT).byJudgement()).isEqualTo(1);
    }

    @Test
    void leads_handed_over_by_judgement_stay_whatever_the_rules_say() {
        var download = on("2026-10-01");
        var lead = lead(false, "広告", download.plusSeconds(3_600), null, response(ResponseKind.DOWNLOAD, download));

        var outcome = outcome(List.of(lead), RulesChangeTest.with(ScoreRules.DEFAULT, 100));

        assertThat(outcome.out()).isZero();
        assertThat(outcome.byJudgement()).isEqualTo(1);
        assertThat(outcome.after()).isEqualTo(1);
    }

    @Test
    void rules_for_everybody_or_nobody_are_warned_of_with_the_numbers() {
        var leads = new ArrayList<PastLead>();
        for (int i = 0; i < 30; i++) {
            leads.add(lead(false, "広告", i < 10 ? on("2026-10-01") : null, null, response(ResponseKind.CONTACT, on("2026-10-01"))));
        }
        leads.replaceAll(lead -> lead.qualifiedAt() != null ? lead : new PastLead(
                lead.id(), lead.company(), lead.origin(), false, true, lead.receivedAt(), null, null, null,
                new Prospect(null, null, RoleLevel.STAFF, "担当", "23", false, false, null, List.of()), lead.responses()));

        assertThat(outcome(leads, ScoreRules.DEFAULT).warning()).isNull();
        assertThat(outcome(leads, RulesChangeTest.with(ScoreRules.DEFAULT, 100)).warning()).isEqualTo(RulesOutcome.Warning.NOBODY);
        var everybody = outcome(leads, RulesChangeTest.with(ScoreRules.DEFAULT, 0));
        assertThat(everybody.warning()).isEqualTo(RulesOutcome.Warning.EVERYONE);
        assertThat(everybody.after()).isEqualTo(30);
        assertThat(everybody.received()).isEqualTo(30);
    }

    @Test
    void a_sample_is_scaled_up_and_says_so() {
        var mql = lead(false, "広告", on("2026-10-02"), null, response(ResponseKind.CONTACT, on("2026-10-02")));

        var outcome = RulesOutcome.of(
                List.of(mql), ScoreRules.DEFAULT, RulesChangeTest.with(ScoreRules.DEFAULT, 60), PERIOD, new Sample(1, 40, 0, 1_000), 10);

        assertThat(outcome.sample().partial()).isTrue();
        assertThat(outcome.before()).isEqualTo(40);
        assertThat(outcome.outTimes()).isEqualTo(40);
        assertThat(outcome.weekly(outcome.before())).isEqualTo(40 * 7 / 90.0);
    }
}
