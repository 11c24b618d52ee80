package org.kamiau.leads;

import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;
import org.jooq.DSLContext;
import org.jooq.Record;
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

    private record Scored(UUID lead, Score score) {}

    private final DSLContext sql;
    private final TransactionTemplate transactions;
    private final Scoring scoring;
    private final Customers customers;
    private final InstantSource clock;
    private final JsonMapper json;

    Rescoring(
            DSLContext sql, TransactionTemplate transactions, Scoring scoring, Customers customers, InstantSource clock, JsonMapper json) {
        this.customers = customers;
        this.sql = sql;
        this.transactions = transactions;
        this.scoring = scoring;
        this.clock = clock;
        this.json = json;
    }

    /**
     * Scores all leads with the rules in force.
     *
     * @param progress told how many are done
     * @return how many were scored
     */
    public long all(LongConsumer progress) {
        BlockingQueue<List<Scored>> written = new ArrayBlockingQueue<>(3);
        var rules = scoring.current();
        var now = clock.instant();
        try (var writer = Executors.newSingleThreadExecutor()) {
            var writing = writer.submit(() -> write(written, rules.version(), now, progress));
            try {
                transactions.executeWithoutResult(_ -> read(written, rules.rules(), customers.segmentNames(), now));
            } finally {
                put(written, List.of());
            }
            return writing.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (java.util.concurrent.ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    private void read(BlockingQueue<List<Scored>> scored, ScoreRules rules, Map<String, SegmentName> segments, Instant now) {
        var chunk = new ArrayList<Scored>(CHUNK);
        try (var cursor = sql.resultQuery(
                        """
                        select l.id, case when a.target_segment then a.segments[1] end, a.employees, p.role_level, p.title, a.prefecture,
                            coalesce(a.lifecycle = 'customer', false), coalesce(p.free_mail, false), t.kinds, t.moments, t.messages
                        from leads.lead l
                        left join customers.account_view a on a.id = l.account_id
                        left join customers.person_view p on p.id = l.person_id
                        join (select lead_id, array_agg(kind) as kinds, array_agg(occurred_at) as moments,
                                array_agg(message) filter (where message is not null) as messages
                            from leads.touch group by lead_id) t on t.lead_id = l.id
                        """)
                .fetchSize(CHUNK)
                .fetchLazy()) {
            for (var row : cursor) {
                chunk.add(new Scored(row.get(0, UUID.class), rules.score(prospect(row, segments), touches(row), now)));
                if (chunk.size() == CHUNK) {
                    put(scored, List.copyOf(chunk));
                    chunk.clear();
                }
            }
        }
        if (!chunk.isEmpty()) {
            put(scored, List.copyOf(chunk));
        }
    }

    private static void put(BlockingQueue<List<Scored>> queue, List<Scored> chunk) {
        try {
            queue.put(chunk);
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
                    from unnest({0}::uuid[], {1}::int[], {2}::int[], {3}::text[], {4}::jsonb[]) as n (id, fit, engagement, grade, reasons)
                    where s.lead_id = n.id
                    """,
                    rows.uuids(Scored::lead),
                    rows.integers(one -> one.score().fit()),
                    rows.integers(one -> one.score().engagement()),
                    rows.texts(one -> one.score().grade()),
                    rows.texts(one -> json.writeValueAsString(one.score().reasons())),
                    val(version),
                    val(now)));
            done += chunk.size();
            progress.accept(done);
        }
        return done;
    }
}
