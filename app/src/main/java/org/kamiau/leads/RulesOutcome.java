package org.kamiau.leads;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Text;
import org.kamiau.platform.pieces.Rate;

/**
 * What other rules would have changed, on leads that really came: who would not have become an MQL, who else
 * would have, and how many of those whom field sales confirmed would have been lost. All counts are of the
 * leads that were judged; {@link #times} scales to all when they are a sample.
 *
 * @param period the days looked at
 * @param mqls MQLs of the period that the rules in force let through
 * @param byJudgement MQLs that people handed over although the rules did not: no rules touch them
 * @param out of the MQLs, those that would not be any more
 * @param in leads that would have become MQLs and did not
 */
public record RulesOutcome(
        Period period, Sample sample, long mqls, long byJudgement, long out, long in, long receivers, List<Group> origins,
        List<Group> targets, Fate fate, List<Example> outs, List<Example> ins) {

    /** Days looked at for volumes, and the last three cohorts that had their time for what became of them. */
    public record Period(Instant from, Instant to, LocalDate fateFrom, LocalDate fateTo) {

        private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

        static Period before(Instant now) {
            var today = now.atZone(ZONE).toLocalDate();
            var month = YearMonth.from(today);
            do {
                month = month.minusMonths(1);
            } while (month.atEndOfMonth().plusDays(WINDOW.toDays()).isAfter(today));
            return new Period(now.minus(Duration.ofDays(DAYS)), now, month.minusMonths(2).atDay(1), month.atEndOfMonth());
        }

        /** From when leads are needed. */
        Instant earliest() {
            var fate = fateFrom.atStartOfDay(ZONE).toInstant();
            return fate.isBefore(from) ? fate : from;
        }

        boolean counts(Instant moment) {
            return !moment.isBefore(from) && !moment.isAfter(to);
        }

        boolean mature(Instant qualifiedAt) {
            var day = qualifiedAt.atZone(ZONE).toLocalDate();
            return !day.isBefore(fateFrom) && !day.isAfter(fateTo);
        }
    }

    /**
     * How many were judged of how many: MQLs, and leads that are none.
     *
     * @param judged MQLs judged of {@code all}
     * @param others other leads judged of {@code allOthers}
     */
    public record Sample(long judged, long all, long others, long allOthers) {
        public boolean partial() {
            return judged < all || others < allOthers;
        }

        public long read() {
            return judged + others;
        }

        public long there() {
            return all + allOthers;
        }

        double mqlFactor() {
            return judged == 0 ? 1 : (double) all / judged;
        }

        double otherFactor() {
            return others == 0 ? 1 : (double) allOthers / others;
        }
    }

    /** MQLs of an origin, or of target and other accounts. */
    public record Group(String name, long mqls, long out, long in) {}

    /**
     * MQLs of the mature cohorts and how many of them were confirmed within 21 days; the same of those that
     * would have remained.
     */
    public record Fate(long mqls, long sqls, long keptMqls, long keptSqls) {
        public Rate before() {
            return new Rate(sqls, mqls, true);
        }

        public Rate after() {
            return new Rate(keptSqls, keptMqls, true);
        }

        public long lost() {
            return sqls - keptSqls;
        }
    }

    /** A lead that moves, with its scores at its time. */
    public record Example(UUID lead, @Nullable String company, @Nullable String origin, Score before, Score after, boolean sql) {
        public String scores(Text t) {
            return t.get("leads.trial.scores", moved(before.fit(), after.fit()), moved(before.engagement(), after.engagement()));
        }

        private static String moved(int before, int after) {
            return before == after ? String.valueOf(after) : before + "→" + after;
        }
    }

    /** Rules that let nearly everybody or nobody through say nothing. */
    public enum Warning {
        EVERYONE,
        NOBODY
    }

    public static int daysLookedAt() {
        return DAYS;
    }

    static final int DAYS = 90;
    static final Duration WINDOW = Duration.ofDays(21);
    private static final double NEARLY_ALL = 0.9;
    private static final double NEARLY_NONE = 0.01;
    private static final int FEW = 20;

    /** @param most examples to keep of each kind */
    static RulesOutcome of(List<PastLead> leads, ScoreRules before, ScoreRules after, Period period, Sample sample, int most) {
        return new Judging(before, after, period).judge(leads, sample, most);
    }

    /** As many among all leads, when a sample was judged. */
    public long outTimes() {
        return Math.round(out * sample.mqlFactor());
    }

    public long inTimes() {
        return Math.round(in * sample.otherFactor());
    }

    public long before() {
        return Math.round((mqls + byJudgement) * sample.mqlFactor());
    }

    public long after() {
        return before() - outTimes() + inTimes();
    }

    /** Everybody who answered in the period, or became an MQL in it. */
    public long received() {
        return before() + sample.allOthers();
    }

    public double share() {
        return received() == 0 ? 0 : (double) after() / received();
    }

    public @Nullable Warning warning() {
        if (received() < FEW) {
            return null;
        }
        return share() >= NEARLY_ALL ? Warning.EVERYONE : share() <= NEARLY_NONE ? Warning.NOBODY : null;
    }

    /** How many fewer, with the sign unless there are none. */
    public static String less(long number, Text t) {
        return number == 0 ? "0" : "−" + t.number(number);
    }

    public static String more(long number, Text t) {
        return number == 0 ? "0" : "+" + t.number(number);
    }

    /** MQLs a week on the desks of those who receive them. */
    public double weekly(long number) {
        return number * 7.0 / DAYS;
    }

    public double weeklyEach(long number) {
        return receivers == 0 ? 0 : weekly(number) / receivers;
    }

    /** One lead under both sets of rules. */
    private record Verdict(PastLead lead, boolean mql, boolean byJudgement, boolean out, boolean in, Example example) {
        boolean mature(Period period) {
            return lead.qualifiedAt() != null && period.mature(lead.qualifiedAt());
        }

        /** When it became an MQL, else when it answered last. */
        boolean counts(Period period) {
            return period.counts(lead.judgedUntil());
        }
    }

    private record Judging(ScoreRules before, ScoreRules after, Period period) {

        RulesOutcome judge(List<PastLead> leads, Sample sample, int most) {
            var all = leads.stream().map(this::verdict).toList();
            var counted = all.stream().filter(one -> one.counts(period)).toList();
            var receivers = counted.stream().map(one -> one.lead().receiver()).filter(Objects::nonNull).distinct().count();
            return new RulesOutcome(
                    period, sample, counted.stream().filter(Verdict::mql).count(), counted.stream().filter(Verdict::byJudgement).count(),
                    counted.stream().filter(Verdict::out).count(), counted.stream().filter(Verdict::in).count(), receivers,
                    groups(counted, lead -> lead.origin() == null ? "" : lead.origin()),
                    groups(counted, lead -> lead.target() ? "target" : "other"), fate(all),
                    examples(counted, Verdict::out, Comparator.comparing((Example one) -> !one.sql()).thenComparing(one -> -sum(one.before())), most),
                    examples(counted, Verdict::in, Comparator.comparing((Example one) -> -sum(one.after())), most));
        }

        private Verdict verdict(PastLead lead) {
            var until = lead.judgedUntil();
            var was = lead.passes(before, until);
            var is = lead.passes(after, until);
            boolean mql = lead.qualifiedAt() != null;
            boolean in = !mql && was.isEmpty() && is.filter(passed -> period.counts(passed.at())).isPresent();
            var at = in ? is.orElseThrow().at() : until;
            return new Verdict(
                    lead, mql && was.isPresent(), mql && was.isEmpty(), mql && was.isPresent() && is.isEmpty(), in,
                    new Example(lead.id(), lead.company(), lead.origin(), lead.score(before, at), lead.score(after, at), confirmed(lead)));
        }

        private static boolean confirmed(PastLead lead) {
            return lead.qualifiedAt() != null && lead.sqlAt() != null && !lead.sqlAt().isAfter(lead.qualifiedAt().plus(WINDOW));
        }

        private static int sum(Score score) {
            return score.fit() + score.engagement();
        }

        private static List<Group> groups(List<Verdict> verdicts, Function<PastLead, String> name) {
            var counts = new TreeMap<String, long[]>();
            verdicts.forEach(one -> {
                var group = counts.computeIfAbsent(name.apply(one.lead()), _ -> new long[3]);
                group[0] += one.mql() || one.byJudgement() ? 1 : 0;
                group[1] += one.out() ? 1 : 0;
                group[2] += one.in() ? 1 : 0;
            });
            return counts.entrySet().stream()
                    .map(entry -> new Group(entry.getKey(), entry.getValue()[0], entry.getValue()[1], entry.getValue()[2]))
                    .filter(group -> group.mqls() + group.in() > 0)
                    .sorted(Comparator.comparingLong((Group group) -> -group.mqls()))
                    .toList();
        }

        private Fate fate(List<Verdict> all) {
            var mature = all.stream().filter(one -> one.mature(period)).toList();
            var kept = mature.stream().filter(one -> !one.out()).toList();
            return new Fate(
                    mature.size(), mature.stream().filter(one -> confirmed(one.lead())).count(), kept.size(),
                    kept.stream().filter(one -> confirmed(one.lead())).count());
        }

        private static List<Example> examples(
                List<Verdict> verdicts, java.util.function.Predicate<Verdict> which, Comparator<Example> order, int most) {
            var examples = new ArrayList<Example>();
            verdicts.stream().filter(which).map(Verdict::example).sorted(order).limit(most).forEach(examples::add);
            return List.copyOf(examples);
        }
    }

    public RulesOutcome {
        origins = List.copyOf(origins);
        targets = List.copyOf(targets);
        outs = List.copyOf(outs);
        ins = List.copyOf(ins);
    }
}
