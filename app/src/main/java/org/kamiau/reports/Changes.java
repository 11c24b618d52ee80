package org.kamiau.reports;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.stream.Collectors;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Text;
import org.springframework.stereotype.Component;

/** Compares a rate in two months. */
@Component
public class Changes {

    private final Funnels funnels;
    private final Names names;

    Changes(Funnels funnels, Names names) {
        this.funnels = funnels;
        this.names = names;
    }

    /** As this member may see it, with the groups named in the reader's language. */
    public Change between(Step step, YearMonth from, YearMonth to, Dimension by, Actor actor, Text t) {
        var before = funnels.read(Period.of(from), by, actor);
        var after = funnels.read(Period.of(to), by, actor);
        var parts = Decomposition.of(step, counts(before), counts(after));
        return new Change(
                step, from, to, by, funnels.today(), parts,
                names.of(by, parts.groups().stream().map(Decomposition.Group::key).toList(), t),
                before.withheld() || after.withheld());
    }

    private static Map<String, Counts> counts(Funnel funnel) {
        return funnel.lines().stream().collect(Collectors.toMap(Funnel.Line::key, Funnel.Line::counts));
    }

    /** The last month whose SQLs have had their time. */
    public YearMonth lastMature() {
        return lastMature(funnels.today());
    }

    static YearMonth lastMature(LocalDate today) {
        var month = YearMonth.from(today);
        while (!Window.SALES.over(month.atEndOfMonth(), today)) {
            month = month.minusMonths(1);
        }
        return month;
    }
}
