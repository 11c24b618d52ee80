package org.kamiau.leads;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
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
 * @param judged every lead that was looked at
 */
public record RulesOutcome(
        Period period, Sample sample, long mqls, long byJudgement, long out, long in, long receivers, List<Group> origins,
        List<Group> targets, Fate fate, List<Example> outs, List<Example> ins, List<Judged> judged) {

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

    /** @param counted whether it counts into the volumes of the period; others only show what became of older MQLs */
    record Judged(UUID lead, Verdict verdict, boolean counted) {}

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
        return new RulesJudging(before, after, period).judge(leads, sample, most);
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

    public RulesOutcome {
        origins = List.copyOf(origins);
        targets = List.copyOf(targets);
        outs = List.copyOf(outs);
        ins = List.copyOf(ins);
        judged = List.copyOf(judged);
    }
}
