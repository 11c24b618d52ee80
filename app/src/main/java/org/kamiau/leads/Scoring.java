package org.kamiau.leads;

import static db.leads.Tables.SCORE_RULES;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Ids;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The rules in force, their versions, and the release of new ones. */
@Component
@Transactional
public class Scoring {

    /** Rules with their version; version 0 are the defaults. */
    public record Current(int version, ScoreRules rules) {}

    private final DSLContext sql;
    private final JsonMapper json;
    private final Audit audit;
    private final InstantSource clock;
    private final AtomicReference<Current> read = new AtomicReference<>(new Current(0, ScoreRules.DEFAULT));

    Scoring(DSLContext sql, JsonMapper json, Audit audit, InstantSource clock) {
        this.sql = sql;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /** One small question; the rules themselves are read again only when their version changed. */
    @Transactional(readOnly = true)
    public Current current() {
        var version = sql.resultQuery("select coalesce(max(version), 0) from leads.score_rules").fetchSingleInto(Integer.class);
        var known = read.get();
        if (version == known.version()) {
            return known;
        }
        var text = version == 0 ? null : sql.select(SCORE_RULES.RULES).from(SCORE_RULES).where(SCORE_RULES.VERSION.eq(version)).fetchSingle().value1();
        var current = new Current(version, rules(text));
        read.set(current);
        return current;
    }

    private ScoreRules rules(@Nullable JSONB text) {
        return text == null ? ScoreRules.DEFAULT : json.readValue(text.data(), ScoreRules.class);
    }

    /** A new version, in force for whatever comes from now on; {@link Rescoring} takes care of the rest. */
    public Current release(ScoreRules rules, Actor by) {
        sql.execute("lock table leads.score_rules in share row exclusive mode");
        var before = current();
        int version = before.version() + 1;
        sql.insertInto(SCORE_RULES, SCORE_RULES.VERSION, SCORE_RULES.RULES, SCORE_RULES.RELEASED_AT, SCORE_RULES.RELEASED_BY)
                .values(version, JSONB.valueOf(json.writeValueAsString(rules)), clock.instant(), by.member() == null ? null : by.member().value())
                .execute();
        audit.record(by, Change.of(
                "score_rules", Ids.next(), "released",
                java.util.Map.of("rules", before.rules()), java.util.Map.of("rules", rules), null));
        return new Current(version, rules);
    }
}
