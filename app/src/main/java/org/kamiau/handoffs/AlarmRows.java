package org.kamiau.handoffs;

import static db.handoffs.Tables.ALARM;
import static db.handoffs.Tables.DETECTION_DAY;
import static db.handoffs.Tables.MUTED_DETECTION;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;

import db.handoffs.tables.records.AlarmRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Ids;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.alerts.Outcome;
import org.kamiau.platform.alerts.Precision;
import org.springframework.stereotype.Component;

/** The SQL of alarms and their detections. */
@Component
class AlarmRows {

    private final DSLContext sql;

    AlarmRows(DSLContext sql) {
        this.sql = sql;
    }

    Optional<LocalDate> lastLook() {
        return Optional.ofNullable(sql.select(max(DETECTION_DAY.DAY)).from(DETECTION_DAY).fetchSingle().value1());
    }

    /** False when another node has looked on this day. */
    boolean look(LocalDate day, Instant now) {
        return sql.insertInto(DETECTION_DAY, DETECTION_DAY.DAY, DETECTION_DAY.LOOKED_AT).values(day, now).onConflictDoNothing().execute() == 1;
    }

    /** False when an alarm of the boundary is open. */
    boolean insert(Alarm.Open alarm) {
        var finding = alarm.finding();
        return sql.insertInto(ALARM)
                        .set(ALARM.ID, alarm.id().value())
                        .set(ALARM.BOUNDARY, finding.boundary().code())
                        .set(ALARM.DETECTION, finding.detection())
                        .set(ALARM.RAISED_AT, alarm.raisedAt())
                        .set(ALARM.FROM_DAY, finding.from())
                        .set(ALARM.TO_DAY, finding.to())
                        .set(ALARM.MEASURE, BigDecimal.valueOf(finding.measure()))
                        .set(ALARM.LINE, BigDecimal.valueOf(finding.line()))
                        .set(ALARM.N, (int) finding.n())
                        .set(ALARM.DUE_AT, alarm.dueAt())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    boolean decidedSince(Alarm.Finding finding, Instant since) {
        return sql.fetchExists(ALARM, ALARM.BOUNDARY.eq(finding.boundary().code()), ALARM.DETECTION.eq(finding.detection()), ALARM.CLOSED_AT.gt(since));
    }

    Optional<Alarm> find(Alarm.Id id) {
        return sql.selectFrom(ALARM).where(ALARM.ID.eq(id.value())).fetchOptional(AlarmRows::alarm);
    }

    Optional<Alarm> lock(Alarm.Id id) {
        return sql.selectFrom(ALARM).where(ALARM.ID.eq(id.value())).forUpdate().fetchOptional(AlarmRows::alarm);
    }

    List<Alarm> latest(int limit) {
        return sql.selectFrom(ALARM).orderBy(ALARM.RAISED_AT.desc(), ALARM.ID).limit(limit).fetch(AlarmRows::alarm);
    }

    List<Alarm.Open> open() {
        return sql.selectFrom(ALARM).where(ALARM.OUTCOME.isNull()).orderBy(ALARM.RAISED_AT).fetch(AlarmRows::openAlarm);
    }

    List<Alarm> among(Collection<UUID> ids) {
        return sql.selectFrom(ALARM).where(ALARM.ID.in(ids)).fetch(AlarmRows::alarm);
    }

    void store(Alarm.Closed closed) {
        sql.update(ALARM)
                .set(ALARM.OUTCOME, closed.outcome().code())
                .set(ALARM.REASON, closed.reason())
                .set(ALARM.CLOSED_AT, closed.at())
                .set(ALARM.CLOSED_BY, closed.by().value())
                .where(ALARM.ID.eq(closed.id().value()))
                .execute();
    }

    private static Alarm alarm(AlarmRecord row) {
        var open = openAlarm(row);
        return row.getOutcome() == null
                ? open
                : new Alarm.Closed(
                        open.id(), open.finding(), open.raisedAt(), open.dueAt(), Outcome.of(row.getOutcome()), row.getReason(),
                        new MemberId(row.getClosedBy()), row.getClosedAt());
    }

    private static Alarm.Open openAlarm(AlarmRecord row) {
        var finding = new Alarm.Finding(
                row.getDetection(), Boundary.of(row.getBoundary()), row.getFromDay(), row.getToDay(), row.getMeasure().doubleValue(),
                row.getLine().doubleValue(), row.getN());
        return new Alarm.Open(new Alarm.Id(row.getId()), finding, row.getRaisedAt(), row.getDueAt());
    }

    /** Of the outcomes since its last release. */
    Precision precision(String detection) {
        var since = sql.select(max(MUTED_DETECTION.RELEASED_AT)).from(MUTED_DETECTION).where(MUTED_DETECTION.DETECTION.eq(detection)).fetchSingle().value1();
        return sql.select(count().filterWhere(ALARM.OUTCOME.ne(Outcome.FALSE_ALARM.code())), count())
                .from(ALARM)
                .where(ALARM.DETECTION.eq(detection), ALARM.OUTCOME.isNotNull(), since == null ? DSL.noCondition() : ALARM.CLOSED_AT.gt(since))
                .fetchSingle(row -> new Precision(row.value1(), row.value2()));
    }

    /** The muted detections, with the id of their muting. */
    Map<String, UUID> muted() {
        return sql.select(MUTED_DETECTION.DETECTION, MUTED_DETECTION.ID)
                .from(MUTED_DETECTION)
                .where(MUTED_DETECTION.RELEASED_AT.isNull())
                .fetchMap(MUTED_DETECTION.DETECTION, MUTED_DETECTION.ID);
    }

    boolean mute(String detection, double precision, Instant now) {
        return sql.insertInto(MUTED_DETECTION)
                        .set(MUTED_DETECTION.ID, Ids.next())
                        .set(MUTED_DETECTION.DETECTION, detection)
                        .set(MUTED_DETECTION.MUTED_AT, now)
                        .set(MUTED_DETECTION.PRECISION_PERCENT, BigDecimal.valueOf(precision))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void release(String detection, String reason, Actor by, Instant now) {
        sql.update(MUTED_DETECTION)
                .set(MUTED_DETECTION.RELEASED_AT, now)
                .set(MUTED_DETECTION.RELEASED_BY, by.id().value())
                .set(MUTED_DETECTION.REASON, reason)
                .where(MUTED_DETECTION.DETECTION.eq(detection), MUTED_DETECTION.RELEASED_AT.isNull())
                .execute();
    }
}
