package org.kamiau.needs;

import static db.needs.Tables.SURVEY;
import static db.needs.Tables.SURVEY_OPTION;
import static db.needs.Tables.SURVEY_QUESTION;
import static java.util.stream.Collectors.groupingBy;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;

import db.needs.tables.records.SurveyQuestionRecord;
import db.needs.tables.records.SurveyRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.needs.SurveyQuestion.Kind;
import org.kamiau.platform.Actor;
import org.kamiau.platform.MemberId;
import org.springframework.stereotype.Component;

/** The SQL of surveys and their questions. */
@Component
class SurveyRows {

    private final DSLContext sql;

    SurveyRows(DSLContext sql) {
        this.sql = sql;
    }

    List<Survey> all() {
        return read(org.jooq.impl.DSL.noCondition());
    }

    List<Survey> among(Collection<Survey.Id> ids) {
        return read(SURVEY.ID.in(ids.stream().map(Survey.Id::value).toList()));
    }

    Optional<Survey> find(Survey.Id id) {
        return read(SURVEY.ID.eq(id.value())).stream().findFirst();
    }

    boolean lock(Survey.Id id) {
        return sql.select(SURVEY.ID).from(SURVEY).where(SURVEY.ID.eq(id.value())).forUpdate().fetchOptional().isPresent();
    }

    boolean taken(String code, Survey.@Nullable Id except) {
        return sql.fetchExists(
                SURVEY, SURVEY.CODE.eq(code), except == null ? org.jooq.impl.DSL.noCondition() : SURVEY.ID.ne(except.value()));
    }

    private List<Survey> read(Condition condition) {
        var rows = sql.selectFrom(SURVEY).where(condition).orderBy(SURVEY.CREATED_AT.desc(), SURVEY.ID).fetch();
        var questions = questions(SURVEY_QUESTION.SURVEY_ID.in(rows.getValues(SURVEY.ID)));
        return rows.map(row -> survey(row, questions.getOrDefault(row.getId(), List.of())));
    }

    private static Survey survey(SurveyRecord row, List<SurveyQuestion> questions) {
        var owner = row.getOwnerId();
        return new Survey(
                new Survey.Id(row.getId()), row.getCode(), Objects.requireNonNull(SurveyDraft.wording(row.getTitleJa(), row.getTitleEn())),
                SurveyDraft.wording(row.getIntroductionJa(), row.getIntroductionEn()), row.getFrame(), owner == null ? null : new MemberId(owner),
                row.getVersion(), questions);
    }

    private Map<UUID, List<SurveyQuestion>> questions(Condition condition) {
        var rows = sql.selectFrom(SURVEY_QUESTION).where(condition).orderBy(SURVEY_QUESTION.SURVEY_ID, SURVEY_QUESTION.POSITION).fetch();
        var options = sql.selectFrom(SURVEY_OPTION)
                .where(SURVEY_OPTION.QUESTION_ID.in(rows.getValues(SURVEY_QUESTION.ID)))
                .orderBy(SURVEY_OPTION.QUESTION_ID, SURVEY_OPTION.POSITION)
                .fetchGroups(SURVEY_OPTION.QUESTION_ID, row -> new SurveyQuestion.Option(
                        row.getPosition(), Objects.requireNonNull(SurveyDraft.wording(row.getTextJa(), row.getTextEn())), row.getSupports()));
        return rows.stream()
                .collect(groupingBy(
                        SurveyQuestionRecord::getSurveyId,
                        java.util.stream.Collectors.mapping(
                                row -> question(row, options.getOrDefault(row.getId(), List.of())), java.util.stream.Collectors.toList())));
    }

    private static SurveyQuestion question(SurveyQuestionRecord row, List<SurveyQuestion.Option> options) {
        var need = row.getNeedId();
        var kind = Kind.of(row.getKind());
        return new SurveyQuestion(
                new SurveyQuestion.Id(row.getId()), row.getPosition(), kind,
                Objects.requireNonNull(SurveyDraft.wording(row.getTextJa(), row.getTextEn())), row.getRequired(), need == null ? null : new Need.Id(need),
                options, kind == Kind.SCALE ? scale(row) : null);
    }

    private static SurveyQuestion.Scale scale(SurveyQuestionRecord row) {
        var from = row.getSupportsFrom();
        return new SurveyQuestion.Scale(
                row.getScaleFrom(), row.getScaleTo(), SurveyDraft.wording(row.getLowJa(), row.getLowEn()),
                SurveyDraft.wording(row.getHighJa(), row.getHighEn()), from == null ? null : from.intValue());
    }

    void insert(Survey survey, Actor by, Instant now) {
        var row = written(survey);
        row.setCreatedAt(now);
        row.setCreatedBy(by.member() == null ? null : by.member().value());
        sql.insertInto(SURVEY).set(row).execute();
    }

    void update(Survey survey) {
        var row = written(survey);
        row.setVersion(survey.version() + 1);
        sql.update(SURVEY).set(row).where(SURVEY.ID.eq(survey.id().value())).execute();
    }

    private SurveyRecord written(Survey survey) {
        var row = sql.newRecord(SURVEY);
        row.setId(survey.id().value());
        row.setCode(survey.code());
        row.setTitleJa(survey.title().ja());
        row.setTitleEn(survey.title().en());
        row.setIntroductionJa(survey.introduction() == null ? null : survey.introduction().ja());
        row.setIntroductionEn(survey.introduction() == null ? null : survey.introduction().en());
        row.setFrame(survey.frame());
        row.setOwnerId(survey.owner() == null ? null : survey.owner().value());
        return row;
    }

    int nextPosition(Survey.Id survey) {
        return sql.select(coalesce(max(SURVEY_QUESTION.POSITION), 0).plus(1))
                .from(SURVEY_QUESTION)
                .where(SURVEY_QUESTION.SURVEY_ID.eq(survey.value()))
                .fetchSingle()
                .value1();
    }

    void insert(Survey.Id survey, SurveyQuestion question) {
        var row = sql.newRecord(SURVEY_QUESTION);
        row.setId(question.id().value());
        row.setSurveyId(survey.value());
        row.setPosition(question.position());
        row.setKind(question.kind().code());
        row.setTextJa(question.text().ja());
        row.setTextEn(question.text().en());
        row.setRequired(question.required());
        row.setNeedId(question.need() == null ? null : question.need().value());
        var scale = question.scale();
        if (scale != null) {
            row.setScaleFrom((short) scale.from());
            row.setScaleTo((short) scale.to());
            row.setLowJa(scale.low() == null ? null : scale.low().ja());
            row.setLowEn(scale.low() == null ? null : scale.low().en());
            row.setHighJa(scale.high() == null ? null : scale.high().ja());
            row.setHighEn(scale.high() == null ? null : scale.high().en());
            row.setSupportsFrom(scale.supportsFrom() == null ? null : scale.supportsFrom().shortValue());
        }
        sql.insertInto(SURVEY_QUESTION).set(row).execute();
        sql.batchInsert(question.options().stream()
                        .map(option -> {
                            var line = sql.newRecord(SURVEY_OPTION);
                            line.setQuestionId(question.id().value());
                            line.setPosition((short) option.position());
                            line.setTextJa(option.text().ja());
                            line.setTextEn(option.text().en());
                            line.setSupports(option.supports());
                            return line;
                        })
                        .toList())
                .execute();
    }

    /** A need that became part of another one takes its questions along. */
    void follow(Need.Id from, Need.Id into) {
        sql.update(SURVEY_QUESTION).set(SURVEY_QUESTION.NEED_ID, into.value()).where(SURVEY_QUESTION.NEED_ID.eq(from.value())).execute();
    }
}
