package org.kamiau.people;

import static db.people.Tables.API_TOKEN;
import static db.people.Tables.MEMBER;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Ids;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tokens with which programs act for a member; shown once, valid until revoked. */
@Component
@Transactional
class ApiTokens {

    static final String PREFIX = "kmu_";
    private static final Duration USED_EVERY = Duration.ofMinutes(1);
    private final DSLContext sql;
    private final Audit audit;
    private final Clock clock = Clock.systemUTC();

    ApiTokens(DSLContext sql, Audit audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /** A token as lists show it. */
    public record Token(UUID id, MemberId member, String memberName, String name, Instant madeAt, @Nullable Instant lastUsedAt) {}

    Secret make(Actor by, MemberId member, String name) {
        var secret = Secret.random(PREFIX);
        var id = Ids.next();
        sql.insertInto(API_TOKEN)
                .set(API_TOKEN.TOKEN_HASH, secret.hash())
                .set(API_TOKEN.ID, id)
                .set(API_TOKEN.MEMBER_ID, member.value())
                .set(API_TOKEN.NAME, name)
                .set(API_TOKEN.CREATED_AT, clock.instant())
                .execute();
        audit.record(by, Change.made(PeopleRecords.ACCESS, member.value(), "token_made", Map.of("token", name)));
        return secret;
    }

    /** Who acts with this token: one indexed query, and at most once a minute a note of its use. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<Actor> actor(Secret secret) {
        return sql.select(MemberRows.ACTOR_FIELDS)
                .select(API_TOKEN.ID, API_TOKEN.LAST_USED_AT)
                .from(API_TOKEN)
                .join(MEMBER)
                .on(MEMBER.ID.eq(API_TOKEN.MEMBER_ID))
                .where(API_TOKEN.TOKEN_HASH.eq(secret.hash()), MEMBER.ACTIVE.isTrue())
                .fetchOptional(row -> {
                    used(row.get(API_TOKEN.ID), row.get(API_TOKEN.LAST_USED_AT));
                    return MemberRows.actor(row, row.get(API_TOKEN.ID));
                });
    }

    private void used(UUID id, @Nullable Instant last) {
        var now = clock.instant();
        var minuteAgo = now.minus(USED_EVERY);
        if (last == null || last.isBefore(minuteAgo)) {
            sql.update(API_TOKEN)
                    .set(API_TOKEN.LAST_USED_AT, now)
                    .where(API_TOKEN.ID.eq(id), API_TOKEN.LAST_USED_AT.isNull().or(API_TOKEN.LAST_USED_AT.lt(minuteAgo)))
                    .execute();
        }
    }

    @Transactional(readOnly = true)
    List<Token> of(MemberId member) {
        return select(API_TOKEN.MEMBER_ID.eq(member.value()));
    }

    @Transactional(readOnly = true)
    List<Token> all() {
        return select(DSL.noCondition());
    }

    private List<Token> select(Condition condition) {
        return sql.select(API_TOKEN.ID, MEMBER.ID, MEMBER.NAME, API_TOKEN.NAME, API_TOKEN.CREATED_AT, API_TOKEN.LAST_USED_AT)
                .from(API_TOKEN)
                .join(MEMBER)
                .on(MEMBER.ID.eq(API_TOKEN.MEMBER_ID))
                .where(condition)
                .orderBy(API_TOKEN.CREATED_AT.desc(), API_TOKEN.ID)
                .fetch(row -> new Token(
                        row.get(API_TOKEN.ID),
                        new MemberId(row.get(MEMBER.ID)),
                        row.get(MEMBER.NAME),
                        row.get(API_TOKEN.NAME),
                        row.get(API_TOKEN.CREATED_AT),
                        row.get(API_TOKEN.LAST_USED_AT)));
    }

    /** Refuses a token that there is not (any more). */
    void revoke(Actor by, UUID token) {
        var gone = sql.deleteFrom(API_TOKEN)
                .where(API_TOKEN.ID.eq(token))
                .returning(API_TOKEN.MEMBER_ID, API_TOKEN.NAME)
                .fetchOptional()
                .orElseThrow(Refusal.NotFound::new);
        audit.record(by, Change.made(PeopleRecords.ACCESS, gone.getMemberId(), "token_revoked", Map.of("token", gone.getName())));
    }

    /** Refuses a token of somebody else. */
    void revokeOwn(Actor member, UUID token) {
        if (of(member.id()).stream().noneMatch(own -> own.id().equals(token))) {
            throw new Refusal.NotFound();
        }
        revoke(member, token);
    }

    void revokeAll(MemberId member) {
        sql.deleteFrom(API_TOKEN).where(API_TOKEN.MEMBER_ID.eq(member.value())).execute();
    }

    @EventListener
    void on(MemberEvent.Left left) {
        revokeAll(left.member());
    }
}
