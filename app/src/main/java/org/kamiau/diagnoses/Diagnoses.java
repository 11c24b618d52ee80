package org.kamiau.diagnoses;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kamiau.people.FunctionMap;
import org.kamiau.people.Preset;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Characters;
import org.kamiau.platform.Ids;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Side;
import org.kamiau.platform.answers.AnswersClosed;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rounds of the diagnosis: opened, answered, closed, read. */
@Component
@Transactional
public class Diagnoses {

    /** The kind under which history knows rounds. */
    public static final String KIND = "diagnosis";

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_DAYS = 92;
    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    /**
     * A round as it is shown.
     *
     * @param turnout how many of each side have answered
     * @param outcome null while it is open, and where too few have answered
     */
    public record Seen(Round round, boolean open, Map<Side, Integer> turnout, @Nullable Outcome outcome) {
        public Seen {
            turnout = Map.copyOf(turnout);
        }

        public int answers(Side side) {
            return turnout.getOrDefault(side, 0);
        }
    }

    private final DiagnosisRows rows;
    private final FunctionMap functions;
    private final Audit audit;
    private final InstantSource clock;

    Diagnoses(DiagnosisRows rows, FunctionMap functions, Audit audit, InstantSource clock) {
        this.rows = rows;
        this.functions = functions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Asks both sides until the end of that day. Refuses with 403 who is no head, executive, sales operations or
     * administrator, with 409 while another round is open.
     */
    public Round open(@Nullable String name, @Nullable LocalDate closesOn, Actor by) {
        Round.needAsker(by);
        var now = clock.instant();
        check(name, closesOn, day(now));
        if (rows.all().stream().anyMatch(round -> round.openOn(day(now)))) {
            throw new RoundOpen();
        }
        int least = functions.preset() == Preset.SMALL ? Round.ENOUGH_WHERE_SMALL : Round.ENOUGH;
        var round = new Round(
                new Round.Id(Ids.next()), Objects.requireNonNull(name), now, Objects.requireNonNull(closesOn), null, least);
        rows.insert(round, by);
        audit.record(by, Change.made(KIND, round.id().value(), "diagnosis_opened", Map.of("name", round.name(), "closes_on", round.closesOn().toString())));
        return round;
    }

    private static void check(@Nullable String name, @Nullable LocalDate closesOn, LocalDate today) {
        var findings = new Invalid.Findings();
        if (name == null || name.isBlank()) {
            findings.add("name", "platform.invalid.not-blank");
        } else if (name.length() > LONGEST_NAME || !Characters.printable(name)) {
            findings.add("name", "diagnoses.invalid.name", LONGEST_NAME);
        }
        if (closesOn == null || closesOn.isBefore(today) || closesOn.isAfter(today.plusDays(LONGEST_DAYS))) {
            findings.add("closesOn", "diagnoses.invalid.closes-on", LONGEST_DAYS);
        }
        findings.raise();
    }

    /** Takes no more answers and shows the result: for good, so that nobody can watch it move with each answer. */
    public void close(Round.Id id, Actor by) {
        Round.needAsker(by);
        var now = clock.instant();
        var round = rows.lock(id).orElseThrow(Refusal.NotFound::new);
        if (!round.openOn(day(now))) {
            throw new RoundClosed();
        }
        rows.close(id, now);
        audit.record(by, new Change(new RecordRef(KIND, id.value()), "diagnosis_closed", null, null, null));
    }

    /**
     * Adds one person's answers to the counts of their side. Not told to the audit log, which knows moments.
     *
     * @param points of every statement (1 to 20), 1 to 5
     * @throws AnswersClosed after the last day
     */
    public void answer(Round.Id id, Side side, Map<Integer, Integer> points) {
        var round = rows.hold(id).orElseThrow(Refusal.NotFound::new);
        if (!round.openOn(day(clock.instant()))) {
            throw new AnswersClosed();
        }
        var findings = new Invalid.Findings();
        IntStream.rangeClosed(1, Outcome.STATEMENTS)
                .filter(statement -> points.getOrDefault(statement, 0) < 1 || points.getOrDefault(statement, 0) > 5)
                .forEach(statement -> findings.add(String.valueOf(statement), "platform.answers.out-of-range"));
        findings.raise();
        rows.add(id, side, points);
    }

    @Transactional(readOnly = true)
    public Seen find(Round.Id id) {
        return seen(List.of(rows.find(id).orElseThrow(Refusal.NotFound::new))).getFirst();
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Seen> all() {
        return seen(rows.all());
    }

    private List<Seen> seen(List<Round> rounds) {
        var counts = rows.counts(rounds.stream().map(Round::id).toList());
        var today = day(clock.instant());
        return rounds.stream().map(round -> seen(round, counts.getOrDefault(round.id(), Map.of()), round.openOn(today))).toList();
    }

    private static Seen seen(Round round, Map<Side, Counts> counts, boolean open) {
        var turnout = new HashMap<Side, Integer>();
        Round.SIDES.forEach(side -> turnout.put(side, counts.getOrDefault(side, Counts.NONE).n()));
        var outcome = open
                ? null
                : Outcome.of(counts.getOrDefault(Side.SALES, Counts.NONE), counts.getOrDefault(Side.MARKETING, Counts.NONE), round.least());
        return new Seen(round, open, turnout, outcome);
    }

    static LocalDate day(Instant moment) {
        return moment.atZone(ZONE).toLocalDate();
    }
}
