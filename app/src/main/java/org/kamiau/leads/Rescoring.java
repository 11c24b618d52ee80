package org.kamiau.leads;

import static db.leads.Tables.RESCORING;
import static org.jooq.impl.DSL.val;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.Customers;
import org.kamiau.customers.Customers.SegmentName;
import org.kamiau.customers.RoleLevel;
import org.kamiau.platform.Bulk;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Scores every lead again after the rules have changed. Reads and judges in one transaction, writes in chunks
 * of their own beside it, so that nobody who takes leads in waits for long. It grades; it moves no lead: what
 * qualifies anew does so with its next touch, so that a change of rules floods nobody's desk.
 */
@Component
public class Rescoring {

    private static final int CHUNK = 10_000;

    /** The lock of PostgreSQL's that one node holds while it scores; any number that nobody else uses. */
    private static final long LOCK = 0x6b616d_73636f72L;

    /** A score that was changed since it was read is newer than ours. */
    private record Scored(UUID lead, Score score, OffsetDateTime before) {}

    /** How far the scoring for a version has come. */
    record State(int version, long total, long done, long perSecond, @Nullable Instant endedAt) {}

    private final DSLContext sql;
    private final TransactionTemplate transactions;
    private final Scoring scoring;
    private final Customers customers;
    private final RulesNotices notices;
    private final InstantSource clock;
    private final JsonMapper json;

    Rescoring(
            DSLContext sql, TransactionTemplate transactions, Scoring scoring, Customers customers, RulesNotices notices,
            InstantSource clock, JsonMapper json) {
        this.customers = customers;
        this.sql = sql;
        this.transactions = transactions;
        this.scoring = scoring;
        this.notices = notices;
        this.clock = clock;
        this.json = json;
    }

    /** The scoring for the newest version, running or done. */
    Optional<State> state() {
        return sql.selectFrom(RESCORING).orderBy(RESCORING.VERSION.desc()).limit(1).fetchOptional(row -> new State(
                row.getVersion(), row.getTotal(), row.getDone(), row.getPerSecond(), row.getEndedAt()));
    }

    /** Whether a release waits for its leads to be scored. */
    boolean due() {
        return state().filter(state -> state.endedAt() == null).isPresent();
    }

    /**
     * Scores what the newest release has left to score, so that it goes on where a stopped process ended.
     * Returns at once when another node is at it or nothing is due.
     *
     * @param goOn asked between two chunks; throws to stop
     */
    void work(Runnable goOn) {
        sql.connection(connection -> {
            if (locked(connection, "select pg_try_advisory_lock(" + LOCK + ")")) {
                try {
                    state().filter(state -> state.endedAt() == null).ifPresent(state -> work(state.version(), goOn));
                } finally {
                    locked(connection, "select pg_advisory_unlock(" + LOCK + ")");
                }
            }
        });
    }

    private static boolean locked(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getBoolean(1);
        }
    }

    private void work(int version, Runnable goOn) {
        long all = count("select count(*) from leads.score");
        long left = count("select count(*) from leads.score where rules <> " + version);
        long start = System.nanoTime();
        note(version, all, all - left, 0);
        long more = left;
        // Again for those that somebody took in with the rules before, in the moment of the release.
        for (int round = 0; round < 3 && more > 0; round++) {
            more = score(true, done -> {
                note(version, all, Math.min(all, all - left + done), Math.round(done * 1e9 / Math.max(1, System.nanoTime() - start)));
                goOn.run();
            });
        }
        transactions.executeWithoutResult(_ -> end(version, all));
    }

    private long count(String question) {
        return Objects.requireNonNull(sql.resultQuery(question).fetchSingleInto(Long.class));
    }

    private void note(int version, long total, long done, long perSecond) {
        sql.update(RESCORING)
                .set(RESCORING.TOTAL, total)
                .set(RESCORING.DONE, done)
                .set(RESCORING.PER_SECOND, perSecond)
                .where(RESCORING.VERSION.eq(version))
                .execute();
    }

    private void end(int version, long all) {
        sql.update(RESCORING).set(RESCORING.DONE, RESCORING.TOTAL).where(RESCORING.VERSION.eq(version)).execute();
        sql.update(RESCORING).set(RESCORING.ENDED_AT, clock.instant()).where(RESCORING.VERSION.le(version), RESCORING.ENDED_AT.isNull()).execute();
        scoring.versions().stream()
                .filter(one -> one.version() == version && one.draft() != null)
                .forEach(one -> notices.rescored(Objects.requireNonNull(one.draft()), version, all));
    }

    /**
     * Scores all leads with the rules in force.
     *
     * @param progress told how many are done
     * @return how many were scored
     */
    public long all(LongConsumer progress) {
        return score(false, progress);
    }

    /** @param outdated only those that other rules scored last */
    private long score(boolean outdated, LongConsumer progress) {
        BlockingQueue<List<Scored>> written = new ArrayBlockingQueue<>(3);
        var rules = scoring.current();
        var now = clock.instant();
        try (var writer = Executors.newSingleThreadExecutor()) {
            var writing = writer.submit(() -> write(written, rules.version(), now, progress));
            try {
                transactions.executeWithoutResult(_ -> read(outdated, written, writing, rules, customers.segmentNames(), now));
            } finally {
                put(written, List.of(), writing);
            }
            return writing.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed.getCause());
        }
    }

    private void read(
            boolean outdated, BlockingQueue<List<Scored>> scored, Future<?> writing, Scoring.Current rules, Map<String, SegmentName> segments,
            Instant now) {
        var chunk = new ArrayList<Scored>(CHUNK);
        try (var cursor = sql.resultQuery(
                        """
                        select l.id, case when a.target_segment then a.segments[1] end, a.employees, p.role_level, p.title, a.prefecture,
                            coalesce(a.lifecycle = 'customer', false), coalesce(p.free_mail, false), t.kinds, t.moments, t.messages,
                            s.scored_at
                        from leads.lead l
                        join leads.score s on s.lead_id = l.id and (not {0} or s.rules <> {1})
                        left join customers.account_view a on a.id = l.account_id
                        left join customers.person_view p on p.id = l.person_id
                        join (select lead_id, array_agg(kind) as kinds, array_agg(occurred_at) as moments,
                                array_agg(message) filter (where message is not null) as messages
                            from leads.touch group by lead_id) t on t.lead_id = l.id
                        """,
                        val(outdated),
                        val(rules.version()))
                .fetchSize(CHUNK)
                .fetchLazy()) {
            for (var row : cursor) {
                var score = rules.rules().score(prospect(row, segments), touches(row), now);
                chunk.add(new Scored(row.get(0, UUID.class), score, row.get(11, OffsetDateTime.class)));
                if (chunk.size() == CHUNK) {
                    put(scored, List.copyOf(chunk), writing);
                    chunk.clear();
                }
            }
        }
        if (!chunk.isEmpty()) {
            put(scored, List.copyOf(chunk), writing);
        }
    }

    /** A writer that has failed takes nothing any more: then there is nobody to wait for. */
    private static void put(BlockingQueue<List<Scored>> queue, List<Scored> chunk, Future<?> writing) {
        try {
            boolean taken = false;
            while (!taken && !writing.isDone()) {
                taken = queue.offer(chunk, 100, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static Prospect prospect(Record row, Map<String, SegmentName> segments) {
        var level = row.get(3, String.class);
        var messages = row.get(10, String[].class);
        return new Prospect(
                row.get(1, String.class) == null ? null : segments.get(row.get(1, String.class)),
                row.get(2, Integer.class),
                level == null ? RoleLevel.UNKNOWN : RoleLevel.valueOf(level.toUpperCase(java.util.Locale.ROOT)),
                row.get(4, String.class),
                row.get(5, String.class),
                row.get(6, Boolean.class),
                row.get(7, Boolean.class),
                null,
                messages == null ? List.of() : List.of(messages));
    }

    private static List<Touch> touches(Record row) {
        var kinds = row.get(8, String[].class);
        var moments = row.get(9, OffsetDateTime[].class);
        var touches = new ArrayList<Touch>(kinds.length);
        for (int i = 0; i < kinds.length; i++) {
            touches.add(new Touch(ResponseKind.of(kinds[i]), moments[i].toInstant()));
        }
        return touches;
    }

    private long write(BlockingQueue<List<Scored>> scored, int version, Instant now, LongConsumer progress) throws InterruptedException {
        long done = 0;
        for (var chunk = scored.take(); !chunk.isEmpty(); chunk = scored.take()) {
            var rows = new Bulk<>(chunk);
            transactions.executeWithoutResult(_ -> sql.execute(
                    """
                    update leads.score s set fit = n.fit, engagement = n.engagement, grade = n.grade, reasons = n.reasons,
                        rules = {5}, scored_at = {6}
                    from unnest({0}::uuid[], {1}::int[], {2}::int[], {3}::text[], {4}::jsonb[], {7}::timestamptz[])
                        as n (id, fit, engagement, grade, reasons, before)
                    where s.lead_id = n.id and s.scored_at = n.before
                    """,
                    rows.uuids(Scored::lead),
                    rows.integers(one -> one.score().fit()),
                    rows.integers(one -> one.score().engagement()),
                    rows.texts(one -> one.score().grade()),
                    rows.texts(one -> json.writeValueAsString(one.score().reasons())),
                    val(version),
                    val(now),
                    rows.moments(one -> one.before().toInstant())));
            done += chunk.size();
            progress.accept(done);
        }
        return done;
    }
}
