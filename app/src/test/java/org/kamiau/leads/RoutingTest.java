package org.kamiau.leads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kamiau.customers.Account;
import org.kamiau.customers.AccountFacts;
import org.kamiau.customers.Lifecycle;
import org.kamiau.customers.Prefecture;
import org.kamiau.handoffs.Boundary;
import org.kamiau.leads.Routing.Desk;
import org.kamiau.leads.Routing.Seller;
import org.kamiau.leads.Routing.Territory;
import org.kamiau.platform.Function;
import org.kamiau.platform.MemberId;

class RoutingTest {

    private static final Instant NOW = Instant.parse("2026-11-24T00:05:00Z");
    private static final Seller IS1 = new Seller(new MemberId(UUID.randomUUID()), Function.INSIDE_SALES, "IS-1");
    private static final Seller IS2 = new Seller(new MemberId(UUID.randomUUID()), Function.INSIDE_SALES, "IS-2");
    private static final Seller FS3 = new Seller(new MemberId(UUID.randomUUID()), Function.FIELD_SALES, "FS-3");
    private static final List<Seller> ALL = List.of(IS1, IS2, FS3);

    private static AccountFacts account(@Nullable Integer tier, @Nullable MemberId fsOwner, @Nullable MemberId isOwner) {
        return new AccountFacts(
                new Account.Id(UUID.randomUUID()), "検証建設株式会社", null, 800, Prefecture.parse("愛知県").orNull(),
                List.of("mid-construction"), true, tier, fsOwner, isOwner, null, Lifecycle.PROSPECT);
    }

    private static Routing routing(Function receiver, List<Territory> territories, Map<MemberId, Desk> desks) {
        return new Routing(receiver, null, null, ALL, territories, desks);
    }

    @Test
    void an_abm_tier_1_account_goes_past_inside_sales_to_its_seller() {
        var route = routing(Function.INSIDE_SALES, List.of(), Map.of()).route(account(1, FS3.id(), IS1.id()), NOW);

        assertThat(route.boundary()).isEqualTo(Boundary.MKT_FS);
        assertThat(route.to()).isEqualTo(FS3.id());
        assertThat(route.why()).extracting(Reason::code).containsExactly("abm_pair");
    }

    @Test
    void the_owner_of_the_account_comes_before_territory_and_load() {
        var territory = new Territory(List.of(), List.of("mid-construction"), IS2.id());

        var route = routing(Function.INSIDE_SALES, List.of(territory), Map.of(IS1.id(), new Desk(99, NOW)))
                .route(account(null, FS3.id(), IS1.id()), NOW);

        assertThat(route.boundary()).isEqualTo(Boundary.MKT_IS);
        assertThat(route.to()).isEqualTo(IS1.id());
        assertThat(route.why()).extracting(Reason::code).containsExactly("account_owner");
    }

    @Test
    void a_territory_needs_region_and_segment_to_hold() {
        var elsewhere = new Territory(List.of("13"), List.of("mid-construction"), IS1.id());
        var here = new Territory(List.of("23"), List.of(), IS2.id());

        var route = routing(Function.INSIDE_SALES, List.of(elsewhere, here), Map.of()).route(account(null, null, null), NOW);

        assertThat(route.to()).isEqualTo(IS2.id());
        assertThat(route.why()).extracting(Reason::code).containsExactly("territory");
    }

    @Test
    void without_an_owner_the_emptiest_desk_gets_it_and_the_next_one_the_next() {
        var routing = routing(Function.INSIDE_SALES, List.of(), Map.of(IS1.id(), new Desk(3, NOW), IS2.id(), new Desk(2, NOW)));

        assertThat(routing.route(null, NOW).to()).isEqualTo(IS2.id());
        assertThat(routing.route(null, NOW.plusSeconds(1)).to()).isEqualTo(IS1.id());
    }

    @Test
    void a_firm_without_inside_sales_hands_leads_straight_to_sellers() {
        var route = routing(Function.FIELD_SALES, List.of(), Map.of()).route(account(null, null, IS1.id()), NOW);

        assertThat(route.boundary()).isEqualTo(Boundary.MKT_FS);
        assertThat(route.to()).isEqualTo(FS3.id());
    }

    @Test
    void an_owner_who_has_left_is_passed_over() {
        var gone = new MemberId(UUID.randomUUID());

        var route = routing(Function.INSIDE_SALES, List.of(), Map.of()).route(account(null, null, gone), NOW);

        assertThat(route.to()).isEqualTo(IS1.id());
    }

    @Test
    void when_nobody_does_the_work_the_lead_waits_with_the_function_and_says_so() {
        var route = new Routing(Function.INSIDE_SALES, null, null, List.of(), List.of(), Map.of()).route(null, NOW);

        assertThat(route.to()).isNull();
        assertThat(route.why()).extracting(Reason::code).containsExactly("nobody");
    }
}
