package org.kamiau.leads;

import static org.jooq.impl.DSL.val;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jooq.DSLContext;
import org.kamiau.customers.IncomingText;
import org.kamiau.people.FunctionMap;
import org.kamiau.people.Members;
import org.kamiau.people.NewMember;
import org.kamiau.people.Preset;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Command;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Role;
import org.kamiau.platform.bench.Bench;
import org.kamiau.platform.bench.Doors;
import org.kamiau.platform.bench.Load;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * {@code ./kamiau bench funnel [--leads N]}: the funnel along each dimension over two years and Today's pages, with N
 * leads (1,000,000) and five times as many responses; and whether every figure is exact. Some of the leads are taken in as
 * usual, with customers, hand-overs and clocks; the others are copied from them in SQL.
 */
@Component
class FunnelBench implements Bench {

    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
    private static final int CHUNK = 5_000;
    private static final int MOST_REAL = 20_000;
    private static final int CONNECTIONS = 4;
    private static final Duration WINDOW = Duration.ofSeconds(8);
    private static final List<String> DIMENSIONS = List.of("month", "origin", "segment", "target", "product", "owner");

    private final DSLContext sql;
    private final Intake intake;
    private final Inquiries inquiries;
    private final FunnelCounts counts;
    private final Members members;
    private final FunctionMap functions;
    private final Doors doors;
    private final ObjectProvider<Command> commands;
    private final Environment environment;

    FunnelBench(
            DSLContext sql, Intake intake, Inquiries inquiries, FunnelCounts counts, Members members, FunctionMap functions,
            Doors doors, ObjectProvider<Command> commands, Environment environment) {
        this.sql = sql;
        this.intake = intake;
        this.inquiries = inquiries;
        this.counts = counts;
        this.members = members;
        this.functions = functions;
        this.doors = doors;
        this.commands = commands;
        this.environment = environment;
    }

    @Override
    public String name() {
        return "funnel";
    }

    @Override
    public void run(List<String> options, PrintStream out) throws IOException {
        int wanted = options.size() == 2 && options.getFirst().equals("--leads") ? Integer.parseInt(options.getLast()) : 1_000_000;
        people();
        if (count("leads.lead") < wanted) {
            load(wanted, out);
        }
        out.printf(Locale.ROOT, "%,d leads, %,d responses, %,d hand-overs%n", count("leads.lead"), count("leads.touch"), count("handoffs.handoff_view"));
        funnel(out);
        exact(out);
        today(out);
    }

    private long count(String table) {
        return sql.resultQuery("select count(*) from " + table).fetchSingleInto(Long.class);
    }

    private void people() {
        if (members.withMail("funnel-is1@bench.example").isPresent()) {
            return;
        }
        for (int i = 1; i <= 40; i++) {
            member("funnel-is" + i, Role.IS);
        }
        for (int i = 1; i <= 10; i++) {
            member("funnel-fs" + i, Role.FS);
        }
        member("funnel-mkt", Role.MKT);
        member("funnel-head", Role.SALES_HEAD);
        member("funnel-mkt-head", Role.MKT_HEAD);
        functions.adopt(Actor.SYSTEM, Preset.STANDARD);
    }

    private void member(String name, Role role) {
        members.add(Actor.SYSTEM, new NewMember(name + "@bench.example", name, "", Set.of(role), Set.of(), null, Locale.JAPANESE, null));
    }

    private MemberId id(String name) {
        return members.withMail(name + "@bench.example").orElseThrow().id();
    }

    private void load(int wanted, PrintStream out) {
        long start = System.nanoTime();
        int real = Math.clamp(wanted / 10, CHUNK, MOST_REAL);
        for (int done = 0; done < real; done += CHUNK) {
            var chunk = new ArrayList<Inquiry>(CHUNK);
            for (int i = 0; i < CHUNK; i++) {
                chunk.add(inquiries.check(draft(done + i)));
            }
            intake.take(chunk, Actor.SYSTEM);
        }
        out.printf(Locale.ROOT, "%,d leads taken in as usual: %.1f s%n", real, seconds(start));
        start = System.nanoTime();
        copy(wanted, real);
        out.printf(Locale.ROOT, "%,d more copied: %.1f s%n", wanted - real, seconds(start));
        start = System.nanoTime();
        counts.rebuild();
        out.printf(Locale.ROOT, "counted anew: %.1f s%n", seconds(start));
        sql.execute("vacuum analyze");
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** A tenth raises its hand; companies have ten people each; over two years. */
    private Inquiries.Draft draft(int n) {
        var kind = n % 10 == 0 ? ResponseKind.QUOTE_REQUEST : n % 3 == 0 ? ResponseKind.WEBINAR : ResponseKind.DOWNLOAD;
        return new Inquiries.Draft(
                new IncomingText(
                        new IncomingText.PersonText("佐藤", "和也", null, null, "f" + n + "@f" + n / 10 + ".example", null, n % 10 == 0 ? "工事部長" : "担当", null),
                        new IncomingText.CompanyText("検証" + n / 10 + "工務店株式会社", null, null, "建設業", "800", "愛知県", null, null, null, null)),
                kind, Inquiry.Via.API, null, null, "web", "流入元" + n % 12, null,
                java.time.Instant.now().minus(n * 7919L % 730, ChronoUnit.DAYS), null, null, false);
    }

    /**
     * Past the triggers, in the shape of two years' work: a quarter became MQLs, most of those were accepted, a third of them
     * became SQLs; whoever waits is of the leads that were taken in.
     */
    private void copy(int wanted, int real) {
        sql.transaction(transaction -> {
            // No triggers and no foreign keys: the rows are known to fit.
            transaction.dsl().execute("set local session_replication_role = replica");
            copy(transaction.dsl(), wanted, real);
        });
    }

    private static void copy(DSLContext sql, int wanted, int real) {
        sql.execute(
                """
                insert into leads.lead (id, stage, account_id, kind, via, origin, segment, target, occurred_at, created_at, last_touch_at,
                    contact_missing, owner_id, receiver_id, qualified_at, assigned_at, accepted_at, returned_at, sql_at, first_attempt_at,
                    first_attempt_minutes, closed_reason, closed_at)
                select uuidv7(), case when not m then 'received' when q % 9 = 0 then 'nurture' when a and q % 3 = 0 then 'sql'
                        when q % 5 = 0 then 'disqualified' else 'nurture' end,
                    s.account_id, s.kind, 'api', '流入元' || n % 12, (array['中堅', '工場', '倉庫', null])[1 + n % 4], n % 4 < 2, at, at, at, false,
                    r, r, case when m then at + interval '2 hours' end, case when m then at + interval '2 hours' end,
                    case when a then at + interval '5 hours' end, case when m and not a then at + interval '1 day' end,
                    case when a and q % 3 = 0 then at + (4 + q % 25) * interval '1 day' end,
                    case when a then at + interval '5 hours' end, case when a then (q * 37) % 900 end,
                    case when m and q % 9 <> 0 and not (a and q % 3 = 0) and q % 5 = 0 then 'no_need' end, null
                from (
                    select n, n / 4 as q, n % 4 = 0 as m, n % 4 = 0 and n % 32 <> 0 as a,
                        now() - (n::bigint * 48271 % 63072000) * interval '1 second' as at,
                        case when n % 4 = 0 then members.ids[1 + (n / 4) % cardinality(members.ids)] end as r
                    from generate_series(1, {0}) as n, (select array_agg(id) as ids from people.member_view where 'is' = any(roles)) as members) as g
                join (select account_id, kind, row_number() over () as row from leads.lead limit {1}) as s on s.row = 1 + n % {1}
                """,
                val(wanted - real), val(real));
        sql.execute(
                """
                insert into leads.score (lead_id, fit, engagement, grade, reasons, rules, scored_at)
                select id, 50, 50, 'B2', '[]', 0, now() from leads.lead l where not exists (select 1 from leads.score where lead_id = l.id)
                """);
        sql.execute(
                """
                insert into leads.touch (id, lead_id, kind, occurred_at, created_at, via, origin)
                select uuidv7(), l.id, l.kind, l.occurred_at - g.n * interval '9 days', l.created_at, 'api', '流入元' || (g.n * 5) % 12
                from leads.lead l cross join generate_series(0, 4) as g (n)
                where g.n > 0 or not exists (select 1 from leads.touch t where t.lead_id = l.id)
                """);
        sql.execute(
                """
                insert into handoffs.handoff (id, boundary, about_kind, about_id, from_function, to_function, to_member, packet, offered_at,
                    due_at, state, answered_at, late, reason, advice, answered_by)
                select uuidv7(), 'mkt_is', 'lead', l.id, 'marketing', 'inside_sales', l.receiver_id, jsonb_build_object(), l.assigned_at,
                    l.assigned_at + interval '4 hours', case when l.accepted_at is null then 'returned' else 'accepted' end,
                    coalesce(l.accepted_at, l.returned_at), l.accepted_at is null,
                    case when l.accepted_at is null then 'incomplete' end, case when l.accepted_at is null then '電話番号があると動けます。' end, l.receiver_id
                from leads.lead l where l.assigned_at is not null and l.handoff_id is null
                """);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + path));
    }

    private void funnel(PrintStream out) throws IOException {
        var printed = new ByteArrayOutputStream();
        commands.stream().filter(one -> one.name().equals("token")).findFirst().orElseThrow()
                .run(List.of("--user", "funnel-head@bench.example"), new PrintStream(printed, true, StandardCharsets.UTF_8), System.err);
        var token = "Bearer " + printed.toString(StandardCharsets.UTF_8).strip();
        var to = LocalDate.now(ZONE);
        var period = "?from=" + to.minusYears(2).plusDays(1) + "&to=" + to;
        Load.run(CONNECTIONS, Duration.ofSeconds(4), () -> request("/api/v1/funnel" + period).header("Authorization", token).GET().build());
        for (var by : DIMENSIONS) {
            out.println("funnel by " + by + ", two years: " + Load.run(CONNECTIONS, WINDOW, () ->
                    request("/api/v1/funnel" + period + "&by=" + by).header("Authorization", token).GET().build()));
        }
        out.println("decomposition by owner: " + Load.run(CONNECTIONS, WINDOW, () -> request(
                "/api/v1/decomposition?by=owner").header("Authorization", token).GET().build()));
    }

    /** The counts against the records, by questions that share nothing with how they are kept. */
    private void exact(PrintStream out) {
        long start = System.nanoTime();
        var records = sql.resultQuery(
                        """
                        select format('%s %s %s %s %s', origin, month, count(*),
                            count(*) filter (where extract(epoch from accepted_at - qualified_at) <= 21 * 86400),
                            count(*) filter (where extract(epoch from sql_at - qualified_at) <= 21 * 86400))
                        from leads.lead cross join lateral (select date_trunc('month', qualified_at at time zone 'Asia/Tokyo')::date as month) m
                        where qualified_at is not null group by origin, month order by 1
                        """)
                .fetch(0, String.class);
        var kept = sql.resultQuery(
                        """
                        select format('%s %s %s %s %s', key, day, sum(mqls), sum(sals), sum(sqls)) from leads.funnel_view
                        where dimension = 'origin' and grain = 'month' group by key, day having sum(mqls) > 0 order by 1
                        """)
                .fetch(0, String.class);
        long responses = sql.resultQuery("select sum(inquiries) from leads.funnel_view where dimension = 'owner' and grain = 'day'").fetchSingleInto(Long.class);
        boolean same = records.equals(kept) && responses == count("leads.touch");
        out.printf(Locale.ROOT, "exact: %s (%,d figures; counting the records takes %.1f s)%n", same ? "yes" : "NO", kept.size() * 3, seconds(start));
    }

    private void today(PrintStream out) {
        var readers = List.of("funnel-is1", "funnel-fs1", "funnel-mkt", "funnel-head", "funnel-mkt-head");
        // All of them once before the first is measured: who comes first would pay for compiling the pages.
        readers.forEach(name -> today(name, Duration.ofSeconds(4)));
        readers.forEach(name -> out.println("Today as " + name + ": " + today(name, WINDOW)));
        var head = doors.cookie(id("funnel-head"));
        out.println("the page of the funnel: " + Load.run(CONNECTIONS, WINDOW, () -> request("/funnel").header("Cookie", head).GET().build()));
    }

    private Load.Figures today(String name, Duration window) {
        var cookie = doors.cookie(id(name));
        return Load.run(CONNECTIONS, window, () -> request("/").header("Cookie", cookie).GET().build());
    }
}
