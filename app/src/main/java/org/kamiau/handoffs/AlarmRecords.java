package org.kamiau.handoffs;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Languages;
import org.kamiau.platform.RecordKind;
import org.springframework.stereotype.Component;

/** Alarms as comments, history and notices name them. Every member reads them. */
@Component
class AlarmRecords implements RecordKind {

    private final AlarmRows rows;
    private final Languages languages;

    AlarmRecords(AlarmRows rows, Languages languages) {
        this.rows = rows;
        this.languages = languages;
    }

    @Override
    public String kind() {
        return Alarms.KIND;
    }

    @Override
    public Map<UUID, String> titles(Collection<UUID> ids, Actor actor) {
        var t = languages.text(actor.language());
        var titles = new HashMap<UUID, String>();
        rows.among(ids).forEach(alarm -> titles.put(
                alarm.id().value(), t.get("handoffs.alarm.title", t.get("handoffs.boundary." + alarm.finding().boundary().code()))));
        return titles;
    }

    @Override
    public String path(UUID id) {
        return "/handoffs/alarms/" + id;
    }

    @Override
    public String fieldKey(String field) {
        return "handoffs.alarm.field." + field;
    }
}
