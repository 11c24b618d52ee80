package org.kamiau.leads;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kamiau.leads.RulesOutcome.Example;
import org.kamiau.leads.RulesOutcome.Fate;
import org.kamiau.leads.RulesOutcome.Group;
import org.kamiau.leads.RulesOutcome.Judged;
import org.kamiau.leads.RulesOutcome.Period;
import org.kamiau.leads.RulesOutcome.Sample;

/** Judges leads under two sets of rules. */
record RulesJudging(ScoreRules before, ScoreRules after, Period period) {

    /** One lead under both. */
    private record Line(PastLead lead, Verdict verdict, Example example) {

        boolean is(Verdict one) {
            return verdict == one;
        }

        boolean mature(Period period) {
            return lead.qualifiedAt() != null && period.mature(lead.qualifiedAt());
        }

        /** When it became an MQL, else when it answered last. */
        boolean counts(Period period) {
            return period.counts(lead.judgedUntil());
        }
    }

    /** @param most examples to keep of each kind */
    RulesOutcome judge(List<PastLead> leads, Sample sample, int most) {
        var all = leads.stream().map(this::line).toList();
        var counted = all.stream().filter(one -> one.counts(period)).toList();
        var receivers = counted.stream().map(one -> one.lead().receiver()).filter(Objects::nonNull).distinct().count();
        return new RulesOutcome(
                period, sample, count(counted, Verdict.STAYS) + count(counted, Verdict.OUT), count(counted, Verdict.BY_JUDGEMENT),
                count(counted, Verdict.OUT), count(counted, Verdict.IN), receivers,
                groups(counted, lead -> lead.origin() == null ? "" : lead.origin()),
                groups(counted, lead -> lead.target() ? "target" : "other"), fate(all),
                examples(counted, Verdict.OUT, Comparator.comparing((Example one) -> !one.sql()).thenComparing(one -> -sum(one.before())), most),
                examples(counted, Verdict.IN, Comparator.comparing((Example one) -> -sum(one.after())), most),
                all.stream().map(one -> new Judged(one.lead().id(), one.verdict(), one.counts(period))).toList());
    }

    private Line line(PastLead lead) {
        var until = lead.judgedUntil();
        boolean was = lead.passes(before, until).isPresent();
        var is = lead.passes(after, until);
        var verdict = verdict(lead, was, is);
        var at = verdict == Verdict.IN ? is.orElseThrow().at() : until;
        return new Line(lead, verdict, new Example(
                lead.id(), lead.company(), lead.origin(), lead.score(before, at), lead.score(after, at), lead.confirmedWithin(RulesOutcome.WINDOW)));
    }

    private Verdict verdict(PastLead lead, boolean was, Optional<PastLead.Passed> is) {
        if (lead.qualifiedAt() != null) {
            return !was ? Verdict.BY_JUDGEMENT : is.isPresent() ? Verdict.STAYS : Verdict.OUT;
        }
        return !was && is.filter(passed -> period.counts(passed.at())).isPresent() ? Verdict.IN : Verdict.NONE;
    }

    private static long count(List<Line> lines, Verdict verdict) {
        return lines.stream().filter(one -> one.is(verdict)).count();
    }

    private static int sum(Score score) {
        return score.fit() + score.engagement();
    }

    private static List<Group> groups(List<Line> lines, Function<PastLead, String> name) {
        var groups = lines.stream().collect(Collectors.groupingBy(one -> name.apply(one.lead()), TreeMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(entry -> new Group(
                        entry.getKey(), entry.getValue().stream().filter(one -> one.lead().qualifiedAt() != null).count(),
                        count(entry.getValue(), Verdict.OUT), count(entry.getValue(), Verdict.IN)))
                .filter(group -> group.mqls() + group.in() > 0)
                .sorted(Comparator.comparingLong((Group group) -> -group.mqls()))
                .toList();
    }

    private Fate fate(List<Line> all) {
        var mature = all.stream().filter(one -> one.mature(period)).toList();
        var kept = mature.stream().filter(one -> !one.is(Verdict.OUT)).toList();
        return new Fate(mature.size(), confirmed(mature), kept.size(), confirmed(kept));
    }

    private static long confirmed(List<Line> lines) {
        return lines.stream().filter(one -> one.example().sql()).count();
    }

    private static List<Example> examples(List<Line> lines, Verdict which, Comparator<Example> order, int most) {
        return lines.stream().filter(one -> one.is(which)).map(Line::example).sorted(order).limit(most).toList();
    }
}
