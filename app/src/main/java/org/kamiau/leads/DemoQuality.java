package org.kamiau.leads;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.kamiau.handoffs.Boundary;

/**
 * How well inside sales handed over to field sales: health 54 in the summer, 78 since the shared template of
 * 2026-10-05. Every figure holds exactly for the hand-overs of its period.
 *
 * @param onTime percent answered within the time
 * @param complete percent of the agreed fields that the packets held
 * @param noShow percent of the meetings to which the customer did not come
 * @param reasked percent of the meetings in which the customer was asked again
 * @param rating of both sides, tenths
 */
record DemoQuality(Instant from, int onTime, int complete, int noShow, int reasked, int rating) {

    /** Ratings of what was told since are still owed when the story begins. */
    private static final Instant DEMANDED = begin(LocalDate.of(2026, 11, 17));

    /** The shared template: 引き継ぎ共通テンプレート. */
    static final LocalDate TEMPLATE = LocalDate.of(2026, 10, 5);

    /** The last is in force; July to September stands alone, so that it can be looked at alone. */
    private static final List<DemoQuality> PERIODS = List.of(
            new DemoQuality(begin(LocalDate.of(2025, 12, 1)), 48, 60, 19, 39, 29),
            new DemoQuality(begin(LocalDate.of(2026, 7, 1)), 45, 58, 21, 41, 28),
            new DemoQuality(begin(LocalDate.of(2026, 10, 1)), 45, 58, 21, 41, 28),
            new DemoQuality(begin(TEMPLATE), 80, 88, 9, 20, 30));

    private static Instant begin(LocalDate day) {
        return DemoYear.at(day, 0, 0);
    }

    /** Decides the fate, the gaps, the meetings' ends and the ratings of all proposals. */
    static void decide(List<DemoProposal> proposals, DemoSetting setting) {
        for (int i = 0; i < PERIODS.size(); i++) {
            var period = PERIODS.get(i);
            var until = i + 1 < PERIODS.size() ? PERIODS.get(i + 1).from() : Instant.MAX;
            period.decideAll(
                    proposals.stream().filter(one -> !one.offeredAt.isBefore(period.from()) && one.offeredAt.isBefore(until)).toList(), setting);
        }
    }

    private void decideAll(List<DemoProposal> all, DemoSetting setting) {
        var answered = all.stream().filter(one -> one.fate != DemoProposal.Fate.WAITING).toList();
        gaps(all, setting);
        var told = answered.stream().filter(one -> one.toldAt != null).toList();
        some(told, share(told.size(), noShow), _ -> true, setting).forEach(one -> one.noShow = true);
        var held = told.stream().filter(DemoProposal::met).toList();
        var split = split(answered.size(), held.size());
        some(answered, answered.size() - split.onTime(), one -> one.fate == DemoProposal.Fate.CONFIRMED, setting)
                .forEach(one -> one.fate = DemoProposal.Fate.SILENT);
        some(held, split.reasked(), _ -> true, setting).forEach(one -> one.reasked = true);
        rate(held, setting);
    }

    private record Split(int onTime, int reasked) {}

    /** Few hand-overs round coarsely: as near to the shares as gives the score that the story tells. */
    private Split split(int answered, int held) {
        var near = new ArrayList<Split>();
        for (int late = 0; late <= 1; late++) {
            for (int more = 0; more <= 1; more++) {
                near.add(new Split(share(answered, onTime) - late, share(held, reasked) + more));
            }
        }
        long told = Math.round(score(onTime / 100.0, reasked / 100.0));
        return near.stream()
                .filter(one -> Math.round(score((double) one.onTime() / answered, (double) one.reasked() / held)) == told)
                .findFirst()
                .orElse(near.getFirst());
    }

    private double score(double inTime, double again) {
        return 30 * inTime + 0.3 * complete + 20 * (1 - again) + 0.4 * rating;
    }

    private static int share(int number, int percent) {
        return Math.round(number * percent / 100f);
    }

    private static List<DemoProposal> some(List<DemoProposal> all, int number, Predicate<DemoProposal> which, DemoSetting setting) {
        var able = new ArrayList<>(all.stream().filter(which).toList());
        Collections.shuffle(able, setting.chance);
        return able.subList(0, Math.min(number, able.size()));
    }

    /** Needs and the meeting are always there, or it would be no SQL. */
    private void gaps(List<DemoProposal> all, DemoSetting setting) {
        int fields = all.stream().mapToInt(one -> fields(one, setting).size()).sum();
        int gaps = fields - share(fields, complete);
        var open = new ArrayList<>(all);
        while (gaps > 0 && !open.isEmpty()) {
            var one = open.get(setting.chance.nextInt(open.size()));
            var left = new ArrayList<>(fields(one, setting));
            left.removeAll(one.missing);
            left.removeAll(List.of("needs", "meeting"));
            if (left.isEmpty()) {
                open.remove(one);
            } else {
                one.missing.add(left.get(setting.chance.nextInt(left.size())));
                gaps--;
            }
        }
    }

    private static List<String> fields(DemoProposal one, DemoSetting setting) {
        return setting.agreement(one.offeredAt).fields(Boundary.IS_FS);
    }

    /** Both sides rate; the givers are kinder to their own packets. Of the last days some ratings are still owed. */
    private void rate(List<DemoProposal> held, DemoSetting setting) {
        held.forEach(one -> {
            boolean owed = !DEMANDED.isAfter(Objects.requireNonNull(one.toldAt));
            one.giver = owed && setting.hit(50) ? 0 : score(0.2, setting);
            one.receiver = owed ? 0 : score(-0.2, setting);
        });
        var rated = new ArrayList<>(held.stream().filter(one -> one.receiver > 0).toList());
        int scores = held.stream().mapToInt(one -> one.giver + one.receiver).sum();
        int number = (int) held.stream().flatMapToInt(one -> IntStream.of(one.giver, one.receiver)).filter(score -> score > 0).count();
        Collections.shuffle(rated, setting.chance);
        even(rated, Math.round(number * rating / 10f) - scores);
    }

    private int score(double kindness, DemoSetting setting) {
        return Math.toIntExact(Math.clamp(Math.round(rating / 10.0 + kindness + setting.chance.nextGaussian() * 0.8), 1, 5));
    }

    /** Moves the receivers' scores until the sum is what the mean asks for. */
    private static void even(List<DemoProposal> rated, int difference) {
        int step = Integer.signum(difference);
        int left = Math.abs(difference);
        for (int i = 0; left > 0; i = (i + 1) % rated.size()) {
            var one = rated.get(i);
            if (one.receiver + step >= 1 && one.receiver + step <= 5) {
                one.receiver += step;
                left--;
            }
        }
    }
}
