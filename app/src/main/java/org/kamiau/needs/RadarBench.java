package org.kamiau.needs;

import static org.jooq.impl.DSL.val;

import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.kamiau.people.Members;
import org.kamiau.people.NewMember;
import org.kamiau.platform.Actor;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Role;
import org.kamiau.platform.bench.Bench;
import org.kamiau.platform.bench.Doors;
import org.kamiau.platform.bench.Load;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@code ./kamiau bench radar [--voices N] [--seeds N]}, also part of {@code bench needs}: how often the radar errs, how
 * long it looks at N voices (1,000,000) of 500 needs, and how fast their pages are.
 */
@Component
class RadarBench implements Bench {

    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
    private static final String MAIL = "radar-head@bench.example";
    private static final int CONNECTIONS = 4;
    private static final Duration WINDOW = Duration.ofSeconds(8);

    private final DSLContext sql;
    private final Radar radar;
    private final MentionRows mentions;
    private final TransactionTemplate transaction;
    private final Members members;
    private final Doors doors;
    private final Environment environment;

    RadarBench(
            DSLContext sql, Radar radar, MentionRows mentions, TransactionTemplate transaction, Members members, Doors doors, Environment environment) {
        this.sql = sql;
        this.radar = radar;
        this.mentions = mentions;
        this.transaction = transaction;
        this.members = members;
        this.doors = doors;
        this.environment = environment;
    }

    @Override
    public String name() {
        return "radar";
    }

    @Override
    public String group() {
        return "needs";
    }

    @Override
    public void run(List<String> options, PrintStream out) {
        int seeds = option(options, "--seeds", 200);
        out.println(new RadarTrial(8, seeds).run());
        out.println(new RadarTrial(1.2, seeds).run());
        var monday = LocalDate.of(2026, 11, 23);
        load(option(options, "--voices", 1_000_000), monday, out);
        looks(monday, out);
        pages(out);
    }

    private static int option(List<String> options, String name, int otherwise) {
        int at = options.indexOf(name);
        return at < 0 || at + 1 == options.size() ? otherwise : Integer.parseInt(options.get(at + 1));
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    /** Two years of voices that carry a need each; a tenth of the needs is answered, so that every account has an index. */
    private void load(int voices, LocalDate monday, PrintStream out) {
        if (sql.resultQuery("select count(*) from needs.voice where source = 'bench'").fetchSingleInto(Integer.class) < voices) {
            transaction.executeWithoutResult(_ -> copy(voices, monday));
            sql.execute("vacuum analyze");
        }
        double took = seconds(() -> transaction.executeWithoutResult(_ -> mentions.recount()));
        out.printf(Locale.ROOT, "%,d voices, 500 needs: mentions counted from all voices and mappings, and kept: %.2f s%n", voices, took);
        sql.execute("vacuum analyze needs.mention");
    }

    /** No triggers and no foreign keys: the rows are known to fit, and counting the mentions is measured by itself. */
    private void copy(int voices, LocalDate monday) {
        sql.execute("set local session_replication_role = replica");
        sql.execute(
                """
                insert into customers.account (id, name, name_key, sort_key, created_at, updated_at, segments)
                select md5('a' || n)::uuid, '検証' || n, 'bench' || n, 'bench' || n, now(), now(), array['bench' || n % 5]
                from generate_series(1, 5000) as n on conflict do nothing
                """);
        sql.execute(
                """
                insert into needs.need (id, code, title_ja, title_en, kind, state, state_since, created_at)
                select md5('n' || n)::uuid, 'bench-' || n, '検証' || n, 'Bench ' || n, 'job', case when n % 10 = 0 then 'answered' else 'raw' end,
                    timestamptz '2025-06-01', timestamptz '2024-11-01'
                from generate_series(1, 500) as n on conflict do nothing
                """);
        sql.query(
                        """
                        insert into needs.voice (id, account_id, raw, channel, heard_at, recorded_at, source)
                        select md5('v' || n)::uuid, md5('a' || 1 + (n * 7919::bigint) % 5000)::uuid, '記録を出したい ' || n, 'meeting',
                            {1}::timestamptz - ((n * 104729::bigint) % 729) * interval '1 day' - interval '6 hours', {1}, 'bench'
                        from generate_series(1, {0}) as n on conflict do nothing
                        """,
                        val(voices), val(monday.atStartOfDay(ZONE).toInstant()))
                .execute();
        sql.query(
                        """
                        insert into needs.mapping (voice_id, need_id, state, confidence, proposed_by)
                        select md5('v' || n)::uuid, md5('n' || 1 + (n * 15485863::bigint / 7) % 500)::uuid, 'proposed', 0.9, 'phrases'
                        from generate_series(1, {0}) as n on conflict do nothing
                        """,
                        val(voices))
                .execute();
    }

    /** What it finds is taken back, so that the next run finds the same. */
    private void looks(LocalDate monday, PrintStream out) {
        transaction.executeWithoutResult(status -> {
            sql.execute("delete from needs.change_lead");
            var now = monday.atTime(6, 0).atZone(ZONE).toInstant();
            double scratch = seconds(() -> {
                radar.night(monday, now);
                radar.batch(monday, now);
            });
            out.printf(Locale.ROOT, "the radar from scratch (mentions checked, all indices, signs, bursts, spread): %.2f s%n", scratch);
            double day = seconds(() -> radar.night(monday.plusDays(1), monday.plusDays(1).atTime(2, 0).atZone(ZONE).toInstant()));
            out.printf(Locale.ROOT, "one new day: %.2f s%n", day);
            status.setRollbackOnly();
        });
    }

    private void pages(PrintStream out) {
        var cookie = doors.cookie(head());
        var needs = sql.resultQuery("select id from needs.need where code like 'bench-%' order by code limit 100").fetchInto(UUID.class);
        var next = new AtomicInteger();
        var address = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + "/needs/";
        Supplier<HttpRequest> page = () -> HttpRequest.newBuilder(URI.create(address + needs.get(next.getAndIncrement() % needs.size())))
                .header("Cookie", cookie)
                .GET()
                .build();
        // What comes first would pay for compiling the page.
        Load.run(CONNECTIONS, WINDOW, page);
        out.println("a need's page: " + Load.run(CONNECTIONS, WINDOW, page));
    }

    private MemberId head() {
        return members.withMail(MAIL).map(known -> known.id()).orElseGet(() -> members.add(
                Actor.SYSTEM, new NewMember(MAIL, "radar-head", "", Set.of(Role.MKT_HEAD), Set.of(), null, Locale.JAPANESE, null)));
    }
}
