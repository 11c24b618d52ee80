package org.kamiau.handoffs;

import static db.handoffs.Tables.HANDOFF;
import static db.handoffs.Tables.RATING;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.kamiau.people.SamplePeople;
import org.kamiau.platform.Ids;
import org.kamiau.platform.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Handoffs of the past for tests, as they stand in the table. */
@Component
@Transactional
public class SampleHandoffs {

    private final DSLContext sql;
    private final SamplePeople people;

    SampleHandoffs(DSLContext sql, SamplePeople people) {
        this.sql = sql;
        this.people = people;
    }

    /** Answered after so many hours, of the one hour that there was. */
    public UUID accepted(Boundary boundary, Instant offeredAt, long hours, String fields, String missing) {
        var id = Ids.next();
        sql.insertInto(HANDOFF)
                .set(HANDOFF.ID, id)
                .set(HANDOFF.BOUNDARY, boundary.code())
                .set(HANDOFF.ABOUT_KIND, "test_folder")
                .set(HANDOFF.ABOUT_ID, UUID.randomUUID())
                .set(HANDOFF.FROM_FUNCTION, boundary.from().code())
                .set(HANDOFF.TO_FUNCTION, boundary.to().code())
                .set(HANDOFF.PACKET, JSONB.valueOf("{}"))
                .set(HANDOFF.OFFERED_AT, offeredAt)
                .set(HANDOFF.DUE_AT, offeredAt.plusSeconds(3600))
                .set(HANDOFF.STATE, "accepted")
                .set(HANDOFF.ANSWERED_AT, offeredAt.plusSeconds(3600 * hours))
                .set(HANDOFF.ANSWERED_BY, people.as(Role.FS).id().value())
                .set(HANDOFF.LATE, hours > 1)
                .set(HANDOFF.FIELDS, split(fields))
                .set(HANDOFF.MISSING, split(missing))
                .execute();
        return id;
    }

    private static String[] split(String codes) {
        return Arrays.stream(codes.split(",")).filter(code -> !code.isEmpty()).toArray(String[]::new);
    }

    /** Nobody has answered. */
    public UUID open(Boundary boundary, Instant offeredAt) {
        var id = accepted(boundary, offeredAt, 1, "", "");
        sql.update(HANDOFF)
                .set(HANDOFF.STATE, "offered")
                .setNull(HANDOFF.ANSWERED_AT)
                .setNull(HANDOFF.ANSWERED_BY)
                .setNull(HANDOFF.LATE)
                .where(HANDOFF.ID.eq(id))
                .execute();
        return id;
    }

    /** The first meeting was held, or nobody came. */
    public void completed(UUID id, boolean held, String reasked) {
        sql.update(HANDOFF)
                .set(HANDOFF.COMPLETED_AT, HANDOFF.ANSWERED_AT)
                .set(HANDOFF.COMPLETED_BY, HANDOFF.ANSWERED_BY)
                .set(HANDOFF.COMPLETION, held ? "held" : "no_show")
                .set(HANDOFF.REASKED, split(reasked))
                .where(HANDOFF.ID.eq(id))
                .execute();
    }

    public void rated(UUID id, String side, int score) {
        sql.insertInto(RATING)
                .set(RATING.HANDOFF_ID, id)
                .set(RATING.SIDE, side)
                .set(RATING.SCORE, (short) score)
                .set(RATING.RATED_BY, people.as(Role.IS).id().value())
                .set(RATING.RATED_AT, Instant.parse("2026-11-01T00:00:00Z"))
                .execute();
    }
}
