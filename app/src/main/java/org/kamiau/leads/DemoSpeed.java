package org.kamiau.leads;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How long the first attempt took: a month's median is exact, with a long tail to the right. Those who are called
 * sooner become SQLs more often, as everywhere.
 */
final class DemoSpeed {

    private static final int QUICKEST = 2;
    private static final int SLOWEST = 2_000;
    private static final int SLOWEST_SOLD = 1_000;
    private static final int SLOW = 240;
    private static final int HALF_SLOW = 60;

    /** Up to this median a team works as it agreed; only some leads lie about. */
    private static final int WELL = 30;

    private final DemoDays days;
    private final RandomGenerator chance;

    DemoSpeed(DemoSetting setting) {
        this.days = setting.days;
        this.chance = setting.chance;
    }

    void draw(List<DemoLead> leads, int median) {
        var waiting = new ArrayList<>(leads);
        for (int minutes : values(leads.size(), median)) {
            var able = waiting.stream().filter(lead -> room(lead) >= minutes).toList();
            var one = choose(able, minutes);
            one.minutes = minutes;
            waiting.remove(one);
        }
    }

    /** The longest first, as fewest leads have room for it. */
    private List<Integer> values(int number, int median) {
        var values = new ArrayList<Integer>();
        int side = (number - 1) / 2;
        for (int i = 0; i < side; i++) {
            values.add(Math.clamp(Math.round(median * Math.exp(-0.7 * Math.abs(chance.nextGaussian()))), QUICKEST, median));
            values.add(Math.clamp(Math.round(median * Math.exp(tail(median) * Math.abs(chance.nextGaussian()))), median, SLOWEST));
        }
        values.addAll(Collections.nCopies(number - 2 * side, median));
        values.sort(Comparator.reverseOrder());
        return values;
    }

    private double tail(int median) {
        return median > WELL ? 0.9 : chance.nextInt(100) < 8 ? 1.8 : 0.55;
    }

    /** Of two at random, a slow first attempt goes rather to the one that comes to nothing. */
    private DemoLead choose(List<DemoLead> able, int minutes) {
        var one = able.get(chance.nextInt(able.size()));
        var other = able.get(chance.nextInt(able.size()));
        boolean slow = minutes > SLOW || minutes > HALF_SLOW && chance.nextBoolean();
        return slow && one.sold ? other : one;
    }

    private long room(DemoLead lead) {
        long untilWeekend = days.minutes(lead.assignedAt, DemoDays.WEEKEND) - 10;
        return Math.min(untilWeekend, lead.sold ? SLOWEST_SOLD : SLOWEST);
    }
}
