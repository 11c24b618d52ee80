package org.kamiau.leads;

import static db.leads.Tables.TERRITORY;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Ids;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whose region or segment it is; routing asks here after the owner of the account. */
@Component
@Transactional
class Territories {

    /** A region (prefecture codes) or segments (codes) that are somebody's; empty means any. */
    public record Territory(UUID id, List<String> prefectures, List<String> segments, MemberId member) {}

    private final DSLContext sql;
    private final Audit audit;

    Territories(DSLContext sql, Audit audit) {
        this.sql = sql;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    List<Territory> all() {
        return sql.selectFrom(TERRITORY)
                .orderBy(TERRITORY.ID)
                .fetch(row -> new Territory(
                        row.getId(), Arrays.asList(row.getPrefectures()), Arrays.asList(row.getSegments()), new MemberId(row.getMemberId())));
    }

    /** Refuses one that asks for nothing: it would take every lead. */
    void add(@Nullable String prefecture, @Nullable String segment, MemberId member, Actor by) {
        if (prefecture == null && segment == null) {
            throw new Invalid("prefecture", "leads.invalid.territory");
        }
        var id = Ids.next();
        var prefectures = prefecture == null ? new String[0] : new String[] {prefecture};
        var segments = segment == null ? new String[0] : new String[] {segment};
        sql.insertInto(TERRITORY, TERRITORY.ID, TERRITORY.PREFECTURES, TERRITORY.SEGMENTS, TERRITORY.MEMBER_ID)
                .values(id, prefectures, segments, member.value())
                .execute();
        audit.record(by, Change.made("territory", id, "territory_added", Map.of(
                "prefectures", List.of(prefectures), "segments", List.of(segments), "owner", member.toString())));
    }

    void remove(UUID id, Actor by) {
        if (sql.deleteFrom(TERRITORY).where(TERRITORY.ID.eq(id)).execute() > 0) {
            audit.record(by, Change.made("territory", id, "territory_removed", Map.of()));
        }
    }
}
