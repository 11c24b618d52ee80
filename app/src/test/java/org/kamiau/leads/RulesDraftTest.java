package org.kamiau.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kamiau.leads.RulesDraft.Holders;
import org.kamiau.leads.RulesDraft.Seat;
import org.kamiau.platform.Actor;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;

class RulesDraftTest {

    private static final Instant NOW = Instant.parse("2026-11-24T00:05:00Z");
    private static final Actor MARKETING = somebody(Role.MKT_HEAD);
    private static final Actor SALES = somebody(Role.SALES_HEAD);
    private static final Actor OPERATIONS = somebody(Role.REVOPS);
    private static final Actor BOTH = somebody(Role.MKT_HEAD, Role.SALES_HEAD);
    private static final Scoring.Current IN_FORCE = new Scoring.Current(3, ScoreRules.DEFAULT);
    private static final Holders THREE = new Holders(Map.of(
            Seat.MARKETING, Set.of(MARKETING.id()), Seat.SALES, Set.of(SALES.id()), Seat.SALES_OPS, Set.of(OPERATIONS.id())));

    private static Actor somebody(Role... roles) {
        return new Actor(new MemberId(UUID.randomUUID()), roles[0].code(), "", Set.of(roles), Set.of(), Locale.JAPANESE, "auto", null);
    }

    private static ScoreRules stricter() {
        return RulesChangeTest.with(ScoreRules.DEFAULT, 50);
    }

    private static RulesDraft.Open draft(ScoreRules rules) {
        return new RulesDraft.Open(
                new RulesDraft.Terms(new RulesDraft.Id(UUID.randomUUID()), 3, 2, rules, "why", MARKETING.id(), NOW, MARKETING.id(), NOW), List.of());
    }

    @Test
    void it_takes_both_heads_and_sales_operations() {
        var draft = draft(stricter());

        assertThat(draft.missing(THREE)).containsExactlyInAnyOrder(Seat.values());
        var first = draft.approve(2, IN_FORCE, THREE, OPERATIONS, NOW);
        var second = first.approve(2, IN_FORCE, THREE, SALES, NOW);
        assertThat(second.missing(THREE)).containsExactly(Seat.MARKETING);
        assertThat(second.approve(2, IN_FORCE, THREE, MARKETING, NOW).missing(THREE)).isEmpty();
    }

    @Test
    void where_nobody_does_sales_operations_both_heads_are_enough() {
        var two = new Holders(Map.of(Seat.MARKETING, Set.of(MARKETING.id()), Seat.SALES, Set.of(SALES.id())));

        var approved = draft(stricter()).approve(2, IN_FORCE, two, SALES, NOW).approve(2, IN_FORCE, two, MARKETING, NOW);

        assertThat(approved.missing(two)).isEmpty();
    }

    @Test
    void nobody_approves_twice() {
        var approved = draft(stricter()).approve(2, IN_FORCE, THREE, SALES, NOW);

        assertThatThrownBy(() -> approved.approve(2, IN_FORCE, THREE, SALES, NOW)).hasMessage("leads.draft.approved-already");
        assertThat(approved.awaits(SALES, THREE)).isFalse();
        assertThat(approved.awaits(MARKETING, THREE)).isTrue();
    }

    @Test
    void a_seat_is_filled_once() {
        var approved = draft(stricter()).approve(2, IN_FORCE, THREE, SALES, NOW);

        assertThatThrownBy(() -> approved.approve(2, IN_FORCE, THREE, somebody(Role.SALES_HEAD), NOW)).hasMessage("leads.draft.seat-filled");
    }

    @Test
    void who_leads_both_departments_approves_for_both_when_nobody_else_can() {
        var alone = new Holders(Map.of(Seat.MARKETING, Set.of(BOTH.id()), Seat.SALES, Set.of(BOTH.id())));
        var shared = new Holders(Map.of(Seat.MARKETING, Set.of(BOTH.id()), Seat.SALES, Set.of(BOTH.id(), SALES.id())));

        var once = draft(stricter()).approve(2, IN_FORCE, alone, BOTH, NOW);

        assertThat(once.approve(2, IN_FORCE, alone, BOTH, NOW).missing(alone)).isEmpty();
        assertThatThrownBy(() -> once.approve(2, IN_FORCE, shared, BOTH, NOW)).hasMessage("leads.draft.approved-already");
    }

    @Test
    void others_do_not_decide() {
        assertThatThrownBy(() -> draft(stricter()).approve(2, IN_FORCE, THREE, somebody(Role.MKT), NOW)).isInstanceOf(Refusal.NotAllowed.class);
    }

    @Test
    void only_what_was_read_is_approved() {
        var draft = draft(stricter());

        assertThatThrownBy(() -> draft.approve(1, IN_FORCE, THREE, SALES, NOW)).hasMessage("leads.draft.changed-since");
        assertThatThrownBy(() -> draft.approve(2, new Scoring.Current(4, ScoreRules.DEFAULT), THREE, SALES, NOW)).hasMessage("leads.draft.overtaken");
        assertThatThrownBy(() -> draft(ScoreRules.DEFAULT).approve(2, IN_FORCE, THREE, SALES, NOW)).hasMessage("leads.draft.changes-nothing");
    }

    @Test
    void a_change_makes_approvals_fall() {
        var approved = draft(stricter()).approve(2, IN_FORCE, THREE, SALES, NOW);

        var changed = approved.change(ScoreRules.DEFAULT, "other", MARKETING, NOW);

        assertThat(changed.approvals()).isEmpty();
        assertThat(changed.terms().revision()).isEqualTo(3);
        assertThatThrownBy(() -> changed.approve(2, IN_FORCE, THREE, MARKETING, NOW)).hasMessage("leads.draft.changed-since");
    }
}
