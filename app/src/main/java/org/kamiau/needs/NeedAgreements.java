package org.kamiau.needs;

import static db.needs.Tables.AGREEMENT;
import static db.needs.Tables.NEED;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kamiau.platform.Actor;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Refusal;
import org.kamiau.platform.Role;
import org.kamiau.platform.Side;
import org.kamiau.platform.audit.Audit;
import org.kamiau.platform.audit.Change;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Both heads stand behind what a need means; another meaning asks them again. */
@Component
@Transactional
class NeedAgreements {

    private final NeedRows rows;
    private final DSLContext sql;
    private final NeedNotices notices;
    private final Audit audit;
    private final InstantSource clock;

    NeedAgreements(NeedRows rows, DSLContext sql, NeedNotices notices, Audit audit, InstantSource clock) {
        this.rows = rows;
        this.sql = sql;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /** A head's word on one version of the meaning. */
    public record Word(Side side, MemberId member, Instant at, int meaning) {
        public boolean standsFor(Need need) {
            return meaning == need.meaning();
        }
    }

    /** For which side this member can agree; none for most. */
    static Optional<Side> sideOf(Actor actor) {
        if (actor.is(Role.MKT_HEAD)) {
            return Optional.of(Side.MARKETING);
        }
        return actor.is(Role.SALES_HEAD) ? Optional.of(Side.SALES) : Optional.empty();
    }

    /** The last word of each side, which may be about an earlier meaning. */
    @Transactional(readOnly = true)
    Map<Side, Word> of(Need.Id id) {
        var words = new EnumMap<Side, Word>(Side.class);
        sql.selectFrom(AGREEMENT).where(AGREEMENT.NEED_ID.eq(id.value())).orderBy(AGREEMENT.MEANING).forEach(row -> {
            var side = Side.valueOf(row.getSide().toUpperCase(Locale.ROOT));
            words.put(side, new Word(side, new MemberId(row.getMemberId()), row.getAgreedAt(), row.getMeaning()));
        });
        return words;
    }

    /** Those whose present meaning both sides stand behind. */
    @Transactional(readOnly = true)
    Set<Need.Id> byBoth(Collection<Need.Id> ids) {
        return new HashSet<>(sql.select(NEED.ID)
                .from(NEED)
                .join(AGREEMENT)
                .on(AGREEMENT.NEED_ID.eq(NEED.ID), AGREEMENT.MEANING.eq(NEED.MEANING))
                .where(NEED.ID.eq(any(ids.stream().map(Need.Id::value).toArray(UUID[]::new))))
                .groupBy(NEED.ID)
                .having(count().eq(2))
                .fetch(row -> new Need.Id(row.value1())));
    }

    /**
     * Agrees for the side that this member heads. Raises 403 for who heads neither, {@link Refusal.Stale} when it means
     * something else by now.
     *
     * @param meaning the version that was read
     */
    void agree(Need.Id id, int meaning, Actor by) {
        var need = Optional.ofNullable(rows.lock(List.of(id)).get(id)).orElseThrow(Refusal.NotFound::new);
        need.mustBeLiving();
        var side = sideOf(by).orElseThrow(Refusal.NotAllowed::new);
        if (need.meaning() != meaning) {
            throw new Refusal.Stale();
        }
        if (insert(need, side, by) == 0) {
            return;
        }
        audit.record(by, Change.made(Needs.KIND, id.value(), "need_agreed", Map.of("meaning", meaning)));
        if (byBoth(List.of(id)).isEmpty()) {
            notices.agreed(need, side == Side.MARKETING ? Role.SALES_HEAD : Role.MKT_HEAD, by);
        }
    }

    private int insert(Need need, Side side, Actor by) {
        return sql.insertInto(AGREEMENT)
                .set(AGREEMENT.NEED_ID, need.id().value())
                .set(AGREEMENT.SIDE, side.code())
                .set(AGREEMENT.MEANING, need.meaning())
                .set(AGREEMENT.MEMBER_ID, by.id().value())
                .set(AGREEMENT.AGREED_AT, clock.instant())
                .onConflictDoNothing()
                .execute();
    }
}
