package org.kamiau.people;

import static db.people.Tables.MEMBER;
import static db.people.Tables.SESSION;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Ids;
import org.kamiau.platform.MemberId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Signed-in devices. A session ends when it is revoked, 14 days after its last use, or after 90 days. */
@Component
@Transactional
class Sessions {

    static final Duration LONGEST = Duration.ofDays(90);
    private static final Duration IDLE = Duration.ofDays(14);
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);
    private final DSLContext sql;
    private final Clock clock = Clock.systemUTC();

    Sessions(DSLContext sql) {
        this.sql = sql;
    }

    /** A device as its member sees it; the session is known by its id, not its secret. */
    public record SignedIn(UUID session, String device, String address, Instant since, Instant lastSeen) {}

    Secret open(MemberId member, Device device) {
        var secret = Secret.random("");
        var now = clock.instant();
        sql.deleteFrom(SESSION).where(SESSION.MEMBER_ID.eq(member.value()), SESSION.EXPIRES_AT.lt(now)).execute();
        sql.insertInto(SESSION)
                .set(SESSION.TOKEN_HASH, secret.hash())
                .set(SESSION.ID, Ids.next())
                .set(SESSION.MEMBER_ID, member.value())
                .set(SESSION.DEVICE, device.name())
                .set(SESSION.ADDRESS, device.address())
                .set(SESSION.CREATED_AT, now)
                .set(SESSION.LAST_SEEN_AT, now)
                .set(SESSION.EXPIRES_AT, now.plus(LONGEST))
                .execute();
        return secret;
    }

    /** Who shows this cookie: one indexed query, and at most once a minute a note that they were seen. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<Actor> actor(Secret secret) {
        var now = clock.instant();
        return sql.select(MemberRows.ACTOR_FIELDS)
                .select(SESSION.ID, SESSION.LAST_SEEN_AT)
                .from(SESSION)
                .join(MEMBER)
                .on(MEMBER.ID.eq(SESSION.MEMBER_ID))
                .where(
                        SESSION.TOKEN_HASH.eq(secret.hash()),
                        SESSION.EXPIRES_AT.gt(now),
                        SESSION.LAST_SEEN_AT.gt(now.minus(IDLE)),
                        MEMBER.ACTIVE.isTrue())
                .fetchOptional(row -> {
                    if (row.get(SESSION.LAST_SEEN_AT).isBefore(now.minus(SEEN_EVERY))) {
                        seen(secret, now);
                    }
                    return MemberRows.actor(row, row.get(SESSION.ID));
                });
    }

    private void seen(Secret secret, Instant now) {
        sql.update(SESSION)
                .set(SESSION.LAST_SEEN_AT, now)
                .where(SESSION.TOKEN_HASH.eq(secret.hash()), SESSION.LAST_SEEN_AT.lt(now.minus(SEEN_EVERY)))
                .execute();
    }

    /** Where somebody is signed in, the latest use first. */
    @Transactional(readOnly = true)
    List<SignedIn> devices(MemberId member) {
        var now = clock.instant();
        return sql.selectFrom(SESSION)
                .where(SESSION.MEMBER_ID.eq(member.value()), SESSION.EXPIRES_AT.gt(now), SESSION.LAST_SEEN_AT.gt(now.minus(IDLE)))
                .orderBy(SESSION.LAST_SEEN_AT.desc(), SESSION.ID)
                .fetch(row -> new SignedIn(row.getId(), row.getDevice(), row.getAddress(), row.getCreatedAt(), row.getLastSeenAt()));
    }

    /** False when the member has no such session (any more). */
    boolean end(MemberId member, UUID session) {
        return sql.deleteFrom(SESSION).where(SESSION.MEMBER_ID.eq(member.value()), SESSION.ID.eq(session)).execute() > 0;
    }

    void endAll(MemberId member) {
        sql.deleteFrom(SESSION).where(SESSION.MEMBER_ID.eq(member.value())).execute();
    }

    void endOthers(MemberId member, UUID kept) {
        sql.deleteFrom(SESSION).where(SESSION.MEMBER_ID.eq(member.value()), SESSION.ID.ne(kept)).execute();
    }

    @EventListener
    void on(MemberEvent.Left left) {
        endAll(left.member());
    }
}
