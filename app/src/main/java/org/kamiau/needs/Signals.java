package org.kamiau.needs;

import static db.needs.Tables.SIGNAL;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.Calendars;
import org.kamiau.customers.Account;
import org.kamiau.people.FunctionMap;
import org.kamiau.people.Task;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Ids;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.alerts.Outcome;
import org.kamiau.platform.alerts.Precision;
import org.kamiau.platform.api.Version;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Signals of rising needs: raised by the radar's rules, closed by people. */
@Component
@Transactional
public class Signals {

    /** The kind under which history and notices know signals. */
    public static final String KIND = "signal";

    private static final int LONGEST_REASON = 1000;

    /** What was decided about the same need is not asked again within the days that the rules look at. */
    private static final int QUIET_DAYS = 28;

    private static final Set<Need.State> RISING = Set.of(Need.State.SIGN, Need.State.BURST);

    /** What a rule found about a need. */
    record Finding(Need.Id need, Signal.Rule rule, LocalDate day, List<Account.Id> accounts, int leading) {}

    private final SignalRows rows;
    private final Needs needs;
    private final RadarNotices notices;
    private final FunctionMap functions;
    private final Calendars calendars;
    private final Audit audit;
    private final InstantSource clock;

    Signals(
            SignalRows rows, Needs needs, RadarNotices notices, FunctionMap functions, Calendars calendars, Audit audit, InstantSource clock) {
        this.rows = rows;
        this.needs = needs;
        this.notices = notices;
        this.functions = functions;
        this.calendars = calendars;
        this.audit = audit;
        this.clock = clock;
    }

    static RecordRef ref(Signal.Id id) {
        return new RecordRef(KIND, id.value());
    }

    /** Nothing when the rule is muted, when the same was decided lately, or when the need is further already. */
    Optional<Signal> raise(Finding found, Instant now) {
        var calendar = calendars.current();
        if (rows.muted().containsKey(found.rule().code())
                || rows.decidedSince(found, found.day().minusDays(QUIET_DAYS).atStartOfDay(calendar.zone()).toInstant())
                || !needs.detected(found.need(), found.rule().state(), now)) {
            return Optional.empty();
        }
        var need = needs.find(found.need());
        var signal = new Signal(
                new Signal.Id(Ids.next()), found.need(), found.rule(), found.day(), now, calendar.due(now, found.rule().allowed()), holder(need),
                found.accounts(), found.leading(), null);
        if (!rows.insert(signal)) {
            return Optional.empty();
        }
        audit.record(Actor.SYSTEM, Change.made(
                KIND, signal.id().value(), "signal_raised", Map.of("need", need.title().ja(), "rule", found.rule().code(), "day", found.day().toString())));
        notices.raised(signal, need);
        return Optional.of(signal);
    }

    /** The need's owner, else the only one who does research here. */
    private @Nullable MemberId holder(Need need) {
        if (need.owner() != null) {
            return need.owner();
        }
        var workers = functions.workers(Task.RESEARCH);
        return workers.size() == 1 ? workers.getFirst().id() : null;
    }

    /**
     * Says what became of it, once. To act on a rising need takes it up; a false alarm takes it back to where it was.
     * Raises 403, {@link Invalid} for a missing reason, and 409 {@code needs.radar-signal.closed} the second time.
     */
    public Signal close(Signal.Id id, Outcome outcome, String reason, Actor by) {
        if (!Signal.mayClose(by)) {
            throw new Refusal.NotAllowed();
        }
        var said = reason.strip();
        if (said.isEmpty() || said.length() > LONGEST_REASON) {
            throw new Invalid("reason", said.isEmpty() ? "platform.invalid.not-blank" : "platform.invalid.size");
        }
        var closed = close(rows.lock(id).orElseThrow(Refusal.NotFound::new), new Signal.Closing(outcome, said, by.id(), clock.instant()));
        audit.record(by, new Change(ref(id), "signal_closed", null, Map.of("outcome", outcome.code()), said));
        follow(closed, outcome, said, by);
        notices.closed(closed, by);
        muteIfMostlyWrong(closed);
        return closed;
    }

    private Signal close(Signal open, Signal.Closing closing) {
        var closed = open.closed(closing);
        rows.close(closed.id(), closing);
        return closed;
    }

    private void follow(Signal signal, Outcome outcome, String reason, Actor by) {
        var need = needs.find(signal.need());
        if (!Need.mayDecide(by) || !RISING.contains(need.standing().state())) {
            return;
        }
        switch (outcome) {
            case ACTED -> needs.takeUp(need.id(), reason, by);
            case FALSE_ALARM -> needs.move(need.id(), new Need.Move(Need.State.RAW, reason, null), Version.of(need.version()), by);
            case LET_BE -> {}
        }
    }

    private void muteIfMostlyWrong(Signal last) {
        var precision = precision(last.rule());
        if (precision.unreliable() && rows.mute(last.rule(), precision, clock.instant())) {
            notices.muted(last, precision);
        }
    }

    /** A step of the need itself says what became of its open signals. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void moved(NeedEvent.Moved moved) {
        var outcome = switch (moved.to()) {
            case SIGN, BURST -> null;
            case VERIFYING, CONFIRMED, RESPONDING, ANSWERED -> Outcome.ACTED;
            case RAW, MERGED, DROPPED -> Outcome.LET_BE;
        };
        if (outcome != null) {
            settle(moved.need(), moved.to(), outcome);
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void merged(NeedEvent.Merged merged) {
        settle(merged.from(), Need.State.MERGED, Outcome.LET_BE);
    }

    private void settle(Need.Id need, Need.State state, Outcome outcome) {
        rows.fetch(SIGNAL.NEED_ID.eq(need.value()).and(SIGNAL.OUTCOME.isNull()), 10).stream()
                .filter(signal -> state != Need.State.CONFIRMED || signal.rule().state() != Need.State.CONFIRMED)
                .forEach(signal -> close(signal, new Signal.Closing(outcome, state.code(), null, clock.instant())));
    }

    /** How often a rule was right since it was last released. */
    @Transactional(readOnly = true)
    public Precision precision(Signal.Rule rule) {
        return rows.precision(rule);
    }

    /** Every rule, and whether it is muted. */
    @Transactional(readOnly = true)
    public Map<Signal.Rule, Boolean> rules() {
        var muted = rows.muted();
        var all = new EnumMap<Signal.Rule, Boolean>(Signal.Rule.class);
        for (var rule : Signal.Rule.values()) {
            all.put(rule, muted.containsKey(rule.code()));
        }
        return all;
    }

    /** A muted rule looks again; its count begins anew. */
    public void release(Signal.Rule rule, String reason, Actor by) {
        if (!Signal.mayClose(by)) {
            throw new Refusal.NotAllowed();
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new Invalid("reason", reason.isBlank() ? "platform.invalid.not-blank" : "platform.invalid.size");
        }
        var muting = Optional.ofNullable(rows.muted().get(rule.code())).orElseThrow(Refusal.NotFound::new);
        rows.release(rule, reason, by, clock.instant());
        audit.record(by, new Change(new RecordRef("rule", muting), "rule_released", null, Map.of("rule", rule.code()), reason));
    }

    @Transactional(readOnly = true)
    public Signal find(Signal.Id id) {
        return rows.find(id).orElseThrow(Refusal.NotFound::new);
    }

    @Transactional(readOnly = true)
    public List<Signal> open() {
        return rows.open();
    }

    /** Of a need, the newest first. */
    @Transactional(readOnly = true)
    public List<Signal> of(Need.Id need) {
        return rows.of(need);
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Signal> latest(int limit) {
        return rows.latest(limit);
    }

    /** Detected after the one day and up to the other. */
    @Transactional(readOnly = true)
    List<Signal> between(LocalDate after, LocalDate upTo) {
        return rows.fetch(SIGNAL.DAY.gt(after).and(SIGNAL.DAY.le(upTo)), 10_000);
    }
}
