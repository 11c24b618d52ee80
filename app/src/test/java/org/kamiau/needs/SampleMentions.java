package org.kamiau.needs;

import static db.needs.Tables.MAPPING;
import static db.needs.Tables.NEED;
import static db.needs.Tables.VOICE;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Ids;
import org.springframework.stereotype.Component;

/** Needs, accounts and voices with the words of nobody, for tests about how often and when. */
@Component
class SampleMentions {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Instant RECORDED = Instant.parse("2026-11-24T00:05:00Z");

    private final DSLContext sql;
    private final Trends trends;

    SampleMentions(DSLContext sql, Trends trends) {
        this.sql = sql;
        this.trends = trends;
    }

    Trends trends() {
        return trends;
    }

    Need.Id need() {
        return need("raw");
    }

    Need.Id need(String state) {
        var id = Ids.next();
        sql.insertInto(NEED)
                .set(NEED.ID, id).set(NEED.CODE, id.toString()).set(NEED.TITLE_JA, "記録を提出したい " + id).set(NEED.TITLE_EN, "Hand in records " + id)
                .set(NEED.KIND, "job").set(NEED.STATE, state).set(NEED.STATE_SINCE, Instant.parse("2025-12-01T00:00:00Z"))
                .set(NEED.CREATED_AT, Instant.parse("2025-12-01T00:00:00Z"))
                .execute();
        return new Need.Id(id);
    }

    UUID account(String... segments) {
        var id = Ids.next();
        sql.query(
                        "insert into customers.account (id, name, name_key, sort_key, lifecycle, segments, created_at, updated_at) values ({0}, {1}, {1}, {1}, 'prospect', {2}, now(), now())",
                        org.jooq.impl.DSL.val(id), org.jooq.impl.DSL.val("検証" + id), org.jooq.impl.DSL.val(segments))
                .execute();
        return id;
    }

    /** @param at local, in Japan */
    UUID voice(Need.@Nullable Id need, UUID account, String at) {
        var id = Ids.next();
        sql.insertInto(VOICE)
                .set(VOICE.ID, id).set(VOICE.ACCOUNT_ID, account).set(VOICE.RAW, "記録を元請に出したい").set(VOICE.CHANNEL, "meeting")
                .set(VOICE.HEARD_AT, LocalDateTime.parse(at).atZone(TOKYO).toInstant()).set(VOICE.RECORDED_AT, RECORDED)
                .execute();
        if (need != null) {
            sql.insertInto(MAPPING, MAPPING.VOICE_ID, MAPPING.NEED_ID, MAPPING.STATE, MAPPING.CONFIDENCE, MAPPING.PROPOSED_BY)
                    .values(id, need.value(), "proposed", 0.9f, "phrases").execute();
        }
        return id;
    }
}
