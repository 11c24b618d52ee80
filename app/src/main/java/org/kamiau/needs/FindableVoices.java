package org.kamiau.needs;

import static org.jooq.impl.DSL.val;

import java.util.List;
import org.jooq.DSLContext;
import org.kamiau.platform.Actor;
import org.kamiau.platform.search.Findable;
import org.springframework.stereotype.Component;

/** Voices in the command palette by a part of their words. */
@Component
class FindableVoices implements Findable {

    /** Only the newest are looked through: what one looks for by its words one heard lately, and the list finds the rest. */
    private static final int LOOKED_AT = 3_000;

    private final DSLContext sql;

    FindableVoices(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public String key() {
        return "needs.voice-title";
    }

    @Override
    public String icon() {
        return "message-circle";
    }

    @Override
    public int order() {
        return 130;
    }

    @Override
    public List<Found> find(String words, Actor actor, int limit) {
        return sql.resultQuery(
                        """
                        select v.raw, a.name, v.id::text from (
                            select id, raw, account_id, heard_at from needs.voice order by heard_at desc, id desc limit {0}) v
                        left join customers.account_view a on a.id = v.account_id
                        where position({1} in lower(normalize(v.raw, NFKC))) > 0 order by v.heard_at desc limit {2}
                        """,
                        val(LOOKED_AT), val(words), val(limit))
                .fetch(row -> new Found(VoiceRecords.title(row.get(0, String.class)), row.get(1, String.class), "/voices/" + row.get(2, String.class)));
    }
}
