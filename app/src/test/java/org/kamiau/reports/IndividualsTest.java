package org.kamiau.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kamiau.platform.Actor;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Role;

class IndividualsTest {

    private static final UUID OWN = UUID.randomUUID();
    private static final Period MONTH = Period.of(YearMonth.of(2026, 9));

    private static Actor actor(Role role) {
        return new Actor(new MemberId(OWN), "somebody", "", Set.of(role), Set.of(), Locale.JAPANESE, "auto", null);
    }

    private static Funnel funnel(int colleagues) {
        var cells = new ArrayList<Funnel.Cell>();
        cells.add(new Funnel.Cell(MONTH, "", FunnelTest.counts(50, 0, 0, 0)));
        cells.add(new Funnel.Cell(MONTH, OWN.toString(), FunnelTest.counts(10, 10, 8, 4)));
        for (int i = 0; i < colleagues; i++) {
            cells.add(new Funnel.Cell(MONTH, UUID.randomUUID().toString(), FunnelTest.counts(10, 10, 8, 4)));
        }
        return new Funnel(MONTH, Dimension.OWNER, LocalDate.of(2026, 11, 24), cells, false);
    }

    @Test
    void the_heads_of_sales_see_each_person() {
        for (var role : new Role[] {Role.SALES_HEAD, Role.FS_MGR, Role.IS_LEAD, Role.REVOPS, Role.EXEC}) {
            assertThat(Individuals.as(actor(role), funnel(3)).lines()).hasSize(5);
        }
    }

    @Test
    void others_see_themselves_and_five_or_more_colleagues_as_one() {
        for (var role : new Role[] {Role.IS, Role.FS, Role.MKT, Role.MKT_HEAD}) {
            var seen = Individuals.as(actor(role), funnel(5));

            assertThat(seen.lines()).extracting(Funnel.Line::key).containsExactly("others", OWN.toString(), "");
            assertThat(seen.lines().getFirst().counts().mqls()).isEqualTo(50);
            assertThat(seen.withheld()).isFalse();
        }
    }

    @Test
    void four_colleagues_are_not_shown_at_all() {
        var seen = Individuals.as(actor(Role.IS), funnel(4));

        assertThat(seen.lines()).extracting(Funnel.Line::key).containsExactly(OWN.toString(), "");
        assertThat(seen.withheld()).isTrue();
    }

    @Test
    void nothing_is_hidden_along_other_dimensions() {
        var funnel = new Funnel(MONTH, Dimension.ORIGIN, LocalDate.of(2026, 11, 24), funnel(3).cells(), false);

        assertThat(Individuals.as(actor(Role.IS), funnel)).isEqualTo(funnel);
    }
}
