package org.kamiau.people;

import static db.people.Tables.MEMBER;
import static db.people.Tables.ONE_TIME_LINK;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links that are good for one use within seven days: the first administrator's, and invitations. */
@Component
@Transactional
class Links {

    private static final Duration GOOD_FOR = Duration.ofDays(7);
    private final DSLContext sql;
    private final Audit audit;
    private final Clock clock = Clock.systemUTC();

    Links(DSLContext sql, Audit audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /** The link of whoever comes first; empty once there is a member. An earlier link ends. */
    Optional<Secret> forFirstAdministrator() {
        return sql.fetchExists(MEMBER) ? Optional.empty() : Optional.of(make(null));
    }

    /** The link with which a member chooses a password; an earlier one ends. */
    Secret forMember(Actor by, MemberId member) {
        audit.record(by, Change.made(PeopleRecords.ACCESS, member.value(), "invitation_made", Map.of()));
        return make(member);
    }

    private Secret make(@Nullable MemberId member) {
        var secret = Secret.random("");
        end(member);
        sql.insertInto(ONE_TIME_LINK)
                .set(ONE_TIME_LINK.TOKEN_HASH, secret.hash())
                .set(ONE_TIME_LINK.MEMBER_ID, member == null ? null : member.value())
                .set(ONE_TIME_LINK.EXPIRES_AT, clock.instant().plus(GOOD_FOR))
                .execute();
        return secret;
    }

    void end(@Nullable MemberId member) {
        sql.deleteFrom(ONE_TIME_LINK).where(of(member)).execute();
    }

    private static Condition of(@Nullable MemberId member) {
        return member == null ? ONE_TIME_LINK.MEMBER_ID.isNull() : ONE_TIME_LINK.MEMBER_ID.eq(member.value());
    }

    /** Refuses a link of another kind, a used one, an old one; looking does not use it up. */
    @Transactional(readOnly = true)
    void checkFirstAdministrator(Secret secret) {
        if (sql.fetchExists(MEMBER) || !sql.fetchExists(ONE_TIME_LINK, good(secret), of(null))) {
            throw new LinkGone();
        }
    }

    /** Whose invitation it is; refuses a used or old one. */
    @Transactional(readOnly = true)
    MemberId invited(Secret secret) {
        return sql.select(ONE_TIME_LINK.MEMBER_ID)
                .from(ONE_TIME_LINK)
                .join(MEMBER)
                .on(MEMBER.ID.eq(ONE_TIME_LINK.MEMBER_ID), MEMBER.ACTIVE.isTrue())
                .where(good(secret))
                .fetchOptional(ONE_TIME_LINK.MEMBER_ID)
                .map(MemberId::new)
                .orElseThrow(LinkGone::new);
    }

    /** Uses it up; of two who come at the same moment the second is refused. */
    void use(Secret secret) {
        if (sql.deleteFrom(ONE_TIME_LINK).where(good(secret)).execute() == 0) {
            throw new LinkGone();
        }
    }

    private Condition good(Secret secret) {
        return ONE_TIME_LINK.TOKEN_HASH.eq(secret.hash()).and(ONE_TIME_LINK.EXPIRES_AT.gt(clock.instant()));
    }

    @EventListener
    void on(MemberEvent.Left left) {
        end(left.member());
    }
}
