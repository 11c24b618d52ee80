package org.kamiau.reports;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kamiau.handoffs.Agreements;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Card;
import org.kamiau.platform.Fragment;
import org.kamiau.platform.Role;
import org.kamiau.platform.pieces.Rate;
import org.springframework.stereotype.Component;

/** The last month whose leads have had their time, in four numbers that both departments answer for: for their heads. */
@Component
class HeadlineCard implements Card {

    /**
     * A month against what was agreed.
     *
     * @param mqlGoal and {@code sqlGoal} as agreed for a month
     * @param targetGoal and {@code acceptanceGoal} in percent
     */
    public record Headline(
            YearMonth month, long mqls, int mqlGoal, long sqls, int sqlGoal, Rate target, int targetGoal, Rate acceptance, int acceptanceGoal,
            @Nullable String mqlPath, @Nullable String sqlPath, @Nullable String targetPath) {

        /** Percent of the goal. */
        public long mqlReached() {
            return Math.round(100.0 * mqls / mqlGoal);
        }

        public long sqlReached() {
            return Math.round(100.0 * sqls / sqlGoal);
        }
    }

    private final Funnels funnels;
    private final Agreements agreements;

    HeadlineCard(Funnels funnels, Agreements agreements) {
        this.funnels = funnels;
        this.agreements = agreements;
    }

    @Override
    public int order(Actor actor) {
        return 5;
    }

    @Override
    public Optional<Fragment> show(Actor actor) {
        if (!actor.is(Role.SALES_HEAD, Role.MKT_HEAD, Role.EXEC, Role.REVOPS, Role.IS_LEAD, Role.FS_MGR)) {
            return Optional.empty();
        }
        var period = Period.of(lastMature(funnels.today()));
        var all = funnels.read(period, Dimension.TARGET, actor).lines();
        var counts = all.stream().map(Funnel.Line::counts).reduce(Counts.NONE, Counts::plus);
        if (counts.mqls() == 0) {
            return Optional.empty();
        }
        var target = all.stream().filter(line -> line.key().equals("target")).mapToLong(line -> line.counts().mqls()).sum();
        var goals = agreements.current().delivery();
        return Optional.of(new Fragment("reports/headline", new Headline(
                period.month(), counts.mqls(), goals.mql(), counts.sqls(), goals.sql(),
                new Rate(target, counts.mqls(), true), goals.targetShare(),
                new Rate(counts.sals(), counts.sals() + counts.returned(), true), goals.acceptance(),
                LeadLinks.mqls(period, Dimension.MONTH, ""), LeadLinks.marked(period, Dimension.MONTH, "", "sql"),
                LeadLinks.mqls(period, Dimension.TARGET, "target"))));
    }

    private static YearMonth lastMature(LocalDate today) {
        var month = YearMonth.from(today).minusMonths(1);
        while (!Period.of(month).mature(Window.SALES, today)) {
            month = month.minusMonths(1);
        }
        return month;
    }
}
