package org.kamiau.diagnoses;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kamiau.platform.Actor;
import org.kamiau.platform.RecordKind;
import org.springframework.stereotype.Component;

/** Rounds as history names them. Every member reads them. */
@Component
class DiagnosisRecords implements RecordKind {

    private final DiagnosisRows rows;

    DiagnosisRecords(DiagnosisRows rows) {
        this.rows = rows;
    }

    @Override
    public String kind() {
        return Diagnoses.KIND;
    }

    @Override
    public Map<UUID, String> titles(Collection<UUID> ids, Actor actor) {
        return rows.among(ids).stream().collect(Collectors.toMap(round -> round.id().value(), Round::name));
    }

    @Override
    public String path(UUID id) {
        return "/diagnoses/" + id;
    }

    @Override
    public String fieldKey(String field) {
        return "diagnoses.field." + field;
    }
}
