package org.kamiau.leads;

import static org.jooq.impl.DSL.val;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kamiau.platform.Actor;
import org.kamiau.platform.RecordKind;
import org.springframework.stereotype.Component;

/** Leads as comments, history and notifications name them. Every member reads leads. */
@Component
class LeadRecords implements RecordKind {

    private final DSLContext sql;

    LeadRecords(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return Lead.KIND;
    }

    @Override
    public Map<UUID, String> titles(Collection<UUID> ids, Actor actor) {
        var titles = new HashMap<UUID, String>();
        sql.resultQuery(
                        """
                        select l.id, coalesce(a.name, p.display_name, '') from leads.lead l
                        left join customers.account_view a on a.id = l.account_id
                        left join customers.person_view p on p.id = l.person_id
                        where l.id = any({0}::uuid[])
                        """,
                        val(ids.toArray(UUID[]::new)))
                .forEach(row -> titles.put(row.get(0, UUID.class), row.get(1, String.class)));
        return titles;
    }

    @Override
    public String fieldKey(String field) {
        return "leads.field." + field;
    }

    @Override
    public String path(UUID id) {
        return "/leads/" + id;
    }
}
