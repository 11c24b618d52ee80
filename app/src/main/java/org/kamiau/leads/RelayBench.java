package org.kamiau.leads;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
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
import org.kamiau.platform.bench.Load;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * {@code ./kamiau bench relay [--leads N]}: taking leads in one by one and from a file, listing them, and
 * scoring all of them again, with N leads (1,000,000) in the database. Everything is durable and included:
 * matching, scoring, routing, clocks, audit log.
 */
@Component
class RelayBench implements Bench {

    private static final int CHUNK = 5_000;
    private static final int CONNECTIONS = 16;
    private static final Duration WINDOW = Duration.ofSeconds(15);

    private final DSLContext sql;
    private final Intake intake;
    private final Inquiries inquiries;
    private final Rescoring rescoring;
    private final RulesTrial trial;
    private final Members members;
    private final FunctionMap functions;
    private final ObjectProvider<Command> commands;
    private final Environment environment;
    private final AtomicLong number = new AtomicLong();

    RelayBench(
            DSLContext sql, Intake intake, Inquiries inquiries, Rescoring rescoring, RulesTrial trial, Members members, FunctionMap functions,
            ObjectProvider<Command> commands, Environment environment) {
        this.sql = sql;
        this.intake = intake;
        this.inquiries = inquiries;
        this.rescoring = rescoring;
        this.trial = trial;
        this.members = members;
        this.functions = functions;
        this.commands = commands;
        this.environment = environment;
    }

    @Override
    public String name() {
        return "relay";
    }

    @Override
    public void run(List<String> options, PrintStream out) throws IOException {
        int wanted = options.size() == 2 && options.getFirst().equals("--leads") ? Integer.parseInt(options.getLast()) : 1_000_000;
        people();
        long there = count();
        number.set(there * 2 + 1);
        out.printf(Locale.ROOT, "%,d leads are there, %,d are wanted%n", there, wanted);
        load(wanted - there, out);
        sql.execute("analyze");
        var token = token();
        out.println("take in, POST /api/v1/leads: " + Load.run(CONNECTIONS, WINDOW, () -> post(token)));
        lists(token, out);
        file(out);
        rescore(token, out);
    }

    private void people() {
        if (members.withMail("bench1@bench.example").isEmpty()) {
            for (int i = 1; i <= 4; i++) {
                members.add(Actor.SYSTEM, new NewMember("bench" + i + "@bench.example", "IS-" + i, "", Set.of(Role.IS), Set.of(), null, Locale.JAPANESE, null));
            }
            functions.adopt(Actor.SYSTEM, Preset.STANDARD);
        }
    }

    private String token() throws IOException {
        var printed = new ByteArrayOutputStream();
        command("token").run(List.of("--user", "bench1@bench.example"), new PrintStream(printed, true, StandardCharsets.UTF_8), System.err);
        return printed.toString(StandardCharsets.UTF_8).strip();
    }

    private Command command(String name) {
        return commands.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    private long count() {
        return sql.resultQuery("select count(*) from leads.lead").fetchSingleInto(Long.class);
    }

    private void load(long missing, PrintStream out) {
        long start = System.nanoTime();
        for (long done = 0; done < missing; done += CHUNK) {
            var chunk = new ArrayList<Inquiry>(CHUNK);
            for (int i = 0; i < CHUNK; i++) {
                chunk.add(inquiries.check(draft(number.getAndIncrement(), null)));
            }
            intake.take(chunk, Actor.SYSTEM);
            if ((done / CHUNK) % 20 == 19) {
                out.printf(Locale.ROOT, "  %,d loaded, %,.0f/s%n", done + CHUNK, (done + CHUNK) / seconds(start));
            }
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** A tenth raises its hand and fits; companies have ten people each. */
    private Inquiries.Draft draft(long n, Inquiry.@Nullable Source source) {
        var kind = n % 10 == 0 ? ResponseKind.QUOTE_REQUEST : n % 3 == 0 ? ResponseKind.WEBINAR : ResponseKind.DOWNLOAD;
        return new Inquiries.Draft(
                new IncomingText(
                        new IncomingText.PersonText("佐藤" , "和也", "サトウ", "カズヤ", "p" + n + "@k" + n / 10 + ".example", null, n % 10 == 0 ? "工事部長" : "担当", null),
                        new IncomingText.CompanyText("検証" + n / 10 + "建設株式会社", null, null, "建設業", "800", "愛知県", null, null, null, null)),
                kind, Inquiry.Via.API, null, "春の施策", "web", n % 2 == 0 ? "検索広告" : "Webサイト", n % 10 == 0 ? "見積をお願いします" : null,
                Instant.now().minus(n % 300, ChronoUnit.DAYS), source, null, false);
    }

    private HttpRequest post(String token) {
        long n = number.getAndIncrement();
        var body = """
                {"person":{"familyName":"高橋","givenName":"直樹","email":"p%d@k%d.example","title":"工事部長"},
                 "company":{"name":"検証%d建設株式会社","employees":800,"prefecture":"愛知県","industry":"建設業"},
                 "kind":"quote_request","origin":"検索広告","message":"来週、見積をいただけますか"}
                """.formatted(n, n / 10, n / 10);
        return request(token, "/api/v1/leads").header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build();
    }

    private HttpRequest.Builder request(String token, String path) {
        var port = environment.getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).header("Authorization", "Bearer " + token);
    }

    private void lists(String token, PrintStream out) {
        var owner = sql.resultQuery("select owner_id::text from leads.lead where stage = 'assigned' and owner_id is not null limit 1").fetchSingleInto(String.class);
        var filtered = "?stage=assigned&owner=" + owner + "&sort=due&limit=50";
        out.println("list, JSON, by stage and owner, due first: " + Load.run(CONNECTIONS, WINDOW, () -> request(token, "/api/v1/leads" + filtered).GET().build()));
        out.println("list, JSON, all, newest first: " + Load.run(CONNECTIONS, WINDOW, () -> request(token, "/api/v1/leads").GET().build()));
        out.println("list, JSON, all, oldest first (the last page): " + Load.run(CONNECTIONS, WINDOW, () -> request(token, "/api/v1/leads?sort=received").GET().build()));
    }

    private void file(PrintStream out) throws IOException {
        int rows = 100_000;
        var file = Files.createTempFile("kamiau-bench", ".csv");
        try {
            write(file, rows);
            double plain = copy(file);
            long start = System.nanoTime();
            command("import").run(List.of("leads", file.toString(), "--source", "bench"), new PrintStream(PrintStream.nullOutputStream()), System.err);
            double took = seconds(start);
            out.printf(
                    Locale.ROOT, "import leads: %,d rows in %.1f s, %,.0f/s; a plain COPY of the file takes %.2f s: 1/%.0f of its rate%n",
                    rows, took, rows / took, plain, took / plain);
        } finally {
            Files.delete(file);
        }
    }

    private void write(Path file, int rows) throws IOException {
        try (var csv = Files.newBufferedWriter(file)) {
            csv.write("外部ID,会社名,業種,従業員数,都道府県,姓,名,メールアドレス,役職,反応,流入元,日付\n");
            for (int i = 0; i < rows; i++) {
                long n = number.getAndIncrement();
                csv.write("b%d,検証%d建設株式会社,建設業,800,愛知県,伊藤,誠,p%d@k%d.example,工事部長,%s,検索広告,2026-06-01%n"
                        .formatted(n, n / 10, n, n / 10, n % 10 == 0 ? "quote_request" : "download"));
            }
        }
    }

    /** What PostgreSQL alone needs for the same bytes, without an index or a thought. */
    private double copy(Path file) {
        long start = System.nanoTime();
        sql.connection(connection -> {
            try (var reader = Files.newBufferedReader(file)) {
                var copy = connection.unwrap(org.postgresql.PGConnection.class).getCopyAPI();
                connection.createStatement().execute("create temporary table plain_copy (a text, b text, c text, d text, e text, f text, g text, h text, i text, j text, k text, l text)");
                copy.copyIn("copy plain_copy from stdin (format csv, header)", reader);
                connection.createStatement().execute("drop table plain_copy");
            }
        });
        return seconds(start);
    }

    private void rescore(String token, PrintStream out) {
        long all = count();
        trial(out);
        long start = System.nanoTime();
        rescoring.all(_ -> {});
        out.printf(Locale.ROOT, "score all again: %,d in %.1f s%n", all, seconds(start));
        var alone = Load.run(CONNECTIONS, Duration.ofSeconds(5), () -> post(token));
        var running = CompletableFuture.runAsync(() -> rescoring.all(_ -> {}));
        var beside = Load.run(CONNECTIONS, Duration.ofSeconds(8), () -> post(token));
        running.join();
        out.printf(Locale.ROOT, "take in meanwhile: %,.0f/s beside it, %,.0f/s alone: %.2f%n", beside.perSecond(), alone.perSecond(), beside.perSecond() / alone.perSecond());
    }

    /** What a head waits for who tries other rules on real leads. */
    private void trial(PrintStream out) {
        var rules = ScoreRules.DEFAULT;
        var stricter = new ScoreRules(
                rules.segment(), rules.size(), rules.role(), rules.region(), rules.prefectures(), rules.customer(), rules.trigger(),
                rules.triggers(), rules.freeMail(), rules.interest(), rules.mqlFit(), rules.mqlEngagement(), 55, rules.students(), rules.competitorDomains());
        var nobody = new MemberId(new UUID(0, 0));
        var draft = new RulesDraft.Terms(new RulesDraft.Id(new UUID(0, 0)), 0, 1, stricter, null, nobody, Instant.now(), nobody, Instant.now());
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            var outcome = trial.run(draft, 20);
            out.printf(
                    Locale.ROOT, "try other rules: %,d leads of %,d judged in %.2f s%n", outcome.sample().read(), outcome.sample().there(),
                    seconds(start));
        }
    }
}
