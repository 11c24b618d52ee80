package org.kamiau.needs;

import static db.needs.Tables.QUESTION;
import static db.needs.Tables.QUESTION_WORD;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.BusinessTime;
import org.kamiau.calendar.Clocks;
import org.kamiau.calendar.NewClock;
import org.kamiau.people.Assignment;
import org.kamiau.people.FunctionMap;
import org.kamiau.people.Task;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Bulk;
import org.kamiau.platform.Function;
import org.kamiau.platform.Ids;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Voices that want an answer: whoever does research here has 5 business days for each round, and only the asker says
 * that an answer is enough.
 */
@Component
@Transactional
public class Questions {

    static final String PROMISE = "needs.voice_answer";

    static final BusinessTime TIME_TO_ANSWER = BusinessTime.days(5);

    /** A voice that asks. */
    record Asked(Voice voice, boolean startsClock) {}

    private final DSLContext sql;
    private final Clocks clocks;
    private final FunctionMap functions;
    private final QuestionNotices notices;
    private final Audit audit;
    private final InstantSource clock;

    Questions(DSLContext sql, Clocks clocks, FunctionMap functions, QuestionNotices notices, Audit audit, InstantSource clock) {
        this.sql = sql;
        this.clocks = clocks;
        this.functions = functions;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /** When each has to be answered; those without a clock are missing. */
    Map<Voice.Id, Instant> ask(List<Asked> asked, Actor by) {
        if (asked.isEmpty()) {
            return Map.of();
        }
        var researcher = functions.assignment(Task.RESEARCH);
        var rows = new Bulk<>(asked);
        sql.execute(
                """
                insert into needs.question (voice_id, state, asker_id, assignee_id, asked_at)
                select q.voice_id, 'open', q.asker_id, {0}, q.asked_at from unnest({1}::uuid[], {2}::uuid[], {3}::timestamptz[])
                    as q (voice_id, asker_id, asked_at)
                """,
                val(researcher.member() == null ? null : researcher.member().value(), UUID.class),
                rows.uuids(one -> one.voice().id().value()),
                rows.members(one -> one.voice().recorder()),
                rows.moments(one -> one.voice().recordedAt()));
        var started = asked.stream().filter(Asked::startsClock).map(Asked::voice).toList();
        var due = start(started, researcher);
        notices.asked(started, researcher, due, by);
        return due;
    }

    private Map<Voice.Id, Instant> start(List<Voice> voices, Assignment researcher) {
        var due = new HashMap<Voice.Id, Instant>();
        clocks.start(voices.stream()
                        .map(voice -> new NewClock(
                                Voice.ref(voice.id()), PROMISE, turn(researcher), researcher.member(), voice.recordedAt(), TIME_TO_ANSWER))
                        .toList())
                .forEach(running -> due.put(new Voice.Id(running.about().id()), running.moments().dueAt()));
        return due;
    }

    private static Function turn(Assignment researcher) {
        return researcher.function() == null ? Function.MARKETING : researcher.function();
    }

    /** As it stands, for those who may read voices: everyone. */
    @Transactional(readOnly = true)
    public Optional<Question> find(Voice.Id voice) {
        return sql.selectFrom(QUESTION).where(QUESTION.VOICE_ID.eq(voice.value())).fetchOptional(row -> question(voice, row));
    }

    private Question lock(Voice.Id voice) {
        return sql.selectFrom(QUESTION)
                .where(QUESTION.VOICE_ID.eq(voice.value()))
                .forUpdate()
                .fetchOptional(row -> question(voice, row))
                .orElseThrow(Refusal.NotFound::new);
    }

    private Question question(Voice.Id voice, db.needs.tables.records.QuestionRecord row) {
        var words = sql.selectFrom(QUESTION_WORD)
                .where(QUESTION_WORD.VOICE_ID.eq(voice.value()))
                .orderBy(QUESTION_WORD.SAID_AT, QUESTION_WORD.ID)
                .fetch(word -> new Question.Word(
                        word.getRound(), Question.Kind.of(word.getKind()), word.getText(), new MemberId(word.getMemberId()), word.getSaidAt()));
        return new Question(
                voice, Question.State.of(row.getState()), member(row.getAskerId()), member(row.getAssigneeId()), row.getAskedAt(), row.getRound(),
                words);
    }

    private static @Nullable MemberId member(@Nullable UUID id) {
        return id == null ? null : new MemberId(id);
    }

    /** Marketing's answer; stops the clock. 403 for others, 409 {@code needs.question-closed} when none is waited for. */
    public Question answer(Voice.Id voice, String text, Actor by) {
        var question = lock(voice);
        if (!question.answerableBy(by, turn(functions.assignment(Task.RESEARCH)))) {
            throw new Refusal.NotAllowed();
        }
        question.mustBe(Question.State.OPEN);
        var now = now();
        sql.update(QUESTION)
                .set(QUESTION.STATE, Question.State.ANSWERED.code())
                .set(QUESTION.ANSWERED_AT, now)
                .set(QUESTION.ASSIGNEE_ID, by.id().value())
                .where(QUESTION.VOICE_ID.eq(voice.value()))
                .execute();
        say(question, Question.Kind.ANSWER, text, by, now);
        clocks.stop(Voice.ref(voice), PROMISE, now);
        notices.answered(question, by);
        return lock(voice);
    }

    /** The asker is content (納得); a remark is free. 403 for others, 409 while there is no answer. */
    public Question settle(Voice.Id voice, @Nullable String remark, Actor by) {
        var question = lock(voice);
        judge(question, by);
        var now = now();
        sql.update(QUESTION)
                .set(QUESTION.STATE, Question.State.SETTLED.code())
                .set(QUESTION.SETTLED_AT, now)
                .where(QUESTION.VOICE_ID.eq(voice.value()))
                .execute();
        say(question, Question.Kind.SATISFIED, remark, by, now);
        notices.settled(question, by);
        return lock(voice);
    }

    /** The answer does not do (再質問): a new round of 5 business days. 403 for others, 409 while there is no answer. */
    public Question askAgain(Voice.Id voice, String what, Actor by) {
        var question = lock(voice);
        judge(question, by);
        var now = now();
        sql.update(QUESTION)
                .set(QUESTION.STATE, Question.State.OPEN.code())
                .set(QUESTION.ROUND, QUESTION.ROUND.plus(1))
                .where(QUESTION.VOICE_ID.eq(voice.value()))
                .execute();
        say(question, Question.Kind.AGAIN, what, by, now);
        var researcher = functions.assignment(Task.RESEARCH);
        clocks.start(new NewClock(Voice.ref(voice), PROMISE, turn(researcher), question.assignee(), now, TIME_TO_ANSWER));
        notices.askedAgain(question, by);
        return lock(voice);
    }

    private static void judge(Question question, Actor by) {
        if (!question.judgeableBy(by)) {
            throw new Refusal.NotAllowed();
        }
        question.mustBe(Question.State.ANSWERED);
    }

    private void say(Question question, Question.Kind kind, @Nullable String text, Actor by, Instant now) {
        sql.insertInto(QUESTION_WORD)
                .set(QUESTION_WORD.ID, Ids.next())
                .set(QUESTION_WORD.VOICE_ID, question.voice().value())
                .set(QUESTION_WORD.ROUND, question.round())
                .set(QUESTION_WORD.KIND, kind.code())
                .set(QUESTION_WORD.TEXT, text)
                .set(QUESTION_WORD.MEMBER_ID, by.id().value())
                .set(QUESTION_WORD.SAID_AT, now)
                .execute();
        audit.record(by, Change.made(
                Voice.KIND, question.voice().value(), "voice_question_" + kind.code(),
                Map.of("text", Objects.requireNonNullElse(text, ""), "round", question.round())));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
