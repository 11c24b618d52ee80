package org.kamiau.handoffs;

import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.calendar.BusinessTime;
import org.kamiau.calendar.Calendars;
import org.kamiau.platform.Bulk;
import org.kamiau.platform.MemberId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells how handoffs of the demonstration's past year were answered, all at once. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DemoAnswers {

    /**
     * An answer in the past.
     *
     * @param after business minutes until it came
     * @param reason null when it was accepted
     */
    public record Past(
            Handoff.Id handoff, Instant offeredAt, BusinessTime allowed, long after, MemberId by, @Nullable ReturnReason reason, @Nullable String advice) {}

    private final DSLContext sql;
    private final Calendars calendars;

    DemoAnswers(DSLContext sql, Calendars calendars) {
        this.sql = sql;
        this.calendars = calendars;
    }

    /** When each of them was answered. */
    public List<Instant> tell(List<Past> answers) {
        var calendar = calendars.current();
        var moments = answers.stream().map(past -> calendar.due(past.offeredAt(), BusinessTime.minutes(past.after()))).toList();
        var rows = new Bulk<>(answers);
        sql.execute(
                """
                update handoffs.handoff h set state = a.state, due_at = a.due_at, answered_at = a.answered_at,
                    answered_by = a.answered_by, late = a.answered_at > a.due_at, reason = a.reason, advice = a.advice
                from unnest({0}::uuid[], {1}::text[], {2}::timestamptz[], {3}::timestamptz[], {4}::uuid[], {5}::text[], {6}::text[])
                    as a (id, state, due_at, answered_at, answered_by, reason, advice)
                where h.id = a.id
                """,
                rows.uuids(past -> past.handoff().value()),
                rows.texts(past -> past.reason() == null ? "accepted" : "returned"),
                rows.moments(past -> calendar.due(past.offeredAt(), past.allowed())),
                val(moments.stream().map(moment -> moment.atOffset(java.time.ZoneOffset.UTC)).toArray(java.time.OffsetDateTime[]::new)),
                rows.members(DemoAnswers.Past::by),
                rows.texts(past -> past.reason() == null ? null : past.reason().code()),
                rows.texts(DemoAnswers.Past::advice));
        return moments;
    }
}
