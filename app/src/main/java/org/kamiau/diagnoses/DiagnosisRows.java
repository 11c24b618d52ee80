package org.kamiau.diagnoses;

import static db.diagnoses.Tables.ROUND;
import static db.diagnoses.Tables.TALLY;
import static db.diagnoses.Tables.TURNOUT;
import static org.jooq.impl.DSL.val;

import db.diagnoses.tables.records.RoundRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Side;
import org.springframework.stereotype.Component;

/** The SQL of rounds and their counts. */
@Component
class DiagnosisRows {

    private final DSLContext sql;

    DiagnosisRows(DSLContext sql) {
        this.sql = sql;
    }

    /** The newest first. */
    List<Round> all() {
        return sql.selectFrom(ROUND).orderBy(ROUND.OPENED_AT.desc(), ROUND.ID).fetch(DiagnosisRows::round);
    }

    List<Round> among(Collection<UUID> ids) {
        return sql.selectFrom(ROUND).where(ROUND.ID.in(ids)).fetch(DiagnosisRows::round);
    }

    Optional<Round> find(Round.Id id) {
        return sql.selectFrom(ROUND).where(ROUND.ID.eq(id.value())).fetchOptional(DiagnosisRows::round);
    }

    Optional<Round> lock(Round.Id id) {
        return sql.selectFrom(ROUND).where(ROUND.ID.eq(id.value())).forUpdate().fetchOptional(DiagnosisRows::round);
    }

    Optional<Round> hold(Round.Id id) {
        return sql.selectFrom(ROUND).where(ROUND.ID.eq(id.value())).forShare().fetchOptional(DiagnosisRows::round);
    }

    private static Round round(RoundRecord row) {
        return new Round(new Round.Id(row.getId()), row.getName(), row.getOpenedAt(), row.getClosesOn(), row.getClosedAt(), row.getLeast());
    }

    /** With all counts at nought, so that an answer is the same statement for everybody. */
    void insert(Round round, Actor by) {
        sql.insertInto(ROUND)
                .set(ROUND.ID, round.id().value())
                .set(ROUND.NAME, round.name())
                .set(ROUND.OPENED_AT, round.openedAt())
                .set(ROUND.OPENED_BY, by.member() == null ? null : by.member().value())
                .set(ROUND.CLOSES_ON, round.closesOn())
                .set(ROUND.LEAST, (short) round.least())
                .execute();
        sql.execute(
                "insert into diagnoses.turnout (round_id, side, answers) select {0}, side, 0 from unnest(array['sales', 'marketing']) as side",
                val(round.id().value()));
        sql.execute(
                """
                insert into diagnoses.tally (round_id, side, statement, value, answers)
                select {0}, side, statement, value, 0
                from unnest(array['sales', 'marketing']) as side, generate_series(1, 20) as statement, generate_series(1, 5) as value
                """,
                val(round.id().value()));
    }

    void close(Round.Id id, Instant now) {
        sql.update(ROUND).set(ROUND.CLOSED_AT, now).where(ROUND.ID.eq(id.value())).execute();
    }

    /** The turnout first: whoever answers at the same moment waits there, and nobody in the middle. */
    void add(Round.Id id, Side side, Map<Integer, Integer> points) {
        sql.update(TURNOUT)
                .set(TURNOUT.ANSWERS, TURNOUT.ANSWERS.plus(1))
                .where(TURNOUT.ROUND_ID.eq(id.value()), TURNOUT.SIDE.eq(side.code()))
                .execute();
        sql.execute(
                """
                update diagnoses.tally set answers = answers + 1
                from unnest({2}::int[], {3}::int[]) as given (statement, value)
                where round_id = {0} and side = {1} and tally.statement = given.statement and tally.value = given.value
                """,
                val(id.value()), val(side.code()), val(points.keySet().toArray(Integer[]::new)), val(points.values().toArray(Integer[]::new)));
    }

    Map<Round.Id, Map<Side, Counts>> counts(Collection<Round.Id> rounds) {
        var ids = rounds.stream().map(Round.Id::value).toList();
        var sums = new HashMap<String, Map<Integer, Integer>>();
        sql.selectFrom(TALLY).where(TALLY.ROUND_ID.in(ids), TALLY.ANSWERS.gt(0)).forEach(row -> sums
                .computeIfAbsent(row.getRoundId() + row.getSide(), _ -> new HashMap<>())
                .merge((int) row.getStatement(), row.getValue() * row.getAnswers(), Integer::sum));
        var counts = new HashMap<Round.Id, Map<Side, Counts>>();
        sql.selectFrom(TURNOUT).where(TURNOUT.ROUND_ID.in(ids)).forEach(row -> counts
                .computeIfAbsent(new Round.Id(row.getRoundId()), _ -> new HashMap<>())
                .put(Round.side(row.getSide()), new Counts(row.getAnswers(), sums.getOrDefault(row.getRoundId() + row.getSide(), Map.of()))));
        return counts;
    }
}
