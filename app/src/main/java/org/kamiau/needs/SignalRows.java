package org.kamiau.needs;

import static db.needs.Tables.MUTED_RULE;
import static db.needs.Tables.SIGNAL;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;

import db.needs.tables.records.SignalRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.Account;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Ids;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.alerts.Outcome;
import org.kamiau.platform.alerts.Precision;
import org.springframework.stereotype.Component;

/** The SQL of signals and the muting of their rules. */
@Component
class SignalRows {

    private final DSLContext sql;

    SignalRows(DSLContext sql) {
        this.sql = sql;
    }

    /** False when such a signal of the need is open. */
    boolean insert(Signal signal) {
        return sql.insertInto(SIGNAL)
                        .set(SIGNAL.ID, signal.id().value())
                        .set(SIGNAL.NEED_ID, signal.need().value())
                        .set(SIGNAL.RULE, signal.rule().code())
                        .set(SIGNAL.DAY, signal.day())
                        .set(SIGNAL.RAISED_AT, signal.raisedAt())
                        .set(SIGNAL.DUE_AT, signal.dueAt())
                        .set(SIGNAL.OWNER_ID, signal.owner() == null ? null : signal.owner().value())
                        .set(SIGNAL.ACCOUNTS, signal.accounts().stream().map(Account.Id::value).toArray(UUID[]::new))
                        .set(SIGNAL.LEADING_ACCOUNTS, signal.leading())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void close(Signal.Id id, Signal.Closing closing) {
        sql.update(SIGNAL)
                .set(SIGNAL.OUTCOME, closing.outcome().code())
                .set(SIGNAL.REASON, closing.reason())
                .set(SIGNAL.CLOSED_AT, closing.at())
                .set(SIGNAL.CLOSED_BY, closing.by() == null ? null : closing.by().value())
                .where(SIGNAL.ID.eq(id.value()))
                .execute();
    }

    Optional<Signal> find(Signal.Id id) {
        return sql.selectFrom(SIGNAL).where(SIGNAL.ID.eq(id.value())).fetchOptional(SignalRows::signal);
    }

    Optional<Signal> lock(Signal.Id id) {
        return sql.selectFrom(SIGNAL).where(SIGNAL.ID.eq(id.value())).forUpdate().fetchOptional(SignalRows::signal);
    }

    boolean decidedSince(Signals.Finding finding, Instant since) {
        return sql.fetchExists(
                SIGNAL, SIGNAL.NEED_ID.eq(finding.need().value()), SIGNAL.RULE.eq(finding.rule().code()), SIGNAL.CLOSED_AT.gt(since));
    }

    /** Of a need, the newest first. */
    List<Signal> of(Need.Id need) {
        return fetch(SIGNAL.NEED_ID.eq(need.value()), 50);
    }

    List<Signal> open() {
        return fetch(SIGNAL.OUTCOME.isNull(), 200);
    }

    List<Signal> among(Collection<UUID> ids) {
        return fetch(SIGNAL.ID.in(ids), ids.size());
    }

    List<Signal> latest(int limit) {
        return fetch(DSL.noCondition(), limit);
    }

    List<Signal> fetch(Condition which, int limit) {
        return sql.selectFrom(SIGNAL).where(which).orderBy(SIGNAL.RAISED_AT.desc(), SIGNAL.ID).limit(limit).fetch(SignalRows::signal);
    }

    private static Signal signal(SignalRecord row) {
        return new Signal(
                new Signal.Id(row.getId()), new Need.Id(row.getNeedId()), Signal.Rule.of(row.getRule()), row.getDay(), row.getRaisedAt(),
                row.getDueAt(), member(row.getOwnerId()), Arrays.stream(row.getAccounts()).map(Account.Id::new).toList(), row.getLeadingAccounts(),
                closing(row));
    }

    private static @Nullable MemberId member(@Nullable UUID id) {
        return id == null ? null : new MemberId(id);
    }

    private static Signal.@Nullable Closing closing(SignalRecord row) {
        return row.getOutcome() == null
                ? null
                : new Signal.Closing(Outcome.of(row.getOutcome()), row.getReason(), member(row.getClosedBy()), row.getClosedAt());
    }

    /** Of the outcomes since its last release. */
    Precision precision(Signal.Rule rule) {
        var since = sql.select(max(MUTED_RULE.RELEASED_AT)).from(MUTED_RULE).where(MUTED_RULE.RULE.eq(rule.code())).fetchSingle().value1();
        return sql.select(count().filterWhere(SIGNAL.OUTCOME.ne(Outcome.FALSE_ALARM.code())), count())
                .from(SIGNAL)
                .where(SIGNAL.RULE.eq(rule.code()), SIGNAL.OUTCOME.isNotNull(), since == null ? DSL.noCondition() : SIGNAL.CLOSED_AT.gt(since))
                .fetchSingle(row -> new Precision(row.value1(), row.value2()));
    }

    /** The muted rules, with the id of their muting. */
    Map<String, UUID> muted() {
        return sql.select(MUTED_RULE.RULE, MUTED_RULE.ID).from(MUTED_RULE).where(MUTED_RULE.RELEASED_AT.isNull()).fetchMap(MUTED_RULE.RULE, MUTED_RULE.ID);
    }

    boolean mute(Signal.Rule rule, Precision precision, Instant now) {
        return sql.insertInto(MUTED_RULE)
                        .set(MUTED_RULE.ID, Ids.next())
                        .set(MUTED_RULE.RULE, rule.code())
                        .set(MUTED_RULE.MUTED_AT, now)
                        .set(MUTED_RULE.PRECISION_PERCENT, precision.percent())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void release(Signal.Rule rule, String reason, Actor by, Instant now) {
        sql.update(MUTED_RULE)
                .set(MUTED_RULE.RELEASED_AT, now)
                .set(MUTED_RULE.RELEASED_BY, by.id().value())
                .set(MUTED_RULE.REASON, reason)
                .where(MUTED_RULE.RULE.eq(rule.code()), MUTED_RULE.RELEASED_AT.isNull())
                .execute();
    }
}
