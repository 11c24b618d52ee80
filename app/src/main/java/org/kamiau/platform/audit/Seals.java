package org.kamiau.platform.audit;

import static org.jooq.impl.DSL.val;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The chain over the audit log. A seal covers every entry of the transactions from one number up to, not
 * including, another, and its digest continues the one before it: SHA-256(previous ‖ entry digests in the
 * order of transaction and id). Only transactions below the oldest running one are sealed, so that none can
 * still slip in behind a seal.
 */
@Component
@Transactional
public class Seals {

    private static final byte[] BEGINNING = new byte[32];
    private static final long LOCK = 0x4b616d6961755365L;
    private final DSLContext sql;

    Seals(DSLContext sql) {
        this.sql = sql;
    }

    /** Seals what is complete; does nothing while another node does it. */
    public void seal() {
        if (!sql.resultQuery("select pg_try_advisory_xact_lock({0})", val(LOCK)).fetchSingleInto(Boolean.class)) {
            return;
        }
        // Once a second there is next to nothing to seal; starting parallel workers for it would cost ten times the work.
        sql.execute("set local max_parallel_workers_per_gather = 0");
        var last = sql.resultQuery("select sequence, era, to_transaction::text as upto, digest from platform.audit_seal order by sequence desc limit 1")
                .fetchOne();
        long sequence = last == null ? 1 : last.get("sequence", Long.class) + 1;
        var open = sql.resultQuery(
                        """
                        with bounds as (
                            select pg_snapshot_xmin(pg_current_snapshot()) as upto, max(era) as present from platform.audit_entry)
                        select era, min(transaction::text::numeric)::text as since,
                            -- Nothing is added to a past era, whose numbers mean nothing to this server.
                            (case when era < present then max(transaction::text::numeric) + 1 else upto::text::numeric end)::text as upto,
                            count(*) as entries
                        from platform.audit_entry cross join bounds
                        where (era, transaction) >= ({0}, {1}::xid8) and (era < present or transaction < upto)
                        group by era, present, upto order by era limit 1
                        """,
                        val(last == null ? Integer.valueOf(0) : last.get("era", Integer.class)),
                        val(last == null ? "0" : last.get("upto", String.class)))
                .fetchOne();
        if (open == null) {
            return;
        }
        var chain = chain(last == null ? BEGINNING : last.get("digest", byte[].class));
        entries(open, entry -> chain.update(entry.get("digest", byte[].class)));
        sql.execute(
                "insert into platform.audit_seal (sequence, sealed_at, era, from_transaction, to_transaction, entries, digest)"
                        + " values ({0}, {1}, {2}, {3}::xid8, {4}::xid8, {5}, {6})",
                val(sequence),
                val(Clock.systemUTC().instant()),
                val(open.get("era", Integer.class)),
                val(open.get("since", String.class)),
                val(open.get("upto", String.class)),
                val(open.get("entries", Long.class)),
                val(chain.digest()));
    }

    private interface Each {
        void entry(Record entry);
    }

    private void entries(Record range, Each each) {
        try (var cursor = sql.resultQuery(
                        """
                        select id, at, actor, kind, record_id, action, before::text as before, after::text as after, reason, salt, digest
                        from platform.audit_entry
                        where era = {0} and transaction >= {1}::xid8 and transaction < {2}::xid8
                        order by era, transaction, id
                        """,
                        val(range.get("era", Integer.class)),
                        val(range.get("since", String.class)),
                        val(range.get("upto", String.class)))
                .fetchSize(5_000)
                .fetchLazy()) {
            cursor.forEach(each::entry);
        }
    }

    /** The outcome of a check: how much was checked, and the first place where it does not hold. */
    public record Verdict(long seals, long entries, @Nullable String broken) {}

    /** Recomputes every digest and the chain over them. Emptied entries count by their digest alone. */
    public Verdict verify() {
        var previous = BEGINNING;
        long seals = 0;
        long[] entries = {0};
        var ranges = sql.resultQuery(
                "select sequence, era, from_transaction::text as since, to_transaction::text as upto, entries, digest from platform.audit_seal order by sequence");
        for (var seal : ranges.fetch()) {
            long before = entries[0];
            var chain = chain(previous);
            var broken = new StringBuilder();
            entries(seal, entry -> {
                entries[0]++;
                chain.update(entry.get("digest", byte[].class));
                if (broken.isEmpty()) {
                    differing(entry).ifPresent(broken::append);
                }
            });
            if (!broken.isEmpty()) {
                return new Verdict(seals, entries[0], "entry " + broken);
            }
            previous = seal.get("digest", byte[].class);
            if (entries[0] - before != seal.get("entries", Long.class) || !Arrays.equals(chain.digest(), previous)) {
                return new Verdict(seals, entries[0], "seal " + seal.get("sequence") + " " + HexFormat.of().formatHex(previous, 0, 6));
            }
            seals++;
        }
        return new Verdict(seals, entries[0], null);
    }

    private static Optional<String> differing(Record entry) {
        var salt = entry.get("salt", byte[].class);
        if (salt == null) {
            return Optional.empty();
        }
        var digest = Audit.digest(
                salt,
                entry.get("id", UUID.class),
                entry.get("at", OffsetDateTime.class).toInstant(),
                entry.get("actor", UUID.class),
                entry.get("kind", String.class),
                entry.get("record_id", UUID.class),
                entry.get("action", String.class),
                entry.get("before", String.class),
                entry.get("after", String.class),
                entry.get("reason", String.class));
        return Arrays.equals(digest, entry.get("digest", byte[].class))
                ? Optional.empty()
                : Optional.of(entry.get("id", String.class));
    }

    private static MessageDigest chain(byte[] previous) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(previous);
            return sha;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
