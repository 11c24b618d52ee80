package org.kamiau.leads;

import static db.leads.Tables.RESCORING;
import static db.leads.Tables.SCORE_RULES;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.MemberId;
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

    /**
     * Rules that were released.
     *
     * @param draft null for those that were released without one
     */
    record Version(int version, ScoreRules rules, Instant at, @Nullable MemberId by, RulesDraft.@Nullable Id draft, @Nullable String why) {}

    /** What was read last; a version is known by its draft too, since a release that is rolled back leaves its number. */
    private record Read(Current current, @Nullable UUID draft) {}

    private final DSLContext sql;
    private final JsonMapper json;
    private final Audit audit;
    private final InstantSource clock;
    private final AtomicReference<Read> read = new AtomicReference<>(new Read(new Current(0, ScoreRules.DEFAULT), null));

    Scoring(DSLContext sql, JsonMapper json, Audit audit, InstantSource clock) {
        this.sql = sql;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /** One small question; the rules themselves are read again only when their version changed. */
    @Transactional(readOnly = true)
    public Current current() {
        var newest = sql.select(SCORE_RULES.VERSION, SCORE_RULES.DRAFT_ID)
                .from(SCORE_RULES)
                .orderBy(SCORE_RULES.VERSION.desc())
                .limit(1)
                .fetchOne();
        int version = newest == null ? 0 : newest.value1();
        var draft = newest == null ? null : newest.value2();
        var known = read.get();
        if (version == known.current().version() && Objects.equals(draft, known.draft())) {
            return known.current();
        }
        var text = version == 0 ? null : sql.select(SCORE_RULES.RULES).from(SCORE_RULES).where(SCORE_RULES.VERSION.eq(version)).fetchSingle().value1();
        var current = new Current(version, rules(text));
        read.set(new Read(current, draft));
        return current;
    }

    private ScoreRules rules(@Nullable JSONB text) {
        return text == null ? ScoreRules.DEFAULT : json.readValue(text.data(), ScoreRules.class);
    }

    /** All versions that were released, the newest first. */
    @Transactional(readOnly = true)
    List<Version> versions() {
        return sql.selectFrom(SCORE_RULES).orderBy(SCORE_RULES.VERSION.desc()).fetch(row -> new Version(
                row.getVersion(), rules(row.getRules()), row.getReleasedAt(), row.getReleasedBy() == null ? null : new MemberId(row.getReleasedBy()),
                row.getDraftId() == null ? null : new RulesDraft.Id(row.getDraftId()), row.getWhy()));
    }

    /** A new version, in force for whatever comes from now on; {@link Rescoring} takes care of the rest. */
    Current release(RulesDraft.Terms draft, Actor by) {
        sql.execute("lock table leads.score_rules in share row exclusive mode");
        var before = current();
        int version = before.version() + 1;
        sql.insertInto(SCORE_RULES)
                .set(SCORE_RULES.VERSION, version)
                .set(SCORE_RULES.RULES, JSONB.valueOf(json.writeValueAsString(draft.rules())))
                .set(SCORE_RULES.RELEASED_AT, clock.instant())
                .set(SCORE_RULES.RELEASED_BY, by.id().value())
                .set(SCORE_RULES.DRAFT_ID, draft.id().value())
                .set(SCORE_RULES.WHY, draft.why())
                .execute();
        sql.insertInto(RESCORING).set(RESCORING.VERSION, version).set(RESCORING.ASKED_AT, clock.instant()).execute();
        audit.record(by, Change.of(
                RulesDraft.KIND, draft.id().value(), "rules_released", RulesChange.values(before.rules()), RulesChange.values(draft.rules()), draft.why()));
        return new Current(version, draft.rules());
    }
}
