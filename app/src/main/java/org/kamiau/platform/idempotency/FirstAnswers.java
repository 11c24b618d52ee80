package org.kamiau.platform.idempotency;

import static db.platform.Tables.FIRST_ANSWER;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.val;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The first answers of the last 24 hours of real time. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class FirstAnswers {

    static final Duration KEPT = Duration.ofHours(24);
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};
    private final DSLContext sql;
    private final JsonMapper json;

    FirstAnswers(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Waits until no twin of the request is being answered, on any node; held to the end of the transaction. */
    void await(byte[] request) {
        sql.query("select pg_advisory_xact_lock({0})", val(ByteBuffer.wrap(request).getLong())).execute();
    }

    Optional<FirstAnswer> find(byte[] request) {
        return sql.selectFrom(FIRST_ANSWER)
                .where(FIRST_ANSWER.REQUEST.eq(request), FIRST_ANSWER.ANSWERED_AT.gt(oldest()))
                .fetchOptional(row -> new FirstAnswer(
                        row.getBodyDigest(), row.getStatus(), json.readValue(row.getHeaders().data(), HEADERS), row.getBody()));
    }

    private static Instant oldest() {
        return Clock.systemUTC().instant().minus(KEPT);
    }

    void keep(byte[] request, FirstAnswer answer) {
        sql.insertInto(FIRST_ANSWER)
                .set(FIRST_ANSWER.REQUEST, request)
                .set(FIRST_ANSWER.BODY_DIGEST, answer.asked())
                .set(FIRST_ANSWER.STATUS, (short) answer.status())
                .set(FIRST_ANSWER.HEADERS, JSONB.valueOf(json.writeValueAsString(answer.headers())))
                .set(FIRST_ANSWER.BODY, answer.body())
                .set(FIRST_ANSWER.ANSWERED_AT, Clock.systemUTC().instant())
                .onConflict(FIRST_ANSWER.REQUEST)
                .doUpdate()
                .set(FIRST_ANSWER.BODY_DIGEST, excluded(FIRST_ANSWER.BODY_DIGEST))
                .set(FIRST_ANSWER.STATUS, excluded(FIRST_ANSWER.STATUS))
                .set(FIRST_ANSWER.HEADERS, excluded(FIRST_ANSWER.HEADERS))
                .set(FIRST_ANSWER.BODY, excluded(FIRST_ANSWER.BODY))
                .set(FIRST_ANSWER.ANSWERED_AT, excluded(FIRST_ANSWER.ANSWERED_AT))
                .execute();
    }

    @Transactional
    int forgetOld() {
        return sql.deleteFrom(FIRST_ANSWER).where(FIRST_ANSWER.ANSWERED_AT.le(oldest())).execute();
    }
}
