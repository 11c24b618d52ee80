package org.kamiau.leads;

import static db.leads.Tables.RULES_APPROVAL;
import static db.leads.Tables.RULES_DRAFT;
import static db.leads.Tables.SCORE_RULES;
import static db.leads.Tables.TRIAL_LEAD;

import db.leads.tables.records.RulesDraftRecord;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Directory;
import org.kamiau.platform.Ids;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Drafts of scoring rules: begun from the rules in force, changed, approved by every seat, and so released. */
@Component
@Transactional
class RulesDrafts {

    /** Who may begin, change and give up a draft. */
    static final Role[] AUTHORS = {Role.REVOPS, Role.MKT_HEAD, Role.SALES_HEAD};

    private final DSLContext sql;
    private final JsonMapper json;
    private final Scoring scoring;
    private final Directory directory;
    private final RulesNotices notices;
    private final Audit audit;
    private final InstantSource clock;

    RulesDrafts(
            DSLContext sql, JsonMapper json, Scoring scoring, Directory directory, RulesNotices notices, Audit audit, InstantSource clock) {
        this.sql = sql;
        this.json = json;
        this.scoring = scoring;
        this.directory = directory;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    RulesDraft.Holders holders() {
        var holders = new EnumMap<RulesDraft.Seat, Set<MemberId>>(RulesDraft.Seat.class);
        for (var seat : RulesDraft.Seat.values()) {
            holders.put(seat, directory.withRole(seat.role()).stream().map(Directory.Person::id).collect(Collectors.toUnmodifiableSet()));
        }
        return new RulesDraft.Holders(holders);
    }

    @Transactional(readOnly = true)
    Optional<RulesDraft.Open> open() {
        return sql.selectFrom(RULES_DRAFT).where(RULES_DRAFT.STATE.eq("open")).fetchOptional().map(this::openDraft);
    }

    /** Raises NotFound. */
    @Transactional(readOnly = true)
    RulesDraft get(RulesDraft.Id id) {
        return sql.selectFrom(RULES_DRAFT).where(RULES_DRAFT.ID.eq(id.value())).fetchOptional().map(this::draft).orElseThrow(Refusal.NotFound::new);
    }

    /** The rules in force, ready to be changed. Refused while another draft is open. */
    RulesDraft.Open begin(Actor by) {
        sql.execute("lock table leads.rules_draft in share row exclusive mode");
        if (open().isPresent()) {
            throw new RulesDraft.Refused("leads.draft.another-open");
        }
        var current = scoring.current();
        var now = clock.instant();
        var terms = new RulesDraft.Terms(
                new RulesDraft.Id(Ids.next()), current.version(), 1, current.rules(), null, by.id(), now, by.id(), now);
        sql.insertInto(RULES_DRAFT)
                .set(RULES_DRAFT.ID, terms.id().value())
                .set(RULES_DRAFT.STATE, "open")
                .set(RULES_DRAFT.BASE, terms.base())
                .set(RULES_DRAFT.RULES, text(terms.rules()))
                .set(RULES_DRAFT.MADE_BY, by.id().value())
                .set(RULES_DRAFT.MADE_AT, now)
                .set(RULES_DRAFT.CHANGED_BY, by.id().value())
                .set(RULES_DRAFT.CHANGED_AT, now)
                .execute();
        audit.record(by, Change.made(RulesDraft.KIND, terms.id().value(), "rules_drafted", Map.of("base", terms.base())));
        return new RulesDraft.Open(terms, List.of());
    }

    /**
     * Approvals of what was there before fall, and who gave them is told. Raises {@link org.kamiau.platform.Invalid}
     * for rules that cannot be, {@link Refusal.Stale} when somebody changed it since that revision.
     *
     * @param revision what the author has read; null when it does not matter
     */
    RulesDraft.Open change(RulesDraft.Id id, @Nullable Integer revision, ScoreRules rules, @Nullable String why, Actor by) {
        RulesCheck.check(rules);
        var draft = locked(id);
        if (revision != null && revision != draft.terms().revision()) {
            throw new Refusal.Stale();
        }
        if (rules.equals(draft.terms().rules()) && java.util.Objects.equals(why, draft.terms().why())) {
            return draft;
        }
        var changed = draft.change(rules, why, by, clock.instant());
        sql.update(RULES_DRAFT)
                .set(RULES_DRAFT.REVISION, changed.terms().revision())
                .set(RULES_DRAFT.RULES, text(rules))
                .set(RULES_DRAFT.WHY, why)
                .set(RULES_DRAFT.CHANGED_BY, by.id().value())
                .set(RULES_DRAFT.CHANGED_AT, changed.terms().changedAt())
                .where(RULES_DRAFT.ID.eq(id.value()))
                .execute();
        sql.deleteFrom(RULES_APPROVAL).where(RULES_APPROVAL.DRAFT_ID.eq(id.value())).execute();
        audit.record(by, Change.of(
                RulesDraft.KIND, id.value(), "rules_changed", RulesChange.values(draft.terms().rules()), RulesChange.values(rules), why));
        notices.changed(draft, by);
        return changed;
    }

    /**
     * For the actor's seat. With the last approval that was missing the rules are in force, and all leads are
     * scored again in the background.
     */
    RulesDraft approve(RulesDraft.Id id, int revision, Actor by) {
        var holders = holders();
        var draft = locked(id);
        var approved = draft.approve(revision, scoring.current(), holders, by, clock.instant());
        var approval = approved.approvals().getLast();
        sql.insertInto(RULES_APPROVAL)
                .set(RULES_APPROVAL.DRAFT_ID, id.value())
                .set(RULES_APPROVAL.SEAT, approval.seat().code())
                .set(RULES_APPROVAL.MEMBER_ID, by.id().value())
                .set(RULES_APPROVAL.AT, approval.at())
                .execute();
        audit.record(by, Change.made(RulesDraft.KIND, id.value(), "rules_approved", Map.of("seat", approval.seat().code(), "revision", revision)));
        var missing = approved.missing(holders);
        if (!missing.isEmpty()) {
            notices.approved(approved, missing, holders, by);
            return approved;
        }
        var released = scoring.release(draft.terms(), by);
        sql.update(RULES_DRAFT).set(RULES_DRAFT.STATE, "released").where(RULES_DRAFT.ID.eq(id.value())).execute();
        forgetTrial();
        notices.released(id, released.version(), by);
        return new RulesDraft.Released(draft.terms(), approved.approvals(), released.version());
    }

    /** The rules in force stay. */
    void discard(RulesDraft.Id id, Actor by) {
        var draft = locked(id);
        sql.update(RULES_DRAFT).set(RULES_DRAFT.STATE, "discarded").where(RULES_DRAFT.ID.eq(id.value())).execute();
        forgetTrial();
        audit.record(by, Change.made(RulesDraft.KIND, id.value(), "rules_discarded", Map.of("revision", draft.terms().revision())));
        notices.changed(draft, by);
    }

    /** Lists show what a trial said only while its draft is open. */
    private void forgetTrial() {
        sql.deleteFrom(TRIAL_LEAD).execute();
    }

    private RulesDraft.Open locked(RulesDraft.Id id) {
        var row = sql.selectFrom(RULES_DRAFT).where(RULES_DRAFT.ID.eq(id.value())).forUpdate().fetchOptional().orElseThrow(Refusal.NotFound::new);
        return switch (draft(row)) {
            case RulesDraft.Open open -> open;
            case RulesDraft.Released released -> throw new RulesDraft.Refused("leads.draft.released-already", released.version());
            case RulesDraft.Discarded _ -> throw new RulesDraft.Refused("leads.draft.discarded-already");
        };
    }

    private RulesDraft draft(RulesDraftRecord row) {
        return switch (row.getState()) {
            case "open" -> openDraft(row);
            case "discarded" -> new RulesDraft.Discarded(terms(row));
            default -> new RulesDraft.Released(terms(row), approvals(row), sql.select(SCORE_RULES.VERSION)
                    .from(SCORE_RULES)
                    .where(SCORE_RULES.DRAFT_ID.eq(row.getId()))
                    .fetchSingle()
                    .value1());
        };
    }

    private RulesDraft.Open openDraft(RulesDraftRecord row) {
        return new RulesDraft.Open(terms(row), approvals(row));
    }

    private RulesDraft.Terms terms(RulesDraftRecord row) {
        return new RulesDraft.Terms(
                new RulesDraft.Id(row.getId()), row.getBase(), row.getRevision(), json.readValue(row.getRules().data(), ScoreRules.class),
                row.getWhy(), new MemberId(row.getMadeBy()), row.getMadeAt(), new MemberId(row.getChangedBy()), row.getChangedAt());
    }

    private List<RulesDraft.Approval> approvals(RulesDraftRecord row) {
        return sql.selectFrom(RULES_APPROVAL)
                .where(RULES_APPROVAL.DRAFT_ID.eq(row.getId()))
                .orderBy(RULES_APPROVAL.AT)
                .fetch(one -> new RulesDraft.Approval(RulesDraft.Seat.of(one.getSeat()), new MemberId(one.getMemberId()), one.getAt()));
    }

    private JSONB text(ScoreRules rules) {
        return JSONB.valueOf(json.writeValueAsString(rules));
    }
}
