package org.kamiau.leads;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The way of the story's MQLs from the hand-over to wherever they are on Tuesday morning. */
final class DemoRelay {

    /** Accepted on Friday, and nobody has called yet. */
    private static final int UNTOUCHED = 3;

    private static final List<Instant> PROPOSED_ON_FRIDAY =
            List.of(DemoYear.at(DemoYear.FRIDAY, 10, 40), DemoYear.at(DemoYear.FRIDAY, 14, 5), DemoYear.at(DemoYear.FRIDAY, 16, 30));
    private static final List<String> WAITING_FOR = List.of("fs3", "fs1", "fs5");

    private final DemoSetting setting;
    private final DemoReturns returns;
    private final DemoSpeed speed;
    private final DemoWork work;
    private final DemoProposals proposals;

    DemoRelay(DemoSetting setting) {
        this.setting = setting;
        this.returns = new DemoReturns(setting);
        this.speed = new DemoSpeed(setting);
        this.work = new DemoWork(setting);
        this.proposals = new DemoProposals(setting, work);
    }

    void run(List<DemoLead> leads) {
        Map<Integer, List<DemoLead>> months = leads.stream().collect(Collectors.groupingBy(lead -> lead.planned.month(), TreeMap::new, Collectors.toList()));
        months.forEach((number, all) -> run(DemoYear.MONTHS.get(number), number == DemoYear.NOVEMBER, all));
        proposals.tell();
    }

    private void run(DemoYear.Month month, boolean november, List<DemoLead> all) {
        var lots = DemoLots.of(month, all, setting.chance);
        var back = new ArrayList<>(lots.returned());
        if (november) {
            back.removeAll(returns.open(lots.returned()));
        }
        back.forEach(lead -> returns.giveBack(lead, month));
        for (int i = 0; i < lots.resent().size(); i++) {
            returns.sendAgain(lots.resent().get(i), month, i % 4 == 3);
        }
        var accepted = new ArrayList<>(lots.accepted());
        var tried = new ArrayList<>(accepted);
        if (november) {
            tried.removeAll(untouched(accepted));
        }
        speed.draw(tried, month.minutes());
        accepted.forEach(lead -> returns.accept(lead, month));
        var proposed = november ? waiting(tried) : List.<DemoLead>of();
        tried.stream().filter(lead -> !proposed.contains(lead)).forEach(lead -> {
            if (lead.sold) {
                proposals.propose(lead);
            } else {
                work.work(lead);
            }
        });
    }

    /** The last ones that inside sales took. */
    private static List<DemoLead> untouched(List<DemoLead> accepted) {
        return accepted.stream()
                .filter(lead -> !lead.sold && lead.inside())
                .sorted(Comparator.comparing((DemoLead lead) -> lead.assignedAt).reversed())
                .limit(UNTOUCHED)
                .toList();
    }

    /** Three conversations of Friday that field sales is to confirm. */
    private List<DemoLead> waiting(List<DemoLead> tried) {
        var able = tried.stream()
                .filter(lead -> !lead.sold && lead.inside() && lead.planned.target() && lead.account != null && lead.account.fsOwner() == null)
                .filter(lead -> !lead.planned.day().isBefore(LocalDate.of(2026, 11, 10)))
                .filter(lead -> setting.days.after(lead.assignedAt, lead.minutes).isBefore(DemoYear.at(DemoYear.FRIDAY.minusDays(1), 18, 0)))
                .limit(PROPOSED_ON_FRIDAY.size())
                .toList();
        for (int i = 0; i < able.size(); i++) {
            proposals.wait(able.get(i), PROPOSED_ON_FRIDAY.get(i), setting.member(WAITING_FOR.get(i)));
        }
        return able;
    }
}
