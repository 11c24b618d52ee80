package org.kamiau.handoffs;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Languages;
import org.kamiau.platform.RecordKind;
import org.springframework.stereotype.Component;

/** Agreements as comments, history and notices name them. Every member reads them. */
@Component
class AgreementRecords implements RecordKind {

    private final AgreementRows rows;
    private final Languages languages;

    AgreementRecords(AgreementRows rows, Languages languages) {
        this.rows = rows;
        this.languages = languages;
    }

    @Override
    public String kind() {
        return Agreements.KIND;
    }

    @Override
    public Map<UUID, String> titles(Collection<UUID> ids, Actor actor) {
        var t = languages.text(actor.language());
        var titles = new HashMap<UUID, String>();
        rows.versions(ids).forEach((id, version) -> titles.put(id, t.get("handoffs.agreement.version", version)));
        return titles;
    }

    /** By id, which leads on to the version: naming addresses must cost no question. */
    @Override
    public String path(UUID id) {
        return "/agreement/records/" + id;
    }

    /** {@code times.reply} is said with the promise's name, {@code fields.is_fs} with the boundary's, and so on. */
    @Override
    public String fieldKey(String field) {
        return line(field);
    }

    static String line(String field) {
        var parts = field.split("\\.");
        return switch (parts[0]) {
            case "times" -> "handoffs.promise." + parts[1];
            case "fields", "entry", "definitions" -> "handoffs.agreement.line." + parts[0] + "." + parts[1];
            default -> "handoffs.agreement.line." + field;
        };
    }
}
