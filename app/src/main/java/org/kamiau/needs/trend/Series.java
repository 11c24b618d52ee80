package org.kamiau.needs.trend;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** A need week by week, without gaps: in how many mentions it was named, out of all mentions of any need. */
public record Series(List<Week> weeks) {

    /**
     * One week.
     *
     * @param monday its first day
     * @param mentions accounts that named the need
     * @param all distinct pairs of account and need, over all needs
     * @param weighted the mentions, each with the weight of its account's change-lead index
     * @param weightedAll the same of all pairs
     */
    public record Week(LocalDate monday, int mentions, int all, double weighted, double weightedAll) {

        public Week(LocalDate monday, int mentions, int all) {
            this(monday, mentions, all, mentions, all);
        }

        /** Somebody spoke at all. */
        public boolean active() {
            return all > 0;
        }

        /** In percent. */
        public double share() {
            return all == 0 ? 0 : 100.0 * mentions / all;
        }

        /** In percent. */
        public double weightedShare() {
            return weightedAll == 0 ? 0 : 100.0 * weighted / weightedAll;
        }

        boolean overBy(LocalDate day) {
            return !monday.plusDays(7).isAfter(day);
        }
    }

    public Series {
        weeks = List.copyOf(weeks);
        for (int i = 0; i < weeks.size(); i++) {
            var monday = weeks.get(i).monday();
            if (monday.getDayOfWeek() != DayOfWeek.MONDAY || i > 0 && !weeks.get(i - 1).monday().plusDays(7).equals(monday)) {
                throw new IllegalArgumentException("weeks follow each other, each from a Monday: " + monday);
            }
        }
    }

    /** Unweighted, from this Monday on. */
    public static Series of(LocalDate monday, List<Integer> mentions, List<Integer> all) {
        var weeks = new ArrayList<Week>(all.size());
        for (int i = 0; i < all.size(); i++) {
            weeks.add(new Week(monday.plusWeeks(i), mentions.get(i), all.get(i)));
        }
        return new Series(weeks);
    }

    /** The Monday of the week in which a day lies. */
    public static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** The weeks that were over at the beginning of a day. */
    public Series until(LocalDate day) {
        int over = weeks.size();
        while (over > 0 && !weeks.get(over - 1).overBy(day)) {
            over--;
        }
        return over == weeks.size() ? this : new Series(weeks.subList(0, over));
    }

    /** These whole weeks before a day, {@code from} exclusive of {@code to} weeks back. */
    List<Week> back(LocalDate day, int from, int to) {
        var end = monday(day);
        return weeks.stream()
                .filter(week -> {
                    long age = ChronoUnit.WEEKS.between(week.monday(), end);
                    return age <= from && age > to;
                })
                .toList();
    }
}
