package org.kamiau.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kamiau.customers.RoleLevel;
import org.kamiau.leads.ScoreRules.Band;
import org.kamiau.leads.ScoreRules.Interest;
import org.kamiau.platform.Invalid;

class RulesChangeTest {

    /** The same with another threshold for a raised hand. */
    static ScoreRules with(ScoreRules rules, int handRaiseFit) {
        return with(rules, handRaiseFit, rules.size(), rules.interest(), rules.triggers(), rules.competitorDomains());
    }

    static ScoreRules with(
            ScoreRules rules, int handRaiseFit, List<Band> size, Map<ResponseKind, Interest> interest, List<String> triggers, List<String> domains) {
        return new ScoreRules(
                rules.segment(), size, rules.role(), rules.region(), rules.prefectures(), rules.customer(), rules.trigger(), triggers,
                rules.freeMail(), interest, rules.mqlFit(), rules.mqlEngagement(), handRaiseFit, rules.students(), domains);
    }

    private static ScoreRules webinar(int points, int days) {
        var interest = new HashMap<>(ScoreRules.DEFAULT.interest());
        interest.put(ResponseKind.WEBINAR, new Interest(points, days));
        return with(ScoreRules.DEFAULT, 40, ScoreRules.DEFAULT.size(), interest, ScoreRules.DEFAULT.triggers(), List.of());
    }

    private static ScoreRules bands(Band... bands) {
        return with(ScoreRules.DEFAULT, 40, List.of(bands), ScoreRules.DEFAULT.interest(), ScoreRules.DEFAULT.triggers(), List.of());
    }

    @Test
    void the_same_rules_differ_in_nothing() {
        assertThat(RulesChange.between(ScoreRules.DEFAULT, webinar(15, 30))).isEmpty();
    }

    @Test
    void points_half_lives_and_thresholds_are_changes_of_their_own() {
        assertThat(RulesChange.between(ScoreRules.DEFAULT, with(webinar(20, 14), 50)))
                .containsExactly(
                        new RulesChange.Figure(RulesChange.What.of("leads.rules.threshold-hand"), 40, 50, RulesChange.Unit.THRESHOLD),
                        new RulesChange.Figure(RulesChange.What.of("leads.kind.webinar"), 15, 20, RulesChange.Unit.POINTS),
                        new RulesChange.Figure(RulesChange.What.of("leads.kind.webinar"), 30, 14, RulesChange.Unit.HALF_LIFE));
    }

    @Test
    void a_band_that_goes_loses_its_points() {
        var changes = RulesChange.between(bands(new Band(1, 99, 5), new Band(100, 299, 10)), bands(new Band(100, 299, 12)));

        assertThat(changes)
                .containsExactly(
                        new RulesChange.Figure(RulesChange.What.of("leads.rules.band", 1, 99), 5, 0, RulesChange.Unit.POINTS),
                        new RulesChange.Figure(RulesChange.What.of("leads.rules.band", 100, 299), 10, 12, RulesChange.Unit.POINTS));
    }

    @Test
    void words_come_and_go() {
        var after = with(
                ScoreRules.DEFAULT, 40, ScoreRules.DEFAULT.size(), ScoreRules.DEFAULT.interest(), List.of("監査", "猛暑"), List.of("rival.example"));
        var before = with(ScoreRules.DEFAULT, 40, ScoreRules.DEFAULT.size(), ScoreRules.DEFAULT.interest(), List.of("監査", "入札"), List.of());

        assertThat(RulesChange.between(before, after))
                .containsExactly(
                        new RulesChange.Added(RulesChange.What.of("leads.rules.trigger-words"), List.of("猛暑")),
                        new RulesChange.Removed(RulesChange.What.of("leads.rules.trigger-words"), List.of("入札")),
                        new RulesChange.Added(RulesChange.What.of("leads.rules.competitors"), List.of("rival.example")));
    }

    @Test
    void the_defaults_may_be() {
        assertThat(RulesCheck.check(ScoreRules.DEFAULT)).isEqualTo(ScoreRules.DEFAULT);
    }

    @Test
    void numbers_have_limits_and_all_that_is_wrong_is_named() {
        var interest = new HashMap<>(ScoreRules.DEFAULT.interest());
        interest.put(ResponseKind.WEBINAR, new Interest(101, 366));
        var rules = with(ScoreRules.DEFAULT, 101, List.of(new Band(5, 4, -101)), interest, List.of("x".repeat(61)), List.of("no domain"));

        assertThatThrownBy(() -> RulesCheck.check(rules)).isInstanceOfSatisfying(Invalid.class, invalid -> assertThat(invalid.fields())
                .extracting(Invalid.Field::field)
                .containsExactlyInAnyOrder(
                        "interest.webinar.points", "interest.webinar.days", "size[0].points", "size[0].to", "handRaiseFit", "triggers",
                        "competitorDomains"));
    }

    @Test
    void bands_do_not_overlap() {
        assertThatThrownBy(() -> RulesCheck.check(bands(new Band(1, 300, 5), new Band(300, 500, 10))))
                .isInstanceOfSatisfying(Invalid.class, invalid -> assertThat(invalid.fields())
                        .containsExactly(Invalid.Field.of("size[1].from", "leads.invalid.bands-overlap")));
        RulesCheck.check(bands(new Band(1, 299, 5), new Band(300, Integer.MAX_VALUE, 10)));
    }

    @Test
    void nobody_is_worth_a_reason_without_points() {
        var none = new Prospect(null, null, RoleLevel.UNKNOWN, null, null, false, false, null, List.of());

        assertThat(webinar(0, 30).score(none, List.of(), java.time.Instant.EPOCH).reasons()).isEmpty();
    }
}
