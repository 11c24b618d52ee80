package org.kamiau.needs;

import static db.needs.Tables.RESPONSE;
import static db.needs.Tables.RESPONSE_ANSWER;
import static db.needs.Tables.SURVEY_QUESTION;
import static db.needs.Tables.TALLY;
import static db.needs.Tables.TALLY_ANSWER;
import static db.needs.Tables.WAVE;
import static db.needs.Tables.WAVE_QUESTION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import db.needs.tables.records.WaveRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.kamiau.needs.Wave.Moments;
import org.kamiau.platform.Actor;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.answers.Answer;
import org.springframework.stereotype.Component;

/** The SQL of waves, their answers and what was counted of them. */
@Component
class WaveRows {

    private final DSLContext sql;

    WaveRows(DSLContext sql) {
        this.sql = sql;
    }

    Optional<Wave> find(Wave.Id id) {
        return read(WAVE.ID.eq(id.value())).stream().findFirst();
    }

    Optional<Wave> lock(Wave.Id id) {
        return sql.selectFrom(WAVE).where(WAVE.ID.eq(id.value())).forUpdate().fetchOptional(WaveRows::wave);
    }

    /** A lock that takers of answers share, and that nobody closes the wave under. */
    Optional<Wave> hold(Wave.Id id) {
        return sql.selectFrom(WAVE).where(WAVE.ID.eq(id.value())).forShare().fetchOptional(WaveRows::wave);
    }

    List<Wave> of(Survey.Id survey) {
        return read(WAVE.SURVEY_ID.eq(survey.value()));
    }

    List<Wave> in(Wave.State... states) {
        return read(WAVE.STATE.in(java.util.Arrays.stream(states).map(Wave.State::code).toList()));
    }

    List<Wave> coming(Need.Id need) {
        var asking = select(WAVE_QUESTION.WAVE_ID)
                .from(WAVE_QUESTION)
                .join(SURVEY_QUESTION).on(SURVEY_QUESTION.ID.eq(WAVE_QUESTION.QUESTION_ID))
                .where(SURVEY_QUESTION.NEED_ID.eq(need.value()));
        return read(WAVE.PUBLISHED_AT.isNull().and(WAVE.ID.in(asking)));
    }

    List<Wave> among(Collection<UUID> ids) {
        return read(WAVE.ID.in(ids));
    }

    Optional<Wave> coded(String code) {
        return read(WAVE.CODE.eq(code)).stream().findFirst();
    }

    List<Wave> all() {
        return read(noCondition());
    }

    private List<Wave> read(Condition condition) {
        return sql.selectFrom(WAVE).where(condition).orderBy(WAVE.PLANNED_ON, WAVE.ID).fetch(WaveRows::wave);
    }

    private static Wave wave(WaveRecord row) {
        return new Wave(
                new Wave.Id(row.getId()), new Survey.Id(row.getSurveyId()), row.getCode(),
                Objects.requireNonNull(SurveyDraft.wording(row.getNameJa(), row.getNameEn())), Wave.State.of(row.getState()), row.getOutside(),
                row.getPlannedOn(), row.getClosesOn(),
                new Moments(row.getOpenedAt(), row.getClosedAt(), row.getTalliedAt(), row.getPublishedAt(), row.getConcludedAt()), row.getConclusion(),
                row.getVersion());
    }

    void insert(Wave wave, Actor by, Instant now) {
        sql.insertInto(WAVE)
                .set(WAVE.ID, wave.id().value())
                .set(WAVE.SURVEY_ID, wave.survey().value())
                .set(WAVE.CODE, wave.code())
                .set(WAVE.NAME_JA, wave.name().ja())
                .set(WAVE.NAME_EN, wave.name().en())
                .set(WAVE.STATE, wave.state().code())
                .set(WAVE.OUTSIDE, wave.outside())
                .set(WAVE.PLANNED_ON, wave.plannedOn())
                .set(WAVE.CLOSES_ON, wave.closesOn())
                .set(WAVE.CREATED_AT, now)
                .set(WAVE.CREATED_BY, by.member() == null ? null : by.member().value())
                .execute();
    }

    void update(Wave wave) {
        sql.update(WAVE)
                .set(WAVE.CODE, wave.code())
                .set(WAVE.NAME_JA, wave.name().ja())
                .set(WAVE.NAME_EN, wave.name().en())
                .set(WAVE.OUTSIDE, wave.outside())
                .set(WAVE.PLANNED_ON, wave.plannedOn())
                .set(WAVE.CLOSES_ON, wave.closesOn())
                .set(WAVE.VERSION, WAVE.VERSION.plus(1))
                .where(WAVE.ID.eq(wave.id().value()))
                .execute();
    }

    /** @param moment the column that remembers when this state began */
    void move(Wave.Id id, Wave.State to, Field<Instant> moment, Instant now, @Nullable String conclusion) {
        sql.update(WAVE)
                .set(WAVE.STATE, to.code())
                .set(moment, now)
                .set(WAVE.CONCLUSION, conclusion)
                .set(WAVE.VERSION, WAVE.VERSION.plus(1))
                .where(WAVE.ID.eq(id.value()))
                .execute();
    }

    List<SurveyQuestion.Id> questions(Wave.Id wave) {
        return sql.select(WAVE_QUESTION.QUESTION_ID)
                .from(WAVE_QUESTION)
                .where(WAVE_QUESTION.WAVE_ID.eq(wave.value()))
                .orderBy(WAVE_QUESTION.POSITION)
                .fetch(row -> new SurveyQuestion.Id(row.value1()));
    }

    /** False when it asks the question already. */
    boolean ask(Wave.Id wave, SurveyQuestion.Id question) {
        var next = sql.select(coalesce(max(WAVE_QUESTION.POSITION), 0).plus(1)).from(WAVE_QUESTION).where(WAVE_QUESTION.WAVE_ID.eq(wave.value()));
        return sql.insertInto(WAVE_QUESTION, WAVE_QUESTION.WAVE_ID, WAVE_QUESTION.QUESTION_ID, WAVE_QUESTION.POSITION)
                        .values(val(wave.value()), val(question.value()), next.asField())
                        .onConflict(WAVE_QUESTION.WAVE_ID, WAVE_QUESTION.QUESTION_ID)
                        .doNothing()
                        .execute()
                == 1;
    }

    boolean drop(Wave.Id wave, SurveyQuestion.Id question) {
        return sql.deleteFrom(WAVE_QUESTION)
                        .where(WAVE_QUESTION.WAVE_ID.eq(wave.value()), WAVE_QUESTION.QUESTION_ID.eq(question.value()))
                        .execute()
                == 1;
    }

    int answers(Wave.Id wave) {
        return sql.fetchCount(RESPONSE, RESPONSE.WAVE_ID.eq(wave.value()));
    }

    Map<String, UUID> known(Wave.Id wave, Collection<String> externalIds) {
        return sql.select(RESPONSE.EXTERNAL_ID, RESPONSE.ID)
                .from(RESPONSE)
                .where(RESPONSE.WAVE_ID.eq(wave.value()), RESPONSE.EXTERNAL_ID.in(externalIds))
                .fetchMap(row -> Objects.requireNonNull(row.value1()), row -> row.value2());
    }

    void remove(Collection<UUID> responses) {
        sql.deleteFrom(RESPONSE).where(RESPONSE.ID.in(responses)).execute();
    }

    /** In two statements, however many there are. The ids are random: a UUIDv7 would tell the moment. */
    List<UUID> insert(Wave.Id wave, List<Response> responses) {
        var ids = responses.stream().map(_ -> UUID.randomUUID()).toArray(UUID[]::new);
        var of = new ArrayList<UUID>();
        var questions = new ArrayList<UUID>();
        var choices = new ArrayList<@Nullable String>();
        var said = new ArrayList<@Nullable String>();
        for (int i = 0; i < ids.length; i++) {
            var id = ids[i];
            responses.get(i).answers().forEach((question, answer) -> {
                of.add(id);
                questions.add(question.value());
                choices.add(answer instanceof Answer.Chosen chosen ? array(chosen.values()) : null);
                said.add(answer instanceof Answer.Said words ? words.text() : null);
            });
        }
        sql.execute(
                """
                insert into needs.response (id, wave_id, answered_on, weight, segment, external_id)
                select r.id, {0}, r.answered_on, r.weight, r.segment, r.external_id
                from unnest({1}::uuid[], {2}::date[], {3}::double precision[], {4}::text[], {5}::text[])
                    as r (id, answered_on, weight, segment, external_id)
                """,
                val(wave.value()), val(ids), val(responses.stream().map(Response::on).toArray(LocalDate[]::new)),
                val(responses.stream().map(Response::weight).toArray(Double[]::new)),
                val(responses.stream().map(Response::segment).toArray(String[]::new)),
                val(responses.stream().map(Response::externalId).toArray(String[]::new)));
        sql.execute(
                """
                insert into needs.response_answer (response_id, question_id, choices, said)
                select a.response, a.question, a.choices::smallint[], a.said
                from unnest({0}::uuid[], {1}::uuid[], {2}::text[], {3}::text[]) as a (response, question, choices, said)
                """,
                val(of.toArray(UUID[]::new)), val(questions.toArray(UUID[]::new)), val(choices.toArray(String[]::new)), val(said.toArray(String[]::new)));
        return List.of(ids);
    }

    private static String array(List<Integer> values) {
        return values.stream().map(String::valueOf).collect(java.util.stream.Collectors.joining(",", "{", "}"));
    }

    /** Counts all answers of a wave, once and for all. */
    void count(Wave.Id wave) {
        sql.deleteFrom(TALLY_ANSWER).where(TALLY_ANSWER.WAVE_ID.eq(wave.value())).execute();
        sql.deleteFrom(TALLY).where(TALLY.WAVE_ID.eq(wave.value())).execute();
        sql.execute(
                """
                with answer as (
                    select response_answer.question_id, response.weight,
                        survey_question.need_id is not null as tests,
                        case when survey_question.kind = 'scale' then choices[1] >= survey_question.supports_from
                            else exists (select from needs.survey_option where survey_option.question_id = survey_question.id
                                and supports and survey_option.position = any (choices)) end as supports
                    from needs.response
                    join needs.response_answer on response_answer.response_id = response.id
                    join needs.survey_question on survey_question.id = response_answer.question_id
                    where response.wave_id = {0}
                )
                insert into needs.tally (wave_id, question_id, n, effective_n, supporting, share)
                select {0}, question_id, count(*), sum(weight) ^ 2 / sum(weight ^ 2),
                    case when bool_and(tests) then count(*) filter (where supports) end,
                    case when bool_and(tests) then least(1, coalesce(sum(weight) filter (where supports), 0) / sum(weight)) end
                from answer group by question_id
                """,
                val(wave.value()));
        sql.execute(
                """
                insert into needs.tally_answer (wave_id, question_id, answer, count, share)
                select {0}, response_answer.question_id, choice, count(*),
                    sum(response.weight) / (select sum(every.weight) from needs.response_answer same
                        join needs.response every on every.id = same.response_id
                        where every.wave_id = {0} and same.question_id = response_answer.question_id)
                from needs.response
                join needs.response_answer on response_answer.response_id = response.id
                cross join lateral unnest(choices) as choice
                where response.wave_id = {0}
                group by response_answer.question_id, choice
                """,
                val(wave.value()));
    }

    Map<SurveyQuestion.Id, Tally> tallies(Wave.Id wave) {
        var shares = sql.selectFrom(TALLY_ANSWER)
                .where(TALLY_ANSWER.WAVE_ID.eq(wave.value()))
                .orderBy(TALLY_ANSWER.ANSWER)
                .fetchGroups(TALLY_ANSWER.QUESTION_ID, row -> new Tally.Share(row.getAnswer(), row.getCount(), row.getShare()));
        var tallies = new LinkedHashMap<SurveyQuestion.Id, Tally>();
        sql.selectFrom(TALLY).where(TALLY.WAVE_ID.eq(wave.value())).forEach(row -> tallies.put(
                new SurveyQuestion.Id(row.getQuestionId()),
                new Tally(
                        row.getN(), row.getEffectiveN(), row.getSupporting(), row.getShare(), shares.getOrDefault(row.getQuestionId(), List.of()))));
        return tallies;
    }

    /** What was said in words, in no order. */
    Map<SurveyQuestion.Id, List<String>> said(Wave.Id wave, int limit) {
        return sql.select(RESPONSE_ANSWER.QUESTION_ID, RESPONSE_ANSWER.SAID)
                .from(RESPONSE)
                .join(RESPONSE_ANSWER).on(RESPONSE_ANSWER.RESPONSE_ID.eq(RESPONSE.ID))
                .where(RESPONSE.WAVE_ID.eq(wave.value()), RESPONSE_ANSWER.SAID.isNotNull())
                .orderBy(RESPONSE_ANSWER.RESPONSE_ID)
                .limit(limit)
                .fetchGroups(row -> new SurveyQuestion.Id(row.value1()), row -> row.value2());
    }

    /** The same question in all waves that have counted it: what tracking shows. */
    Map<SurveyQuestion.Id, Map<Wave.Id, Tally>> series(Survey.Id survey) {
        var waves = of(survey).stream().filter(Wave::counted).toList();
        var series = new LinkedHashMap<SurveyQuestion.Id, Map<Wave.Id, Tally>>();
        waves.forEach(wave -> tallies(wave.id())
                .forEach((question, tally) -> series.computeIfAbsent(question, _ -> new LinkedHashMap<>()).put(wave.id(), tally)));
        return series;
    }

    /** Members whose accounts named a need that the wave tested, since that day, with how many of theirs did. */
    Map<MemberId, Integer> affected(Wave.Id wave, LocalDate since) {
        return sql.resultQuery(
                        """
                        select owner.id, count(distinct account_view.id)
                        from needs.wave_question
                        join needs.survey_question on survey_question.id = wave_question.question_id
                        join needs.mention_view on mention_view.need_id = survey_question.need_id
                        join customers.account_view on account_view.id = mention_view.account_id
                        cross join lateral (values (fs_owner_id), (is_owner_id), (cs_owner_id)) as owner (id)
                        where wave_question.wave_id = {0} and mention_view.day >= {1} and owner.id is not null
                        group by owner.id
                        """,
                        val(wave.value()), val(since))
                .fetchMap(row -> new MemberId(row.get(0, UUID.class)), row -> row.get(1, Integer.class));
    }
}
