package org.kamiau.leads;

import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.timeline.TimelineEntry;
import org.kamiau.platform.timeline.TimelineSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The responses of an account's people, or of one person, on their timelines. */
@Component
@Transactional(readOnly = true)
class LeadTimeline implements TimelineSource {

    private final DSLContext sql;

    LeadTimeline(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<TimelineEntry> entries(RecordRef record, Actor reader, @Nullable Instant before, int limit) {
        return switch (record.kind()) {
            case "account" -> responses("l.account_id", record, before, limit);
            case "person" -> responses("l.person_id", record, before, limit);
            default -> List.of();
        };
    }

    private List<TimelineEntry> responses(String owner, RecordRef record, @Nullable Instant before, int limit) {
        return sql.resultQuery(
                        "select t.occurred_at, t.kind, t.message, t.lead_id::text from leads.lead l join leads.touch t on t.lead_id = l.id where "
                                + owner + " = {0} and t.occurred_at < coalesce({1}::timestamptz, 'infinity') order by t.occurred_at desc limit {2}",
                        val(record.id()),
                        val(before, Instant.class),
                        val(limit))
                .fetch(row -> TimelineEntry.of(row.get(0, Instant.class), "touch", "inbox", null, "leads.kind." + row.get(1, String.class))
                        .saying(row.get(2, String.class))
                        .opening("/leads/" + row.get(3, String.class)));
    }
}
