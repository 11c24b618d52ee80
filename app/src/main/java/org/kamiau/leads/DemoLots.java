package org.kamiau.leads;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Who of a month's MQLs is accepted, returned, mended and sent again, and becomes an SQL: as many as the plan says.
 *
 * @param resent those of the accepted that were returned first
 */
record DemoLots(List<DemoLead> returned, List<DemoLead> accepted, List<DemoLead> resent) {

    /** Of a hundred returned leads about so many are targets: most of what comes back is what we do not serve. */
    private static final int RETURNED_TARGETS = 18;

    /** Later ones have not got as far as an SQL, or a second hand-over, when the story begins. */
    private static final LocalDate LAST_SOLD = LocalDate.of(2026, 11, 13);

    DemoLots {
        returned = List.copyOf(returned);
        accepted = List.copyOf(accepted);
        resent = List.copyOf(resent);
    }

    static DemoLots of(DemoYear.Month month, List<DemoLead> all, RandomGenerator chance) {
        var shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, chance);
        // What the checklist brought is returned first.
        shuffled.sort(Comparator.comparing(lead -> !DemoYear.CHECKLIST_CAMPAIGN.equals(lead.planned.origin().campaign())));
        int back = all.size() - month.sal();
        int targets = Math.round(back * RETURNED_TARGETS / 100f);
        var returned = first(shuffled, back - targets, lead -> !lead.planned.target());
        returned.addAll(first(shuffled, targets, lead -> lead.planned.target() && lead.inside()));
        var accepted = new ArrayList<>(shuffled);
        accepted.removeAll(returned);
        Collections.shuffle(accepted, chance);
        Predicate<DemoLead> mayBeSold = lead -> lead.inside() && !lead.planned.day().isAfter(LAST_SOLD);
        first(accepted, month.soldTargets(), mayBeSold.and(lead -> lead.planned.target())).forEach(lead -> lead.sold = true);
        first(accepted, month.sql() - month.soldTargets(), mayBeSold.and(lead -> !lead.planned.target())).forEach(lead -> lead.sold = true);
        var resent = first(accepted, month.resent(), mayBeSold.and(lead -> !lead.sold));
        return new DemoLots(byMoment(returned), byMoment(accepted), byMoment(resent));
    }

    private static List<DemoLead> first(List<DemoLead> from, int number, Predicate<DemoLead> which) {
        var found = new ArrayList<>(from.stream().filter(which).limit(number).toList());
        if (found.size() < number) {
            throw new IllegalStateException("the plan asks for " + number + " leads, but there are " + found.size());
        }
        return found;
    }

    private static List<DemoLead> byMoment(List<DemoLead> leads) {
        return leads.stream().sorted(Comparator.comparingInt(lead -> lead.number)).toList();
    }
}
