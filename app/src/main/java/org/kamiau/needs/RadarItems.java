package org.kamiau.needs;

import db.needs.tables.records.DetectionRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import org.kamiau.customers.Account;
import org.kamiau.needs.trend.Contrast;
import org.kamiau.needs.trend.Series;

/** The radar's items, from what batches kept. */
final class RadarItems {
    private RadarItems() {}

    static Radar.Item item(DetectionRecord row) {
        var weeks = new ArrayList<Series.Week>();
        for (int i = 0; i < row.getMentions().length; i++) {
            weeks.add(new Series.Week(
                    row.getFirstWeek().plusWeeks(i), row.getMentions()[i], row.getAllMentions()[i], row.getWeighted()[i], row.getAllWeighted()[i]));
        }
        return new Radar.Item(
                new Need.Id(row.getNeedId()), Need.State.of(row.getState()), new Contrast(row.getA(), row.getB(), row.getC(), row.getD()), row.getG2(),
                row.getQ(), row.getBurstFrom(), List.of(row.getBurstWeeks()), Arrays.stream(row.getLeadingAccounts()).map(Account.Id::new).toList(),
                new Series(weeks));
    }

    /** The signals of the days after the batch. */
    static Radar.Item since(Radar.Item item, List<Signal> signals) {
        var its = signals.stream().filter(signal -> signal.need().equals(item.need())).toList();
        if (its.isEmpty()) {
            return item;
        }
        var accounts = new LinkedHashSet<>(item.leadingAccounts());
        its.forEach(signal -> accounts.addAll(signal.accounts().subList(0, Math.min(signal.leading(), signal.accounts().size()))));
        return new Radar.Item(
                item.need(), its.getFirst().rule().state(), item.contrast(), item.g2(), item.q(), item.burstFrom(), item.burstWeeks(),
                List.copyOf(accounts), item.series());
    }

    static Radar.Item in(Radar.Item item, Need.State state) {
        return new Radar.Item(
                item.need(), state, item.contrast(), item.g2(), item.q(), item.burstFrom(), item.burstWeeks(), item.leadingAccounts(), item.series());
    }
}
