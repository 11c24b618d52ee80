package org.kamiau.handoffs;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Languages;
import org.kamiau.platform.RecordKind;
import org.springframework.stereotype.Component;

/** Handoffs as history names them; they have no page of their own but stand on that of their record. */
@Component
class HandoffRecords implements RecordKind {

    private final HandoffRows rows;
    private final Languages languages;

    HandoffRecords(HandoffRows rows, Languages languages) {
        this.rows = rows;
        this.languages = languages;
    }

    @Override
    public String kind() {
        return Handoffs.KIND;
    }

    @Override
    public Map<UUID, String> titles(Collection<UUID> ids, Actor actor) {
        var t = languages.text(actor.language());
        var titles = new HashMap<UUID, String>();
        rows.find(ids).forEach(handoff ->
                titles.put(handoff.id().value(), t.get("handoffs.boundary." + handoff.terms().boundary().code())));
        return titles;
    }

    @Override
    public String path(UUID id) {
        return "/handoffs/" + id;
    }
}
