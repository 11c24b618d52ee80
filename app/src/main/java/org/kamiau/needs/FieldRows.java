package org.kamiau.needs;

import static db.needs.Tables.MAPPING;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What the field says of needs: voices that are confirmed, or as good as certain. */
@Component
class FieldRows {

    private final DSLContext sql;

    FieldRows(DSLContext sql) {
        this.sql = sql;
    }

    /** How many voices carry each; from the index on mappings alone. */
    Map<Need.Id, Long> voices(Collection<Need.Id> needs) {
        var counts = new HashMap<Need.Id, Long>();
        sql.select(MAPPING.NEED_ID, count())
                .from(MAPPING)
                .where(MAPPING.NEED_ID.eq(any(needs.stream().map(Need.Id::value).toArray(UUID[]::new))), MAPPING.COUNTED.isTrue())
                .groupBy(MAPPING.NEED_ID)
                .forEach(row -> counts.put(new Need.Id(row.value1()), row.value2().longValue()));
        return counts;
    }
}
