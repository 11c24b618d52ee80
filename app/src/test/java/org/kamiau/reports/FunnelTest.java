package org.kamiau.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class FunnelTest {

    private static final LocalDate STORY = LocalDate.of(2026, 11, 24);
    private static final Period AUTUMN = Period.of(YearMonth.of(2026, 9), YearMonth.of(2026, 11));

    static Counts counts(long inquiries, long mqls, long sals, long sqls) {
        return new Counts(inquiries, mqls, mqls, sals, sqls, 0, mqls - sals, new Counts.Fates(0, 0, mqls - sqls, sqls, 0, 0, 0, 0));
    }

    private static Funnel.Cell cell(int month, String key, Counts counts) {
        return new Funnel.Cell(AUTUMN.in(YearMonth.of(2026, month)), key, counts);
    }

    @Test
    void october_is_mature_for_sales_but_not_yet_for_qualification_on_the_storys_morning() {
        var october = Period.of(YearMonth.of(2026, 10));

        assertThat(october.mature(Window.SALES, STORY)).isTrue();
        assertThat(october.mature(Window.QUALIFICATION, STORY)).isFalse();
        assertThat(october.mature(Window.SALES, LocalDate.of(2026, 11, 20))).isFalse();
        assertThat(october.mature(Window.SALES, LocalDate.of(2026, 11, 21))).isTrue();
    }

    @Test
    void every_month_has_a_line_and_young_ones_are_marked() {
        var funnel = new Funnel(AUTUMN, Dimension.MONTH, STORY, List.of(cell(10, "", counts(968, 243, 160, 41))), false);

        var lines = funnel.lines();

        assertThat(lines).extracting(Funnel.Line::key).containsExactly("2026-09", "2026-10", "2026-11");
        assertThat(lines).extracting(Funnel.Line::salesMature).containsExactly(true, true, false);
        assertThat(lines.get(1).rate(Step.MQL_SQL).percent()).isCloseTo(16.9, org.assertj.core.api.Assertions.within(0.05));
    }

    @Test
    void the_headline_leaves_young_months_out() {
        var funnel = new Funnel(
                AUTUMN, Dimension.ORIGIN, STORY,
                List.of(cell(9, "ads", counts(10, 5, 4, 2)), cell(10, "ads", counts(10, 5, 4, 2)), cell(11, "ads", counts(10, 5, 0, 0)), cell(11, "event", counts(9, 9, 0, 0))),
                false);

        assertThat(funnel.matureTotal().counts().mqls()).isEqualTo(10);
        assertThat(funnel.matureTotal().period()).isEqualTo(Period.of(YearMonth.of(2026, 9), YearMonth.of(2026, 10)));
        assertThat(funnel.matureLines()).extracting(Funnel.Line::key).containsExactly("ads");
        assertThat(funnel.lines()).extracting(Funnel.Line::key).containsExactly("ads", "event");
        assertThat(funnel.total().counts().mqls()).isEqualTo(24);
    }

    @Test
    void an_origin_of_three_lucky_leads_does_not_lead_the_table() {
        var funnel = new Funnel(
                AUTUMN, Dimension.ORIGIN, STORY,
                List.of(cell(9, "lucky", counts(3, 3, 3, 3)), cell(9, "good", counts(200, 200, 180, 90)), cell(9, "poor", counts(200, 200, 80, 10))), false);

        var ranked = Origin.ranked(funnel);

        assertThat(ranked).extracting(origin -> origin.line().key()).containsExactly("good", "lucky", "poor");
        assertThat(ranked.get(1).few()).isTrue();
        assertThat(ranked.get(1).shrunk()).isCloseTo(100 * (3 + 20 * 103 / 403.0) / 23, org.assertj.core.api.Assertions.within(1e-9));
    }
}
