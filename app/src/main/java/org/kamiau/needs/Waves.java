package org.kamiau.needs;

import static db.needs.Tables.WAVE;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.BusinessTime;
import org.kamiau.calendar.Calendars;
import org.kamiau.calendar.Clocks;
import org.kamiau.calendar.NewClock;
import org.kamiau.needs.Wave.State;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Function;
import org.kamiau.platform.Ids;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.answers.AnswersClosed;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The waves of surveys on their way: design, collecting, closed, tallied, published, concluded. Steps out of order are
 * refused with {@link WaveElsewhere}, 409; members who do not do marketing or product planning with 403.
 */
@Component
@Transactional
public class Waves {

    /** The kind under which clocks, history and notices know waves. */
    public static final String KIND = "wave";

    /** Marketing publishes within 10 business days of the close. */
    static final String PUBLICATION = "needs.survey_publication";
    static final BusinessTime TIME_TO_PUBLISH = BusinessTime.days(10);

    private static final int MOST_SAID = 1_000;

    private final WaveRows rows;
    private final SurveyRows surveys;
    private final Surveys writing;
    private final SurveyNotices notices;
    private final Clocks clocks;
    private final Calendars calendars;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Waves(
            WaveRows rows, SurveyRows surveys, Surveys writing, SurveyNotices notices, Clocks clocks, Calendars calendars, Audit audit,
            ApplicationEventPublisher events, InstantSource clock) {
        this.rows = rows;
        this.surveys = surveys;
        this.writing = writing;
        this.notices = notices;
        this.clocks = clocks;
        this.calendars = calendars;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Wave> find(Wave.Id id) {
        return rows.find(id);
    }

    /** In the order in which they are planned. */
    @Transactional(readOnly = true)
    public List<Wave> of(Survey.Id survey) {
        return rows.of(survey);
    }

    @Transactional(readOnly = true)
    public List<Wave> all() {
        return rows.all();
    }

    /** Waves that still can ask another question, the next one first. */
    @Transactional(readOnly = true)
    public List<Wave> inDesign() {
        return rows.in(State.DESIGN);
    }

    /** Waves on their way to publication that ask about this need, the next one first. */
    @Transactional(readOnly = true)
    public List<Wave> coming(Need.Id need) {
        return rows.coming(need);
    }

    /** What a wave asks, in its order. */
    @Transactional(readOnly = true)
    public List<SurveyQuestion> questions(Wave wave) {
        var known = new HashMap<SurveyQuestion.Id, SurveyQuestion>();
        surveys.find(wave.survey()).ifPresent(survey -> survey.questions().forEach(question -> known.put(question.id(), question)));
        return rows.questions(wave.id()).stream().flatMap(id -> Optional.ofNullable(known.get(id)).stream()).toList();
    }

    @Transactional(readOnly = true)
    public int answers(Wave.Id id) {
        return rows.answers(id);
    }

    /** Of each question what was counted; empty before it was. */
    @Transactional(readOnly = true)
    public Map<SurveyQuestion.Id, Tally> tallies(Wave.Id id) {
        return rows.tallies(id);
    }

    /** Of each question of the survey what each wave counted. */
    @Transactional(readOnly = true)
    public Map<SurveyQuestion.Id, Map<Wave.Id, Tally>> series(Survey.Id survey) {
        return rows.series(survey);
    }

    /** Plans another wave, which asks what the one before it asked. */
    public Wave plan(Survey.Id survey, WaveDraft draft, Actor by) {
        Survey.needWriter(by);
        draft.check();
        if (!surveys.lock(survey)) {
            throw new Refusal.NotFound();
        }
        free(draft, null);
        var wave = wave(new Wave.Id(Ids.next()), survey, draft, 1);
        var before = rows.of(survey);
        rows.insert(wave, by, clock.instant());
        var asked = before.isEmpty()
                ? surveys.find(survey).orElseThrow().questions().stream().map(SurveyQuestion::id).toList()
                : rows.questions(before.getLast().id());
        asked.forEach(question -> rows.ask(wave.id(), question));
        audit.record(by, Change.made(KIND, wave.id().value(), "wave_planned", values(wave)));
        return wave;
    }

    /** Only in design. */
    public Wave change(Wave.Id id, WaveDraft draft, int version, Actor by) {
        Survey.needWriter(by);
        draft.check();
        var before = locked(id, State.DESIGN);
        if (before.version() != version) {
            throw new Refusal.Stale();
        }
        free(draft, id);
        var after = wave(id, before.survey(), draft, version + 1);
        rows.update(after);
        audit.record(by, Change.of(KIND, id.value(), "wave_changed", values(before), values(after), null));
        return after;
    }

    private void free(WaveDraft draft, Wave.@Nullable Id except) {
        if (rows.coded(Objects.requireNonNull(draft.code())).filter(wave -> !wave.id().equals(except)).isPresent()) {
            throw new Invalid("code", "needs.survey-invalid.code-taken");
        }
    }

    private static Wave wave(Wave.Id id, Survey.Id survey, WaveDraft draft, int version) {
        return new Wave(
                id, survey, Objects.requireNonNull(draft.code()), Objects.requireNonNull(SurveyDraft.wording(draft.nameJa(), draft.nameEn())), State.DESIGN,
                draft.outside(), Objects.requireNonNull(draft.plannedOn()), Objects.requireNonNull(draft.closesOn()), Wave.Moments.NONE, null, version);
    }

    /** Only in design; a question of the same survey. Nothing changes when it is asked already. */
    public void ask(Wave.Id id, SurveyQuestion.Id question, Actor by) {
        Survey.needWriter(by);
        var wave = locked(id, State.DESIGN);
        var asked = surveys.find(wave.survey()).orElseThrow().questions().stream().filter(one -> one.id().equals(question)).findFirst();
        if (asked.isEmpty()) {
            throw new Invalid("question", "needs.survey-invalid.question");
        }
        if (rows.ask(id, question)) {
            audit.record(by, new Change(ref(id), "wave_question_added", null, Map.of("question", asked.get().text().ja()), null));
        }
    }

    /**
     * Writes a question and, where a wave in design is given, has it asked there: how a rising need gets into the next
     * wave.
     */
    public SurveyQuestion ask(Survey.Id survey, Wave.@Nullable Id wave, QuestionDraft draft, Actor by) {
        var question = writing.ask(survey, draft, by);
        if (wave != null) {
            ask(wave, question.id(), by);
        }
        return question;
    }

    /** Only in design. */
    public void drop(Wave.Id id, SurveyQuestion.Id question, Actor by) {
        Survey.needWriter(by);
        var wave = locked(id, State.DESIGN);
        if (rows.drop(id, question)) {
            var text = questionText(wave, question);
            audit.record(by, new Change(ref(id), "wave_question_dropped", Map.of("question", text), null, null));
        }
    }

    private String questionText(Wave wave, SurveyQuestion.Id question) {
        return surveys.find(wave.survey()).orElseThrow().questions().stream()
                .filter(one -> one.id().equals(question))
                .findFirst()
                .map(one -> one.text().ja())
                .orElse("");
    }

    /** Answers are taken from now on, up to the last day. */
    public void open(Wave.Id id, Actor by) {
        Survey.needWriter(by);
        locked(id, State.DESIGN);
        if (rows.questions(id).isEmpty()) {
            throw new Invalid("questions", "needs.survey-invalid.no-questions");
        }
        move(id, State.DESIGN, State.COLLECTING, WAVE.OPENED_AT, by);
    }

    /** No answers are taken any more; marketing's time to publish begins. */
    public void close(Wave.Id id, Actor by) {
        Survey.needWriter(by);
        var wave = locked(id, State.COLLECTING);
        var now = move(id, State.COLLECTING, State.CLOSED, WAVE.CLOSED_AT, by);
        var owner = surveys.find(wave.survey()).orElseThrow().owner();
        clocks.start(new NewClock(ref(id), PUBLICATION, Function.MARKETING, owner, now, TIME_TO_PUBLISH));
    }

    /** Counts the answers. */
    public void tally(Wave.Id id, Actor by) {
        Survey.needWriter(by);
        locked(id, State.CLOSED);
        rows.count(id);
        move(id, State.CLOSED, State.TALLIED, WAVE.TALLIED_AT, by);
    }

    /** Everybody may read it from now on; owners of accounts that named a tested need are told. */
    public void publish(Wave.Id id, Actor by) {
        Survey.needWriter(by);
        var wave = locked(id, State.TALLIED);
        var now = move(id, State.TALLIED, State.PUBLISHED, WAVE.PUBLISHED_AT, by);
        clocks.stop(ref(id), PUBLICATION, now);
        notices.published(wave, rows.affected(id, day(now).minusDays(SurveyNotices.AFFECTED_DAYS)), by);
        events.publishEvent(new WavePublished(id, now));
    }

    /** What it changed in what we believe; the wave is done. */
    public void conclude(Wave.Id id, @Nullable String conclusion, Actor by) {
        Survey.needWriter(by);
        locked(id, State.PUBLISHED);
        var findings = new Invalid.Findings();
        SurveyDraft.text(findings, "conclusion", conclusion, true, 4_000);
        findings.raise();
        rows.move(id, State.CONCLUDED, WAVE.CONCLUDED_AT, clock.instant(), conclusion);
        audit.record(by, moved(id, State.PUBLISHED, State.CONCLUDED));
    }

    private Instant move(Wave.Id id, State from, State to, Field<Instant> moment, Actor by) {
        var now = clock.instant();
        rows.move(id, to, moment, now, null);
        audit.record(by, moved(id, from, to));
        return now;
    }

    private static Change moved(Wave.Id id, State from, State to) {
        return new Change(ref(id), "wave_moved", Map.of("state", from.code()), Map.of("state", to.code()), null);
    }

    private Wave locked(Wave.Id id, State... states) {
        var wave = rows.lock(id).orElseThrow(Refusal.NotFound::new);
        wave.needs(states);
        return wave;
    }

    /**
     * Takes answers to our own pages; what they say was checked. Not told to the audit log, which knows moments.
     *
     * @throws AnswersClosed before it opens and after its last day
     */
    void answer(Wave.Id id, Map<SurveyQuestion.Id, org.kamiau.platform.answers.Answer> answers) {
        var today = day(clock.instant());
        var wave = rows.hold(id).orElseThrow(Refusal.NotFound::new);
        if (!wave.asks(today)) {
            throw new AnswersClosed();
        }
        rows.insert(id, List.of(new Response(null, today, 1, null, answers)));
    }

    /** Takes many checked answers of an outside wave that is collecting, or of a story; their ids in the same order. */
    public List<UUID> take(Wave.Id id, List<Response> responses, Actor by) {
        Survey.needWriter(by);
        rows.hold(id).orElseThrow(Refusal.NotFound::new).needs(State.COLLECTING);
        return responses.isEmpty() ? List.of() : rows.insert(id, responses);
    }

    /** What was said in words, in no order that tells who; up to a thousand. */
    @Transactional(readOnly = true)
    public Map<SurveyQuestion.Id, List<String>> said(Wave.Id id) {
        return rows.said(id, MOST_SAID);
    }

    LocalDate day(Instant moment) {
        return moment.atZone(calendars.current().zone()).toLocalDate();
    }

    static RecordRef ref(Wave.Id id) {
        return new RecordRef(KIND, id.value());
    }

    private static Map<String, @Nullable Object> values(Wave wave) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("code", wave.code());
        values.put("name", wave.name().ja());
        values.put("name_en", wave.name().en());
        values.put("outside", wave.outside());
        values.put("planned_on", wave.plannedOn().toString());
        values.put("closes_on", wave.closesOn().toString());
        return values;
    }
}
