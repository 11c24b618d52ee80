package org.kamiau.platform.audit;

import static org.jooq.impl.DSL.val;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Ids;
import org.kamiau.platform.RecordRef;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads the audit log. An entry belongs to the transaction of the change it tells of. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Audit {

    private static final SecureRandom RANDOM = new SecureRandom();
    private final DSLContext sql;
    private final InstantSource clock;
    private final JsonMapper json;

    Audit(DSLContext sql, InstantSource clock, JsonMapper json) {
        this.sql = sql;
        this.clock = clock;
        this.json = json;
    }

    public void record(Actor actor, Change change) {
        record(actor, List.of(change));
    }

    /** One statement for all of them, so that bulk work stays cheap. */
    public void record(Actor actor, List<Change> changes) {
        record(actor, changes, clock.instant());
    }

    /** For changes that happened earlier than they are told (a demonstration's past year). */
    public void record(Actor actor, List<Change> changes, Instant at) {
        if (changes.isEmpty()) {
            return;
        }
        var moment = at.truncatedTo(ChronoUnit.MICROS);
        int n = changes.size();
        var ids = new UUID[n];
        var kinds = new String[n];
        var records = new UUID[n];
        var actions = new String[n];
        var befores = new @Nullable String[n];
        var afters = new @Nullable String[n];
        var reasons = new @Nullable String[n];
        var salts = new byte[n][];
        var digests = new byte[n][];
        for (int i = 0; i < n; i++) {
            var change = changes.get(i);
            ids[i] = Ids.next();
            kinds[i] = change.record().kind();
            records[i] = change.record().id();
            actions[i] = change.action();
            befores[i] = text(change.before());
            afters[i] = text(change.after());
            reasons[i] = change.reason();
            salts[i] = salt();
            digests[i] = digest(salts[i], ids[i], moment, member(actor), kinds[i], records[i], actions[i], befores[i], afters[i], reasons[i]);
        }
        sql.execute(
                """
                insert into platform.audit_entry
                    (id, at, actor, actor_name, session, kind, record_id, action, before, after, reason, salt, digest)
                select e.id, {0}, {1}, {2}, {3}, e.kind, e.record_id, e.action, e.before::json, e.after::json, e.reason, e.salt, e.digest
                from unnest({4}::uuid[], {5}::text[], {6}::uuid[], {7}::text[], {8}::text[], {9}::text[], {10}::text[],
                    {11}::bytea[], {12}::bytea[]) as e (id, kind, record_id, action, before, after, reason, salt, digest)
                """,
                val(moment),
                val(member(actor), UUID.class),
                val(actor.name()),
                val(actor.session(), String.class),
                val(ids),
                val(kinds),
                val(records),
                val(actions),
                val(befores),
                val(afters),
                val(reasons),
                val(salts),
                val(digests));
    }

    private static @Nullable UUID member(Actor actor) {
        return actor.member() == null ? null : actor.member().value();
    }

    private @Nullable String text(@Nullable Map<String, ?> values) {
        return values == null ? null : json.writeValueAsString(values);
    }

    private static byte[] salt() {
        var salt = new byte[16];
        RANDOM.nextBytes(salt);
        return salt;
    }

    /** SHA-256 over the salt and every part with its length before it, so that parts cannot run together. */
    static byte[] digest(
            byte[] salt, UUID id, Instant at, @Nullable UUID actor, String kind, UUID record, String action,
            @Nullable String before, @Nullable String after, @Nullable String reason) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(salt);
            for (var part : new @Nullable Object[] {
                id, at.getEpochSecond(), at.getNano() / 1000, actor, kind, record, action, before, after, reason
            }) {
                var bytes = part == null ? new byte[0] : part.toString().getBytes(StandardCharsets.UTF_8);
                sha.update(ByteBuffer.allocate(4).putInt(part == null ? -1 : bytes.length).array());
                sha.update(bytes);
            }
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** One line of a record's history; values are emptied by a lawful deletion. */
    public record Entry(
            UUID id, Instant at, @Nullable UUID actor, String actorName, String action,
            Map<String, Object> before, Map<String, Object> after, @Nullable String reason) {}

    /** The newest changes of a record first. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<Entry> history(RecordRef record, int limit) {
        return sql.resultQuery(
                        """
                        select id, at, actor, actor_name, action, before::text, after::text, reason
                        from platform.audit_entry where record_id = {0} and kind = {1} order by id desc limit {2}
                        """,
                        val(record.id()),
                        val(record.kind()),
                        val(limit))
                .fetch(row -> new Entry(
                        row.get(0, UUID.class),
                        row.get(1, java.time.OffsetDateTime.class).toInstant(),
                        row.get(2, UUID.class),
                        row.get(3, String.class),
                        row.get(4, String.class),
                        values(row.get(5, String.class)),
                        values(row.get(6, String.class)),
                        row.get(7, String.class)));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> values(@Nullable String text) {
        return text == null ? Map.of() : json.readValue(text, Map.class);
    }
}
