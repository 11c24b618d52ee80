package org.kamiau.needs;

import static db.needs.Tables.NEED;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Ids;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Surveys and what they ask. Written by marketing and product planning; others are refused with 403. */
@Component
@Transactional
public class Surveys {

    /** The kind under which history and notices know surveys. */
    public static final String KIND = "survey";

    private final SurveyRows rows;
    private final DSLContext sql;
    private final Audit audit;
    private final InstantSource clock;

    Surveys(SurveyRows rows, DSLContext sql, Audit audit, InstantSource clock) {
        this.rows = rows;
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Survey> all() {
        return rows.all();
    }

    @Transactional(readOnly = true)
    public Optional<Survey> find(Survey.Id id) {
        return rows.find(id);
    }

    /** Who makes it owns it. */
    public Survey add(SurveyDraft draft, Actor by) {
        Survey.needWriter(by);
        draft.check();
        free(draft, null);
        var survey = survey(new Survey.Id(Ids.next()), draft, null, by);
        rows.insert(survey, by, clock.instant());
        audit.record(by, Change.made(KIND, survey.id().value(), "survey_made", values(survey)));
        return survey;
    }

    /** @throws Refusal.Stale when somebody changed it since this version */
    public Survey change(Survey.Id id, SurveyDraft draft, int version, Actor by) {
        Survey.needWriter(by);
        draft.check();
        var before = locked(id);
        if (before.version() != version) {
            throw new Refusal.Stale();
        }
        free(draft, id);
        var after = survey(id, draft, before, by);
        rows.update(after);
        audit.record(by, Change.of(KIND, id.value(), "survey_changed", values(before), values(after), null));
        return rows.find(id).orElseThrow();
    }

    private Survey locked(Survey.Id id) {
        return Optional.of(id).filter(rows::lock).flatMap(rows::find).orElseThrow(Refusal.NotFound::new);
    }

    private void free(SurveyDraft draft, Survey.@Nullable Id except) {
        if (rows.taken(Objects.requireNonNull(draft.code()), except)) {
            throw new Invalid("code", "needs.survey-invalid.code-taken");
        }
    }

    private static Survey survey(Survey.Id id, SurveyDraft draft, @Nullable Survey before, Actor by) {
        return new Survey(
                id, Objects.requireNonNull(draft.code()), Objects.requireNonNull(SurveyDraft.wording(draft.titleJa(), draft.titleEn())),
                SurveyDraft.wording(draft.introductionJa(), draft.introductionEn()), Objects.requireNonNull(draft.frame()),
                before == null ? by.member() : before.owner(), before == null ? 1 : before.version(), before == null ? List.of() : before.questions());
    }

    /**
     * Adds a question. What was once written stays: only the same words over waves make a series. Waves in design ask it
     * when it is added to them.
     */
    public SurveyQuestion ask(Survey.Id id, QuestionDraft draft, Actor by) {
        Survey.needWriter(by);
        draft.check();
        locked(id);
        known(draft.need());
        var question = draft.question(new SurveyQuestion.Id(Ids.next()), rows.nextPosition(id));
        rows.insert(id, question);
        audit.record(by, new Change(new org.kamiau.platform.RecordRef(KIND, id.value()), "survey_question_added", null, values(question), null));
        return question;
    }

    private void known(Need.@Nullable Id need) {
        if (need != null && !sql.fetchExists(NEED, NEED.ID.eq(need.value()), NEED.STATE.ne(Need.State.MERGED.code()))) {
            throw new Invalid("need", "needs.survey-invalid.need");
        }
    }

    /** What tested a need tests what it has become part of. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void merged(NeedEvent.Merged merged) {
        rows.follow(merged.from(), merged.into());
    }

    private static Map<String, @Nullable Object> values(Survey survey) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("code", survey.code());
        values.put("title", survey.title().ja());
        values.put("title_en", survey.title().en());
        values.put("introduction", survey.introduction() == null ? null : survey.introduction().ja());
        values.put("frame", survey.frame());
        return values;
    }

    private static Map<String, @Nullable Object> values(SurveyQuestion question) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("question", question.text().ja());
        values.put("kind", question.kind().code());
        values.put("need", question.need() == null ? null : question.need().toString());
        return values;
    }
}
