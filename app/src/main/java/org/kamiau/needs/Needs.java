package org.kamiau.needs;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.Calendars;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.api.Version;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The dictionary of needs: everything one can do with what customers want. */
@Component
@Transactional
public class Needs {

    /** The kind under which clocks, history and notices know needs. */
    public static final String KIND = "need";

    private static final int MOST_AT_ONCE = 1_000;

    private final NeedRows rows;
    private final NewNeeds made;
    private final NeedClocks clocks;
    private final NeedNotices notices;
    private final Calendars calendars;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Needs(
            NeedRows rows, NewNeeds made, NeedClocks clocks, NeedNotices notices, Calendars calendars, Audit audit, ApplicationEventPublisher events,
            InstantSource clock) {
        this.rows = rows;
        this.made = made;
        this.clocks = clocks;
        this.notices = notices;
        this.calendars = calendars;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    public static RecordRef ref(Need.Id id) {
        return new RecordRef(KIND, id.value());
    }

    @Transactional(readOnly = true)
    public Need find(Need.Id id) {
        return rows.find(List.of(id)).stream().findFirst().orElseThrow(Refusal.NotFound::new);
    }

    /** Those that there are, merged ones too. */
    @Transactional(readOnly = true)
    public Map<Need.Id, Need> find(Collection<Need.Id> ids) {
        return rows.find(ids).stream().collect(toMap(Need::id, need -> need, (one, other) -> one, LinkedHashMap::new));
    }

    /** All that voices may carry; some hundreds at most. */
    @Transactional(readOnly = true)
    public List<Need> living() {
        return rows.living();
    }

    @Transactional(readOnly = true)
    public Map<Need.Id, List<Phrase>> phrases(Collection<Need.Id> ids) {
        return rows.phrases(ids);
    }

    /** What has become part of it, directly. */
    @Transactional(readOnly = true)
    public List<Need> mergedInto(Need.Id id) {
        return rows.mergedInto(id);
    }

    @Transactional(readOnly = true)
    public List<Need> children(Need.Id id) {
        return rows.children(id);
    }

    /** What it has become part of by now, else itself. */
    @Transactional(readOnly = true)
    public Need.Id current(Need.Id id) {
        var into = find(id).standing().into();
        return into == null ? id : current(into);
    }

    /** Raises {@link Invalid} with everything that is wrong, 403 for who is of neither side, 409 for a code that is taken. */
    public Need create(NeedText text, Actor by) {
        return create(text, List.of(), by);
    }

    /** Out of these voices, which carry it from now on. */
    public Need create(NeedText text, Collection<Voice.Id> voices, Actor by) {
        if (!Need.mayPropose(by)) {
            throw new Refusal.NotAllowed();
        }
        few(voices);
        var need = made.make(text, by);
        rows.confirm(need.id(), voices, by, clock.instant());
        events.publishEvent(new NeedEvent.Changed(need.id()));
        return need;
    }

    /**
     * Changes what it is called, means and is recognised by; what the text leaves out is emptied, save the code.
     *
     * @param read the version that the change was decided on; 409 when it has gone on since
     */
    public Need change(Need.Id id, Version read, NeedText text, Actor by) {
        var before = lock(id);
        if (!before.mayChange(by)) {
            throw new Refusal.NotAllowed();
        }
        read.mustBe(Version.of(before.version()));
        before.mustBeLiving();
        var after = made.change(before, text, by);
        if (after.version() != before.version()) {
            events.publishEvent(new NeedEvent.Changed(id));
        }
        return after;
    }

    /** A step by people; see {@link Need.Move} for what it must say. Raises 403, 409 and {@link Invalid}. */
    public Need move(Need.Id id, Need.Move move, Version read, Actor by) {
        var before = lock(id);
        if (!Need.mayDecide(by)) {
            throw new Refusal.NotAllowed();
        }
        read.mustBe(Version.of(before.version()));
        var now = clock.instant();
        var after = before.moved(move, now, today());
        rows.store(after);
        clocks.decided(before, after, now);
        audit.record(by, Change.of(KIND, id.value(), "need_moved", standing(before), standing(after), move.reason()));
        notices.moved(after, before, by);
        events.publishEvent(new NeedEvent.Moved(id, before.standing().state(), after.standing().state()));
        return after;
    }

    /** Research has looked at a rising need and takes it on: that is the triage. Raises 409 unless it is rising. */
    public Need takeUp(Need.Id id, String note, Actor by) {
        var before = lock(id);
        before.mustBeLiving();
        if (!Need.mayDecide(by)) {
            throw new Refusal.NotAllowed();
        }
        if (note.isBlank() || note.length() > 2_000) {
            throw new Invalid("note", note.isBlank() ? "needs.need-reason-needed" : "needs.need-too-long", 2_000);
        }
        if (before.standing().state() != Need.State.SIGN && before.standing().state() != Need.State.BURST) {
            throw new NotRising();
        }
        var after = made.owned(before, by);
        clocks.triaged(after, clock.instant());
        audit.record(by, Change.of(KIND, id.value(), "need_taken_up", NewNeeds.fields(before), NewNeeds.fields(after), note));
        return after;
    }

    /**
     * A detection found it at this moment. False, and nothing changes, when people or an earlier detection are
     * already further, or when it is merged or dropped: detections propose, people decide.
     */
    public boolean detected(Need.Id id, Need.State state, Instant asOf) {
        var before = lock(id);
        if (!before.risesTo(state)) {
            return false;
        }
        var after = before.risen(state, asOf);
        rows.store(after);
        clocks.detected(after, asOf);
        audit.record(Actor.SYSTEM, Change.of(KIND, id.value(), "need_detected", standing(before), standing(after), null));
        events.publishEvent(new NeedEvent.Moved(id, before.standing().state(), state));
        return true;
    }

    /**
     * One becomes part of another: its voices and phrases follow, its name stays for whoever looks for it. Refuses
     * (422) itself and a missing reason, (409) a circle, what is merged or dropped, and one whose dispute is open.
     */
    public Need merge(Need.Id from, Need.Id into, @Nullable String reason, Actor by) {
        if (!Need.mayDecide(by)) {
            throw new Refusal.NotAllowed();
        }
        if (from.equals(into)) {
            throw MergeRefused.intoItself();
        }
        if (reason == null || reason.isBlank() || reason.length() > 2_000) {
            throw new Invalid("reason", reason == null || reason.isBlank() ? "needs.need-reason-needed" : "needs.need-too-long", 2_000);
        }
        var both = rows.lock(List.of(from, into));
        var lost = Optional.ofNullable(both.get(from)).orElseThrow(Refusal.NotFound::new);
        var kept = Optional.ofNullable(both.get(into)).orElseThrow(() -> new Invalid("into", "needs.need-unknown"));
        lost.mustBeLiving();
        mayTakeIn(kept, lost);
        return merged(lost, kept, reason, by);
    }

    private void mayTakeIn(Need kept, Need lost) {
        if (kept.standing().state() == Need.State.MERGED) {
            throw current(kept.id()).equals(lost.id()) ? MergeRefused.circle() : MergeRefused.intoMerged();
        }
        if (kept.standing().state() == Need.State.DROPPED) {
            throw MergeRefused.intoDropped();
        }
        if (made.disputed(lost.id())) {
            throw new StillDisputed();
        }
    }

    private Need merged(Need lost, Need kept, String reason, Actor by) {
        var now = clock.instant();
        var voices = rows.moveMappings(lost.id(), kept.id());
        var after = made.takeIn(kept, lost);
        rows.store(lost.mergedInto(kept.id(), reason, now));
        rows.adoptChildren(lost.id(), kept.id());
        clocks.waive(lost.id(), now);
        audit.record(by, List.of(
                new Change(ref(lost.id()), "need_merged", null, Map.of("into", kept.title().ja(), "voices", voices), reason),
                new Change(ref(kept.id()), "need_took_in", null, Map.of("from", lost.title().ja(), "voices", voices), reason)));
        notices.merged(lost, after, by);
        events.publishEvent(new NeedEvent.Merged(lost.id(), kept.id()));
        events.publishEvent(new NeedEvent.Changed(kept.id()));
        return after;
    }

    /**
     * Some of its voices become a need of their own; phrases that the new one names leave the old one. Raises {@link
     * Invalid} when a voice does not carry the need.
     */
    public Need split(Need.Id id, NeedText text, Collection<Voice.Id> voices, Actor by) {
        if (!Need.mayDecide(by)) {
            throw new Refusal.NotAllowed();
        }
        var from = lock(id);
        from.mustBeLiving();
        few(voices);
        var chosen = Set.copyOf(voices);
        if (chosen.isEmpty()) {
            throw new Invalid("voices", "needs.need-split-empty");
        }
        if (rows.mappings(id, chosen) != chosen.size()) {
            throw new Invalid("voices", "needs.need-split-foreign");
        }
        var need = made.make(text, by);
        rows.splitMappings(id, need.id(), chosen, by, clock.instant());
        made.give(from, need);
        audit.record(by, Change.made(KIND, id.value(), "need_split", Map.of("into", need.title().ja(), "voices", chosen.size())));
        events.publishEvent(new NeedEvent.Changed(need.id()));
        events.publishEvent(new NeedEvent.Split(id, need.id()));
        events.publishEvent(new NeedEvent.Changed(id));
        return need;
    }

    private static void few(Collection<Voice.Id> voices) {
        if (new HashSet<>(voices).size() > MOST_AT_ONCE) {
            throw new Invalid("voices", "needs.need-too-many-voices", MOST_AT_ONCE);
        }
    }

    private Need lock(Need.Id id) {
        return Optional.ofNullable(rows.lock(List.of(id)).get(id)).orElseThrow(Refusal.NotFound::new);
    }

    private LocalDate today() {
        return calendars.current().toLocal(clock.instant()).toLocalDate();
    }

    private static Map<String, @Nullable Object> standing(Need need) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("state", need.standing().state().code());
        values.put("reviewOn", need.standing().reviewOn() == null ? null : need.standing().reviewOn().toString());
        values.put("hypothesis", need.hypothesis());
        values.put("response", need.response());
        return values;
    }
}
