package org.kamiau.reports;

import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Ids;

/** Leads of the past as reports see them, with one response each; the ids are fresh. */
final class SampleLeads {

    private final DSLContext sql;

    SampleLeads(DSLContext sql) {
        this.sql = sql;
    }

    /** What becomes of them; each is an MQL at noon of its day. */
    record Kind(String day, String origin, boolean target, boolean accepted, boolean sold, @Nullable UUID receiver, @Nullable Integer minutes) {}

    void add(int many, Kind kind) {
        for (int i = 0; i < many; i++) {
            add(kind);
        }
    }

    private void add(Kind kind) {
        var id = Ids.next();
        var at = Instant.parse(kind.day() + "T03:00:00Z");
        sql.execute(
                """
                insert into leads.lead (id, stage, kind, via, origin, target, occurred_at, created_at, last_touch_at, qualified_at,
                    accepted_at, sql_at, receiver_id, first_attempt_minutes, first_attempt_at)
                select {0}, {1}, 'contact', 'api', {2}, {3}, {4}, {4}, {4}, {4}, case when {5} then {4} + interval '1 day' end,
                    case when {6} then {4} + interval '9 days' end, {7}, {8}, case when {8} is not null then {4} end
                """,
                val(id), val(kind.sold() ? "sql" : "nurture"), val(kind.origin()), val(kind.target()), val(at), val(kind.accepted()),
                val(kind.sold()), val(kind.receiver(), UUID.class), val(kind.minutes(), Integer.class));
        sql.execute(
                "insert into leads.touch (id, lead_id, kind, occurred_at, created_at, via, origin) values ({0}, {1}, 'contact', {2}, {2}, 'api', {3})",
                val(Ids.next()), val(id), val(at), val(kind.origin()));
    }
}
