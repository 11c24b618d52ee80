package org.kamiau.needs;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.Account;
import org.kamiau.customers.Intake;
import org.kamiau.customers.Person;
import org.kamiau.customers.Pointing.Target;
import org.kamiau.customers.Pointings;
import org.kamiau.needs.VoiceRows.Fresh;
import org.kamiau.needs.VoiceRows.Origin;
import org.kamiau.needs.VoiceRows.Proposed;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Ids;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes voices in, one or ten thousand at a time, always the same way: check, recognise the customer, propose needs,
 * keep, ask marketing what wants an answer, tell the audit log and whoever listens. About ten statements a batch.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class VoiceIntake {

    private final VoiceRows rows;
    private final Pointings customers;
    private final Mapper mapper;
    private final Questions questions;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    VoiceIntake(
            VoiceRows rows, Pointings customers, Mapper mapper, Questions questions, Audit audit, ApplicationEventPublisher events,
            InstantSource clock) {
        this.rows = rows;
        this.customers = customers;
        this.mapper = mapper;
        this.questions = questions;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    List<VoiceOutcome> take(List<VoiceDraft> drafts, Intake intake) {
        var batch = new Batch(drafts, intake, clock.instant().truncatedTo(ChronoUnit.MICROS));
        batch.check();
        batch.recognise();
        batch.propose();
        batch.keep();
        return batch.outcomes();
    }

    /** The work on one batch. */
    private final class Batch {
        private final List<VoiceDraft> drafts;
        private final Intake intake;
        private final Instant now;
        private final Map<Integer, VoiceOutcome> settled = new HashMap<>();
        private final Map<Origin, Integer> first = new HashMap<>();
        private final Map<Integer, Integer> twins = new HashMap<>();
        private final Map<Integer, Voice> voices = new LinkedHashMap<>();
        private final Map<Integer, List<Proposal>> proposals = new HashMap<>();

        Batch(List<VoiceDraft> drafts, Intake intake, Instant now) {
            this.drafts = drafts;
            this.intake = intake;
            this.now = now;
        }

        private Actor by() {
            return intake.by();
        }

        /** What is wrong, what is known from before, and what comes twice in this very batch. */
        void check() {
            var known = rows.known(drafts.stream().map(VoiceDraft::source).filter(Objects::nonNull).toList());
            for (int i = 0; i < drafts.size(); i++) {
                var draft = drafts.get(i);
                var faults = VoiceCheck.faults(draft, now);
                var origin = draft.source() == null ? null : Origin.of(draft.source());
                if (!faults.isEmpty()) {
                    settled.put(i, new VoiceOutcome.Refused(faults));
                } else if (origin != null && known.containsKey(origin)) {
                    settled.put(i, new VoiceOutcome.Taken(known.get(origin), null, List.of(), null, true));
                } else if (origin != null && first.putIfAbsent(origin, i) != null) {
                    twins.put(i, first.get(origin));
                }
            }
        }

        void recognise() {
            var places = open();
            var targets = places.isEmpty() ? List.<Target>of() : customers.find(places.stream().map(i -> drafts.get(i).customer()).toList(), intake);
            for (int i = 0; i < targets.size(); i++) {
                int place = places.get(i);
                switch (targets.get(i)) {
                    case Target.Wrong(var faults) -> settled.put(place, new VoiceOutcome.Refused(faults));
                    case Target.Ambiguous(var name, var candidates) -> settled.put(place, new VoiceOutcome.Ambiguous(name, candidates));
                    case Target.Found(var account, var person) -> found(place, account, person);
                }
            }
        }

        private List<Integer> open() {
            var open = new ArrayList<Integer>();
            for (int i = 0; i < drafts.size(); i++) {
                if (!settled.containsKey(i) && !twins.containsKey(i)) {
                    open.add(i);
                }
            }
            return open;
        }

        private void found(int place, Account.@Nullable Id account, Person.@Nullable Id person) {
            var draft = drafts.get(place);
            var channel = Objects.requireNonNull(draft.channel());
            if (account == null && !channel.anonymous()) {
                settled.put(place, new VoiceOutcome.Refused(List.of(Invalid.Field.of("account", "needs.voice-whose"))));
                return;
            }
            var recording = draft.recording();
            var recorded = recording.at() == null ? now : recording.at();
            var recorder = recording.by() == null ? by().member() : recording.by();
            voices.put(place, new Voice(
                    new Voice.Id(Ids.next()), account, person, draft.buyingRole(), VoiceCheck.words(Objects.requireNonNull(draft.raw())),
                    motive(draft), channel, draft.competitors(), recorder, draft.heardAt() == null ? recorded : draft.heardAt(), recorded,
                    draft.wantsAnswer(), recording.document(), recording.asked(), 1));
        }

        private Voice.@Nullable Motive motive(VoiceDraft draft) {
            var author = draft.recording().by() == null ? by().member() : draft.recording().by();
            if (draft.motive() == null || author == null) {
                return null;
            }
            var confidence = draft.motiveConfidence() == null ? Voice.Confidence.MEDIUM : draft.motiveConfidence();
            return new Voice.Motive(draft.motive(), confidence, author);
        }

        void propose() {
            var places = List.copyOf(voices.keySet());
            var proposed = mapper.proposeFor(places.stream()
                    .map(i -> new Utterance(Objects.requireNonNull(voices.get(i)).raw(), drafts.get(i).recording().asked()))
                    .toList());
            for (int i = 0; i < places.size(); i++) {
                proposals.put(places.get(i), proposed.get(i));
            }
        }

        void keep() {
            if (voices.isEmpty()) {
                return;
            }
            rows.insert(voices.entrySet().stream().map(entry -> new Fresh(entry.getValue(), drafts.get(entry.getKey()).source())).toList());
            rows.propose(voices.entrySet().stream().flatMap(entry -> of(entry.getKey()).stream().map(one -> new Proposed(entry.getValue().id(), one))).toList());
            var due = questions.ask(
                    voices.entrySet().stream()
                            .filter(entry -> entry.getValue().wantsAnswer())
                            .map(entry -> new Questions.Asked(entry.getValue(), drafts.get(entry.getKey()).recording().startClocks()))
                            .toList(),
                    by());
            voices.forEach((place, voice) ->
                    settled.put(place, new VoiceOutcome.Taken(voice.id(), voice.account(), of(place), due.get(voice.id()), false)));
            audit.record(by(), voices.values().stream().map(voice -> taken(voice)).toList());
            events.publishEvent(new VoiceEvent.Taken(voices.values().stream().map(Voice::id).toList()));
        }

        private Change taken(Voice voice) {
            var after = new LinkedHashMap<String, Object>();
            after.put("raw", voice.raw());
            after.put("channel", voice.channel().code());
            after.put("heardAt", voice.heardAt());
            if (voice.motive() != null) {
                after.put("motive", voice.motive().text());
            }
            return new Change(Voice.ref(voice.id()), "voice_taken", null, after, intake.why());
        }

        private List<Proposal> of(int place) {
            return proposals.getOrDefault(place, List.of());
        }

        List<VoiceOutcome> outcomes() {
            twins.forEach((place, twin) -> settled.put(place, again(Objects.requireNonNull(settled.get(twin)))));
            var outcomes = new ArrayList<VoiceOutcome>(drafts.size());
            for (int i = 0; i < drafts.size(); i++) {
                outcomes.add(Objects.requireNonNull(settled.get(i)));
            }
            return outcomes;
        }

        private static VoiceOutcome again(VoiceOutcome first) {
            return first instanceof VoiceOutcome.Taken taken
                    ? new VoiceOutcome.Taken(taken.id(), taken.account(), taken.proposals(), taken.answerBy(), true)
                    : first;
        }
    }
}
