package org.kamiau.people;

import static db.people.Tables.FUNCTION_HISTORY;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Function;
import org.kamiau.platform.MemberId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What members did when: who has worked on both sides shows here (rotation). */
@Component
@Transactional
public class FunctionHistory {

    private final DSLContext sql;
    private final InstantSource clock;

    FunctionHistory(DSLContext sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A stretch of time in a function; {@code until} is null while it lasts. */
    public record Stint(Function function, Instant since, @Nullable Instant until) {}

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<Stint> of(MemberId member) {
        return sql.selectFrom(FUNCTION_HISTORY)
                .where(FUNCTION_HISTORY.MEMBER_ID.eq(member.value()))
                .orderBy(FUNCTION_HISTORY.UNTIL.desc().nullsFirst(), FUNCTION_HISTORY.SINCE.desc(), FUNCTION_HISTORY.FUNCTION)
                .fetch(row -> new Stint(Function.of(row.getFunction()), row.getSince(), row.getUntil()));
    }

    /** From now on the member does these: what is new begins, what is no more ends, the rest goes on. */
    void now(MemberId member, Set<Function> functions) {
        var codes = List.of(MemberRows.functionCodes(functions));
        sql.update(FUNCTION_HISTORY)
                .set(FUNCTION_HISTORY.UNTIL, clock.instant())
                .where(
                        FUNCTION_HISTORY.MEMBER_ID.eq(member.value()),
                        FUNCTION_HISTORY.UNTIL.isNull(),
                        FUNCTION_HISTORY.FUNCTION.notIn(codes))
                .execute();
        codes.forEach(code -> sql.execute(
                """
                insert into people.function_history (member_id, function, since)
                select {0}, {1}, {2}
                where not exists (select from people.function_history where member_id = {0} and function = {1} and until is null)
                on conflict (member_id, function, since) do update set until = null
                """,
                val(member.value()),
                val(code),
                val(clock.instant())));
    }
}
