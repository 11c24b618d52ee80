package org.kamiau.handoffs;

import static db.handoffs.Tables.HANDOFF;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kamiau.platform.RecordRef;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What handoffs are about, for lists that name them: a handoff has no title of its own. */
@Component
class Subjects {

    private final DSLContext sql;

    Subjects(DSLContext sql) {
        this.sql = sql;
    }

    /** For each record its subject: of a handoff what it is about, of anything else itself. One question for all. */
    @Transactional(readOnly = true)
    Map<RecordRef, RecordRef> of(Collection<RecordRef> records) {
        var subjects = new HashMap<RecordRef, RecordRef>();
        records.forEach(record -> subjects.put(record, record));
        var handoffs = records.stream().filter(record -> record.kind().equals("handoff")).map(RecordRef::id).toArray(UUID[]::new);
        sql.select(HANDOFF.ID, HANDOFF.ABOUT_KIND, HANDOFF.ABOUT_ID)
                .from(HANDOFF)
                .where(HANDOFF.ID.eq(org.jooq.impl.DSL.any(handoffs)))
                .forEach(row -> subjects.put(new RecordRef("handoff", row.value1()), new RecordRef(row.value2(), row.value3())));
        return subjects;
    }
}
