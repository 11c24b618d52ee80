package org.kamiau.needs;

import static db.needs.Tables.MENTION;
import static db.needs.Tables.PEER_FACT;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.countDistinct;

import db.needs.tables.records.PeerFactRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.Account;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Ids;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;
import org.kamiau.platform.Text;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What several customers did about a need, told to others without saying who; marketing approves each fact once. */
@Component
@Transactional
class PeerFacts {

    /** So many accounts at least, or readers could tell who is meant. */
    static final int FEWEST = 5;

    private static final int MOST_ACCOUNTS = 200;

    private final DSLContext sql;
    private final NeedRows needs;
    private final TellingWords words;
    private final Audit audit;
    private final InstantSource clock;

    PeerFacts(DSLContext sql, NeedRows needs, TellingWords words, Audit audit, InstantSource clock) {
        this.sql = sql;
        this.needs = needs;
        this.words = words;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One fact.
     *
     * @param accounts on whose doing it rests; never shown
     * @param approvedBy null until marketing has approved it
     */
    public record PeerFact(
            UUID id, Need.Id need, String ja, String en, Set<UUID> accounts, @Nullable MemberId by, Instant at, @Nullable MemberId approvedBy,
            @Nullable Instant approvedAt) {

        public PeerFact {
            accounts = Set.copyOf(accounts);
        }

        public String in(Text t) {
            return t.japanese() ? ja : en;
        }

        public boolean approved() {
            return approvedAt != null;
        }

        /** Without the reader's own account there are still enough. */
        boolean tellableTo(Account.Id account) {
            return approved() && accounts.stream().filter(other -> !other.equals(account.value())).count() >= FEWEST;
        }
    }

    /** Marketing approves once; whoever wrote it does not approve it, unless they head marketing. */
    static class OwnFact extends Refusal {
        OwnFact() {
            super(HttpStatus.CONFLICT, "needs.peer-own");
        }
    }

    static boolean mayApprove(Actor actor) {
        return actor.is(Role.MKT, Role.MKT_HEAD);
    }

    /**
     * Writes a fact down, to be approved. Raises 403 for who is of neither side, and {@link Invalid} for words that say
     * who is meant, for fewer than five accounts, and for accounts that never named the need.
     */
    PeerFact write(Need.Id id, @Nullable String ja, @Nullable String en, Collection<UUID> accounts, Actor by) {
        var need = needs.find(List.of(id)).stream().findFirst().orElseThrow(Refusal.NotFound::new);
        need.mustBeLiving();
        if (!Need.mayPropose(by)) {
            throw new Refusal.NotAllowed();
        }
        var fact = checked(id, ja, en, Set.copyOf(accounts), by);
        sql.insertInto(PEER_FACT)
                .set(PEER_FACT.ID, fact.id())
                .set(PEER_FACT.NEED_ID, id.value())
                .set(PEER_FACT.TEXT_JA, fact.ja())
                .set(PEER_FACT.TEXT_EN, fact.en())
                .set(PEER_FACT.ACCOUNTS, fact.accounts().toArray(UUID[]::new))
                .set(PEER_FACT.WRITTEN_BY, by.member() == null ? null : by.member().value())
                .set(PEER_FACT.WRITTEN_AT, fact.at())
                .execute();
        audit.record(by, Change.made(Needs.KIND, id.value(), "peer_fact_written", Map.of("fact", fact.ja(), "accounts", fact.accounts().size())));
        return fact;
    }

    private PeerFact checked(Need.Id need, @Nullable String ja, @Nullable String en, Set<UUID> accounts, Actor by) {
        var findings = new Invalid.Findings();
        var first = ja == null || ja.isBlank() ? en : ja;
        var second = en == null || en.isBlank() ? first : en;
        if (first == null || second == null || first.isBlank()) {
            throw new Invalid("textJa", "needs.peer-text-needed");
        }
        words.check("textJa", first, findings);
        if (!second.equals(first)) {
            words.check("textEn", second, findings);
        }
        if (accounts.size() < FEWEST || accounts.size() > MOST_ACCOUNTS) {
            findings.add("accounts", "needs.peer-few", FEWEST);
        } else if (named(need, accounts) != accounts.size()) {
            findings.add("accounts", "needs.peer-foreign");
        }
        findings.raise();
        return new PeerFact(Ids.next(), need, first.strip(), second.strip(), accounts, by.member(), clock.instant(), null, null);
    }

    private int named(Need.Id need, Set<UUID> accounts) {
        return sql.select(countDistinct(MENTION.ACCOUNT_ID))
                .from(MENTION)
                .where(MENTION.NEED_ID.eq(need.value()), MENTION.ACCOUNT_ID.eq(any(accounts.toArray(UUID[]::new))))
                .fetchSingle()
                .value1();
    }

    /** Raises 403 for who is not of marketing, {@link OwnFact}, and {@link Invalid} when the words have become telling since. */
    PeerFact approve(UUID id, Actor by) {
        var fact = lock(id);
        if (!mayApprove(by)) {
            throw new Refusal.NotAllowed();
        }
        if (by.id().equals(fact.by()) && !by.is(Role.MKT_HEAD)) {
            throw new OwnFact();
        }
        var findings = new Invalid.Findings();
        words.check("textJa", fact.ja(), findings);
        words.check("textEn", fact.en(), findings);
        findings.raise();
        var now = clock.instant();
        sql.update(PEER_FACT)
                .set(PEER_FACT.APPROVED_BY, by.id().value())
                .set(PEER_FACT.APPROVED_AT, now)
                .where(PEER_FACT.ID.eq(id), PEER_FACT.APPROVED_AT.isNull())
                .execute();
        audit.record(by, Change.made(Needs.KIND, fact.need().value(), "peer_fact_approved", Map.of("fact", fact.ja())));
        return lock(id);
    }

    /** By marketing or whoever wrote it; nobody reads it any more. */
    Need.Id withdraw(UUID id, Actor by) {
        var fact = lock(id);
        if (!mayApprove(by) && !by.id().equals(fact.by())) {
            throw new Refusal.NotAllowed();
        }
        sql.update(PEER_FACT).set(PEER_FACT.WITHDRAWN_AT, clock.instant()).where(PEER_FACT.ID.eq(id)).execute();
        audit.record(by, Change.made(Needs.KIND, fact.need().value(), "peer_fact_withdrawn", Map.of("fact", fact.ja())));
        return fact.need();
    }

    private PeerFact lock(UUID id) {
        return sql.selectFrom(PEER_FACT)
                .where(PEER_FACT.ID.eq(id), PEER_FACT.WITHDRAWN_AT.isNull())
                .forUpdate()
                .fetchOptional(PeerFacts::fact)
                .orElseThrow(Refusal.NotFound::new);
    }

    /** Those of the needs that were not withdrawn, the oldest first. */
    @Transactional(readOnly = true)
    List<PeerFact> of(Collection<Need.Id> ids) {
        return sql.selectFrom(PEER_FACT)
                .where(PEER_FACT.NEED_ID.eq(any(ids.stream().map(Need.Id::value).toArray(UUID[]::new))), PEER_FACT.WITHDRAWN_AT.isNull())
                .orderBy(PEER_FACT.WRITTEN_AT, PEER_FACT.ID)
                .fetch(PeerFacts::fact);
    }

    /** They follow what their need became part of. */
    void follow(Need.Id from, Need.Id into) {
        sql.update(PEER_FACT).set(PEER_FACT.NEED_ID, into.value()).where(PEER_FACT.NEED_ID.eq(from.value())).execute();
    }

    private static PeerFact fact(PeerFactRecord row) {
        return new PeerFact(
                row.getId(), new Need.Id(row.getNeedId()), row.getTextJa(), row.getTextEn(), Set.of(row.getAccounts()), member(row.getWrittenBy()),
                row.getWrittenAt(), member(row.getApprovedBy()), row.getApprovedAt());
    }

    private static @Nullable MemberId member(@Nullable UUID id) {
        return Optional.ofNullable(id).map(MemberId::new).orElse(null);
    }
}
