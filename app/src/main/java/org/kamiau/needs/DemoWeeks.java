package org.kamiau.needs;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which needs were named in which week of the demonstration's year, and in four of them by whom: those that rose. A
 * mention is one account and one need in one week.
 */
final class DemoWeeks {

    static final LocalDate FIRST = LocalDate.of(2025, 12, 1);

    /** Needs with a story of their own. */
    static final String AUDIT = "audit-record";
    static final String ACCLIMATISE = "acclimatise";
    static final String LANGUAGES = "foreign-workers";
    static final String PARTNERS = "partner-workers";
    static final List<String> RISING = List.of(AUDIT, ACCLIMATISE, LANGUAGES, PARTNERS);

    /** Mentions of all needs, week by week; none in the week of the year's end. */
    static final List<Integer> ALL = List.of(
            34, 36, 33, 30, 0, 35, 34, 36, 37, 35, 38, 36, 37, 39, 38, 40, 41, 40, 42, 41, 43, 30, 14, 44, 45, 46, 44, 47, 46, 48, 47, 49, 50, 44,
            48, 46, 22, 41, 45, 44, 45, 43, 24, 44, 45, 40, 44, 46, 41, 46, 47);

    /** Of records for main contractors and auditors among them. */
    static final List<Integer> RECORDS = List.of(
            0, 1, 0, 1, 0, 1, 0, 1, 1, 0, 1, 1, 0, 1, 1, 1, 0, 1, 3, 4, 5, 4, 2, 7, 8, 9, 9, 11, 10, 12, 11, 12, 11, 9, 10, 9, 4, 8, 8, 7, 8, 7, 3,
            6, 7, 6, 6, 5, 6, 5, 6);

    private static final List<Integer> HEAT = List.of(
            1, 0, 1, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 4, 4, 5, 4, 4, 3, 3, 3, 3, 2, 2, 3, 3, 1, 4, 3, 2, 2, 1, 1, 1, 1, 1, 1,
            0, 1, 0, 1);
    private static final List<Integer> TONGUES = List.of(
            0, 1, 0, 1, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 3, 3, 4, 4, 5, 4, 2, 4, 4, 3, 4, 3, 2, 3, 3, 2, 3, 2,
            2, 3, 2);
    private static final List<Integer> CREWS = List.of(
            1, 0, 1, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 2,
            2, 2, 2);

    /** Who speaks on which day. */
    private record Cue(String need, LocalDate day, String who) {}

    private static final List<Cue> CUES = List.of(
            cue(AUDIT, 4, 7, "lead1"), cue(AUDIT, 4, 14, "lead2"), cue(AUDIT, 4, 16, "lead3"), cue(AUDIT, 4, 20, "lead4"),
            cue(AUDIT, 4, 21, "lead5"), cue(ACCLIMATISE, 5, 8, "lead4"), cue(ACCLIMATISE, 5, 12, "lead5"), cue(ACCLIMATISE, 5, 13, "lead1"),
            cue(ACCLIMATISE, 5, 14, "lead2"), cue(ACCLIMATISE, 5, 15, "lead3"), cue(LANGUAGES, 6, 30, "lead4"), cue(LANGUAGES, 7, 2, "lead1"),
            cue(LANGUAGES, 7, 3, "lead5"), cue(LANGUAGES, 7, 7, "lead2"), cue(LANGUAGES, 7, 9, "lead3"), cue(PARTNERS, 10, 28, "lead1"),
            cue(PARTNERS, 11, 5, "lead2"), cue(PARTNERS, 11, 12, "lead3"), cue("no-signal", 1, 20, "lead1"), cue("no-signal", 1, 27, "lead2"),
            cue("subsidy", 2, 4, "lead4"), cue("subsidy", 2, 12, "lead5"), cue("exact-spot", 3, 3, "lead2"), cue("exact-spot", 3, 11, "lead6"));

    /** From here on a rising need is on many lips. */
    private static final Map<String, LocalDate> SPREADS = Map.of(
            AUDIT, LocalDate.of(2026, 4, 20), ACCLIMATISE, LocalDate.of(2026, 5, 18), LANGUAGES, LocalDate.of(2026, 7, 6), PARTNERS,
            LocalDate.of(2026, 11, 16));

    /** How often the other needs are named, against 10. */
    private static final Map<String, Integer> OFTEN = Map.of(
            "procedures", 14, "business-case", 13, "condensation", 13, "try-first", 12, "exact-spot", 12, "break-call", 12, "easy-to-find", 8,
            "accountability", 8, "subsidy", 8, "lone-worker", 9);

    /**
     * A mention to be made.
     *
     * @param who part in the story, null for anybody
     * @param day null for any day of the week
     */
    record Mention(String need, LocalDate monday, @Nullable String who, @Nullable LocalDate day) {}

    private DemoWeeks() {}

    private static Cue cue(String need, int month, int day, String who) {
        return new Cue(need, LocalDate.of(2026, month, day), who);
    }

    /** Week by week. */
    static List<List<Mention>> mentions(Collection<String> needs) {
        var due = new TreeMap<String, Double>();
        needs.stream().filter(need -> !RISING.contains(need)).forEach(need -> due.put(need, 0.0));
        double weights = due.keySet().stream().mapToInt(need -> OFTEN.getOrDefault(need, 10)).sum();
        var turns = new HashMap<String, Integer>();
        var weeks = new ArrayList<List<Mention>>();
        for (int i = 0; i < ALL.size(); i++) {
            var monday = FIRST.plusWeeks(i);
            var week = new ArrayList<Mention>();
            rising(AUDIT, RECORDS.get(i), monday, turns, week);
            rising(ACCLIMATISE, HEAT.get(i), monday, turns, week);
            rising(LANGUAGES, TONGUES.get(i), monday, turns, week);
            rising(PARTNERS, CREWS.get(i), monday, turns, week);
            int rest = ALL.get(i) - week.size();
            due.replaceAll((need, credit) -> credit + rest * OFTEN.getOrDefault(need, 10) / weights);
            others(due, rest, monday, week);
            weeks.add(List.copyOf(week));
        }
        return List.copyOf(weeks);
    }

    /** First who has a cue, then one or two regulars, who say it again and again while nobody else does, then anybody. */
    private static void rising(String need, int number, LocalDate monday, Map<String, Integer> turns, List<Mention> week) {
        if (ALL.get((int) ChronoUnit.WEEKS.between(FIRST, monday)) == 0) {
            return;
        }
        var cues = cues(need, monday);
        cues.stream().limit(number).forEach(week::add);
        boolean spread = !monday.isBefore(SPREADS.getOrDefault(need, LocalDate.MAX));
        for (int i = cues.size(); i < number; i++) {
            var regular = need + "/" + turns.merge(need, 1, Integer::sum) % (need.equals(AUDIT) || need.equals(PARTNERS) ? 2 : 1);
            week.add(new Mention(need, monday, spread ? null : regular, null));
        }
    }

    private static List<Mention> cues(String need, LocalDate monday) {
        return CUES.stream()
                .filter(cue -> cue.need().equals(need) && !cue.day().isBefore(monday) && cue.day().isBefore(monday.plusDays(7)))
                .map(cue -> new Mention(need, monday, cue.who(), cue.day()))
                .toList();
    }

    /** Whatever is most overdue, so that no need rises or falls by chance. */
    private static void others(Map<String, Double> due, int rest, LocalDate monday, List<Mention> week) {
        int before = week.size();
        for (var need : due.keySet()) {
            for (var mention : cues(need, monday)) {
                week.add(mention);
                due.merge(need, -1.0, Double::sum);
            }
        }
        while (week.size() - before < rest) {
            var need = due.entrySet().stream().max(Comparator.comparingDouble(Map.Entry::getValue)).orElseThrow().getKey();
            week.add(new Mention(need, monday, null, null));
            due.merge(need, -1.0, Double::sum);
        }
    }
}
