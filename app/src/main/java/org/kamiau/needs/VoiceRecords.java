package org.kamiau.needs;

import static db.needs.Tables.VOICE;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.kamiau.platform.Actor;
import org.kamiau.platform.RecordKind;
import org.springframework.stereotype.Component;

/** Voices as comments, history and notices name them: by the first words. Every member reads them. */
@Component
class VoiceRecords implements RecordKind {

    private static final int TITLE = 40;

    private final DSLContext sql;

    VoiceRecords(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return Voice.KIND;
    }

    @Override
    public Map<UUID, String> titles(Collection<UUID> ids, Actor actor) {
        var titles = new HashMap<UUID, String>();
        sql.select(VOICE.ID, DSL.left(VOICE.RAW, TITLE + 1))
                .from(VOICE)
                .where(VOICE.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                .forEach(row -> titles.put(row.value1(), title(row.value2())));
        return titles;
    }

    /** The first words, in one line. */
    static String title(String raw) {
        var line = raw.replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= TITLE ? line : line.substring(0, line.offsetByCodePoints(0, TITLE)) + "…";
    }

    @Override
    public String path(UUID id) {
        return "/voices/" + id;
    }

    @Override
    public String fieldKey(String field) {
        return field.equals("channel") ? "needs.channel" : "needs.voice-field." + field;
    }
}
