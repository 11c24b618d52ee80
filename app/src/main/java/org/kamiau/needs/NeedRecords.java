package org.kamiau.needs;

import static db.needs.Tables.NEED;
import static org.jooq.impl.DSL.any;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kamiau.platform.Actor;
import org.kamiau.platform.RecordKind;
import org.springframework.stereotype.Component;

/** Needs as others name and link them: their language is everybody's. */
@Component
class NeedRecords implements RecordKind {

    private final DSLContext sql;

    NeedRecords(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return Needs.KIND;
    }

    @Override
    public Map<UUID, String> titles(Collection<UUID> ids, Actor actor) {
        var title = actor.language().getLanguage().equals("en") ? NEED.TITLE_EN : NEED.TITLE_JA;
        return sql.select(NEED.ID, title).from(NEED).where(NEED.ID.eq(any(ids.toArray(UUID[]::new)))).fetchMap(NEED.ID, title);
    }

    @Override
    public String path(UUID id) {
        return "/needs/" + id;
    }

    @Override
    public String fieldKey(String field) {
        return "needs.need-field." + field;
    }
}
