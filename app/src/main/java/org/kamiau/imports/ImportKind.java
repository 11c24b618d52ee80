package org.kamiau.imports;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.kamiau.platform.Actor;
import org.kamiau.platform.RecordKind;
import org.kamiau.platform.Role;
import org.springframework.stereotype.Component;

/** Imports as others name and link them (the audit log). */
@Component
class ImportKind implements RecordKind {

    private final RunRows rows;

    ImportKind(RunRows rows) {
        this.rows = rows;
    }

    @Override
    public String kind() {
        return Runs.RECORD;
    }

    @Override
    public Map<UUID, String> titles(Collection<UUID> ids, Actor actor) {
        var titles = new HashMap<UUID, String>();
        if (actor.is(Role.SALES_HEAD, Role.MKT_HEAD, Role.IS_LEAD, Role.MKT, Role.REVOPS, Role.ADMIN, Role.AUDIT)) {
            ids.forEach(id -> rows.find(new Run.Id(id)).ifPresent(run -> titles.put(id, run.file().name())));
        }
        return titles;
    }

    @Override
    public String path(UUID id) {
        return "/imports/" + id;
    }
}
