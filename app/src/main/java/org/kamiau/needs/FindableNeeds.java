package org.kamiau.needs;

import static db.needs.Tables.NEED;
import static db.needs.Tables.NEED_PHRASE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import java.util.List;
import org.jooq.DSLContext;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Languages;
import org.kamiau.platform.search.Findable;
import org.springframework.stereotype.Component;

/** Needs in the command palette, by a part of their title or of a synonym. */
@Component
class FindableNeeds implements Findable {

    private final DSLContext sql;
    private final Languages languages;

    FindableNeeds(DSLContext sql, Languages languages) {
        this.sql = sql;
        this.languages = languages;
    }

    @Override
    public String key() {
        return "needs.need-list-title";
    }

    @Override
    public String icon() {
        return "bulb";
    }

    @Override
    public int order() {
        return 130;
    }

    @Override
    public List<Found> find(String words, Actor actor, int limit) {
        if (words.isBlank()) {
            return List.of();
        }
        var t = languages.text(actor.language());
        var title = t.japanese() ? NEED.TITLE_JA : NEED.TITLE_EN;
        return sql.select(NEED.ID, title, NEED.STATE)
                .from(NEED)
                .where(NEED.STATE.ne("merged"))
                .and(NEED.TITLE_JA.containsIgnoreCase(words)
                        .or(NEED.TITLE_EN.containsIgnoreCase(words))
                        .or(exists(selectOne()
                                .from(NEED_PHRASE)
                                .where(NEED_PHRASE.NEED_ID.eq(NEED.ID), NEED_PHRASE.KIND.eq("synonym"), NEED_PHRASE.TEXT.containsIgnoreCase(words)))))
                .orderBy(NEED.STATE_SINCE.desc(), NEED.ID)
                .limit(limit)
                .fetch(row -> new Found(row.get(title), t.get("needs.state." + row.get(NEED.STATE)), "/needs/" + row.get(NEED.ID)));
    }
}
