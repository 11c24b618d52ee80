package org.kamiau.needs;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kamiau.customers.AccountAmbiguous;
import org.kamiau.customers.Intake;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Directory;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.api.Version;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do with voices. Everyone reads them. */
@Component
@Transactional
public class Voices {

    private final VoiceIntake intake;
    private final VoiceRows rows;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;
    private final Mapper mapper;
    private final Directory directory;

    Voices(
            VoiceIntake intake, VoiceRows rows, Audit audit, ApplicationEventPublisher events, InstantSource clock, Mapper mapper,
            Directory directory) {
        this.intake = intake;
        this.rows = rows;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.mapper = mapper;
        this.directory = directory;
    }

    /**
     * Takes one in; raises {@link Invalid} naming every wrong field, and {@link AccountAmbiguous} with the accounts
     * that a name alone may mean.
     */
    public VoiceOutcome.Taken take(VoiceDraft draft, Intake by) {
        return switch (take(List.of(draft), by).getFirst()) {
            case VoiceOutcome.Taken taken -> taken;
            case VoiceOutcome.Refused(var faults) -> throw new Invalid(faults);
            case VoiceOutcome.Ambiguous(var name, var candidates) -> throw new AccountAmbiguous(name, candidates);
        };
    }

    /** Takes many in, about ten statements for all of them: an outcome each, in their order. */
    public List<VoiceOutcome> take(List<VoiceDraft> drafts, Intake by) {
        guardWriting(by.by());
        return intake.take(drafts, by);
    }

    @Transactional(readOnly = true)
    public Optional<Voice> find(Voice.Id id) {
        return rows.find(id);
    }

    /**
     * Says which needs the voice carries and which it does not; the later word counts. A need that was merged stands
     * for the one it was merged into. 422 for needs that there are not, and for one that is on both sides.
     */
    public void decide(Voice.Id id, List<Need.Id> confirmed, List<Need.Id> rejected, Actor by) {
        guardWriting(by);
        var _ = rows.lock(id).orElseThrow(Refusal.NotFound::new);
        var standing = rows.standing(Stream.concat(confirmed.stream(), rejected.stream()).collect(Collectors.toSet()));
        var findings = new Invalid.Findings();
        var yes = standing("confirmed", confirmed, standing, findings);
        var no = standing("rejected", rejected, standing, findings);
        if (yes.stream().anyMatch(no::contains)) {
            findings.add("rejected", "needs.voice-both");
        }
        findings.raise();
        yes.removeAll(rows.decided(id, true));
        no.removeAll(rows.decided(id, false));
        if (yes.isEmpty() && no.isEmpty()) {
            return;
        }
        rows.decide(id, yes, true, by.id(), clock.instant());
        rows.decide(id, no, false, by.id(), clock.instant());
        audit.record(by, new Change(
                Voice.ref(id), "voice_decided", null, Map.of("confirmed", texts(yes), "rejected", texts(no)), null));
        events.publishEvent(new VoiceEvent.Decided(id, List.copyOf(yes), List.copyOf(no), by));
    }

    /** Added beside the words, at any time, by whoever writes here. */
    public void note(Voice.Id id, String text, Actor by) {
        guardWriting(by);
        var _ = rows.lock(id).orElseThrow(Refusal.NotFound::new);
        rows.note(id, text, by.id(), now());
        audit.record(by, new Change(Voice.ref(id), "voice_noted", null, Map.of("text", text), null));
    }

    /** Says what may lie behind the words; the last word stands, the earlier ones are in the history. */
    public void interpret(Voice.Id id, String motive, Voice.Confidence confidence, Actor by) {
        guardWriting(by);
        var voice = rows.lock(id).orElseThrow(Refusal.NotFound::new);
        rows.interpret(id, new Voice.Motive(motive, confidence, by.id()));
        var before = voice.motive() == null ? "" : voice.motive().text();
        audit.record(by, Change.of(Voice.KIND, id.value(), "voice_interpreted", Map.of("motive", before), Map.of("motive", motive), null));
    }

    /**
     * Corrects the words within 24 hours, by the recorder or a head of their side; what is proposed is proposed anew,
     * what people decided stays. 403 for others, 409 {@code needs.voice-fixed} afterwards.
     */
    public Voice correct(Voice.Id id, Version read, String raw, Actor by) {
        var voice = rows.lock(id).orElseThrow(Refusal.NotFound::new);
        if (!mayCorrect(voice, by)) {
            throw new Refusal.NotAllowed();
        }
        if (!voice.open(clock.instant())) {
            throw new Fixed();
        }
        read.mustBe(Version.of(voice.version()));
        var findings = new Invalid.Findings();
        VoiceCheck.rawFault(raw).ifPresent(fault -> findings.add(fault.field(), fault.code(), fault.arguments().toArray()));
        findings.raise();
        var words = VoiceCheck.words(raw);
        rows.correct(id, words, mapper.propose(List.of(words)).getFirst());
        audit.record(by, Change.of(Voice.KIND, id.value(), "voice_corrected", Map.of("raw", voice.raw()), Map.of("raw", words), null));
        events.publishEvent(new VoiceEvent.Corrected(id));
        return rows.find(id).orElseThrow();
    }

    /** Whether these are the actor's words to correct, as long as they may be corrected. */
    @Transactional(readOnly = true)
    public boolean mayCorrect(Voice voice, Actor actor) {
        var recorder = voice.recorder() == null ? null : directory.people(List.of(voice.recorder())).get(voice.recorder());
        return !actor.readsOnly() && voice.correctableBy(actor, recorder == null ? null : recorder.function());
    }

    /** The words stand: notes are added beside them. */
    static final class Fixed extends Refusal {
        Fixed() {
            super(org.springframework.http.HttpStatus.CONFLICT, "needs.voice-fixed");
        }
    }

    private static void guardWriting(Actor by) {
        if (by.readsOnly()) {
            throw new Refusal.NotAllowed();
        }
    }

    private Instant now() {
        return clock.instant();
    }

    private static Set<Need.Id> standing(String field, List<Need.Id> named, Map<Need.Id, Need.Id> standing, Invalid.Findings findings) {
        var needs = new LinkedHashSet<Need.Id>();
        for (int i = 0; i < named.size(); i++) {
            var need = standing.get(named.get(i));
            if (need == null) {
                findings.add(field + "[" + i + "]", "needs.need-unknown");
            } else {
                needs.add(need);
            }
        }
        return needs;
    }

    private static List<String> texts(Set<Need.Id> needs) {
        return needs.stream().map(Need.Id::toString).toList();
    }
}
