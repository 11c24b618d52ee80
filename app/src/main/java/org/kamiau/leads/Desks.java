package org.kamiau.leads;

import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Bulk;
import org.kamiau.platform.MemberId;
import org.springframework.stereotype.Component;

/** How much everybody has on the desk, and whose regions and segments are whose: what routing goes by. */
@Component
class Desks {

    private final DSLContext sql;

    Desks(DSLContext sql) {
        this.sql = sql;
    }

    Map<MemberId, Routing.Desk> all() {
        return sql.resultQuery("select member_id, open, assigned_at from leads.workload")
                .fetchMap(
                        row -> new MemberId(row.get(0, UUID.class)),
                        row -> new Routing.Desk(row.get(1, Integer.class), row.get(2, Instant.class)));
    }

    /** @param change how many leads more (or fewer) each member has on the desk */
    void weigh(Map<MemberId, Integer> change, @Nullable Instant assignedAt) {
        if (change.isEmpty()) {
            return;
        }
        var rows = new Bulk<>(change.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(MemberId::value)))
                .toList());
        sql.execute(
                """
                insert into leads.workload as w (member_id, open, assigned_at)
                select c.member_id, c.open, {2}::timestamptz from unnest({0}::uuid[], {1}::int[]) as c (member_id, open)
                on conflict (member_id) do update set open = greatest(w.open + excluded.open, 0),
                    assigned_at = coalesce(excluded.assigned_at, w.assigned_at)
                """,
                rows.members(Map.Entry::getKey),
                rows.integers(Map.Entry::getValue),
                val(assignedAt, Instant.class));
    }

    List<Routing.Territory> territories() {
        return sql.resultQuery("select prefectures, segments, member_id from leads.territory order by id")
                .fetch(row -> new Routing.Territory(
                        List.of(row.get(0, String[].class)), List.of(row.get(1, String[].class)), new MemberId(row.get(2, UUID.class))));
    }
}
