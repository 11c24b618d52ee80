package org.kamiau.leads;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.kamiau.customers.IncomingText;
import org.kamiau.handoffs.Handoffs;
import org.kamiau.people.FunctionMap;
import org.kamiau.people.Members;
import org.kamiau.people.NewMember;
import org.kamiau.people.Preset;
import org.kamiau.platform.Actor;
import org.kamiau.platform.ApplicationClock;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.Role;
import org.kamiau.platform.bench.Bench;
import org.kamiau.platform.bench.Node;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * {@code ./kamiau bench clocks [--clocks N]}: N clocks (100,000) of real hand-overs come to a mark at once, a third to
 * each mark and a thousandth to where silence accepts. Two nodes tell them, and one is killed after a third.
 */
@Component
class ClockBench implements Bench {

    private static final int CHUNK = 5_000;
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Role[] PEOPLE = {
        Role.IS, Role.IS, Role.IS, Role.IS, Role.FS, Role.FS, Role.IS_LEAD, Role.FS_MGR, Role.SALES_HEAD, Role.MKT_HEAD
    };

    private final ClockBenchRows rows;
    private final Intake intake;
    private final Inquiries inquiries;
    private final Handoffs handoffs;
    private final Qualifications qualifications;
    private final Members members;
    private final FunctionMap functions;
    private final ApplicationClock clock;
    private final Environment environment;

    ClockBench(
            ClockBenchRows rows, Intake intake, Inquiries inquiries, Handoffs handoffs, Qualifications qualifications, Members members,
            FunctionMap functions, ApplicationClock clock, Environment environment) {
        this.rows = rows;
        this.intake = intake;
        this.inquiries = inquiries;
        this.handoffs = handoffs;
        this.qualifications = qualifications;
        this.members = members;
        this.functions = functions;
        this.clock = clock;
        this.environment = environment;
    }

    @Override
    public String name() {
        return "clocks";
    }

    @Override
    public String group() {
        return "funnel";
    }

    @Override
    public void run(List<String> options, PrintStream out) throws IOException {
        int named = options.indexOf("--clocks");
        int wanted = named < 0 ? 100_000 : Integer.parseInt(options.get(named + 1));
        if (rows.strangers() > 0) {
            out.println("clocks: this database has members of its own; the benchmark would move their clocks, and is left out.");
            return;
        }
        people();
        out.printf(Locale.ROOT, "%,d clocks run, %,d are wanted%n", rows.running(), wanted);
        load(wanted);
        propose(wanted / 1_000 - rows.proposed());
        rows.park(wanted);
        var folder = Files.createTempDirectory("kamiau-bench");
        try (var first = Node.start(environment, folder.resolve("first"));
                var second = Node.start(environment, folder.resolve("second"))) {
            first.ready();
            second.ready();
            measure(wanted, first, second, out);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private void people() {
        if (members.withMail("clock1@bench.example").isEmpty()) {
            IntStream.rangeClosed(1, PEOPLE.length).forEach(n -> members.add(
                    Actor.SYSTEM, NewMember.of("clock" + n + "@bench.example", PEOPLE[n - 1].code() + "-" + n, PEOPLE[n - 1])));
            functions.adopt(Actor.SYSTEM, Preset.STANDARD);
        }
    }

    private void load(int wanted) {
        long number = System.currentTimeMillis() * 1_000;
        int missing = wanted - rows.running();
        for (int done = 0; done < missing; done += CHUNK) {
            var chunk = new ArrayList<Inquiry>();
            for (int i = done; i < Math.min(done + CHUNK, missing); i++) {
                chunk.add(inquiries.check(draft(number++)));
            }
            intake.take(chunk, Actor.SYSTEM);
        }
    }

    private static Inquiries.Draft draft(long n) {
        return new Inquiries.Draft(
                new IncomingText(
                        new IncomingText.PersonText("森本", "誠", null, null, "c" + n + "@u" + n / 10 + ".example", null, "工事部長", null),
                        new IncomingText.CompanyText("検証" + n / 10 + "工業株式会社", null, null, "建設業", "800", "愛知県", null, null, null, null)),
                ResponseKind.QUOTE_REQUEST, Inquiry.Via.API, null, null, "web", "検索広告", "見積をお願いします", Instant.now(), null, null, true);
    }

    /** Accepts some and proposes them to field sales. */
    private void propose(int missing) {
        var heard = new Qualification(List.of("墜落事故を減らしたい"), Instant.now().plus(7, ChronoUnit.DAYS), Map.of(), null);
        for (var offer : rows.offered(Math.max(0, missing))) {
            var receiver = actor(offer.to());
            handoffs.accept(offer.handoff(), receiver);
            qualifications.qualify(offer.lead(), heard, receiver);
        }
    }

    private Actor actor(MemberId id) {
        var member = members.get(id);
        return new Actor(id, member.name(), member.mail(), member.roles(), member.functions(), Locale.JAPANESE, "auto", null);
    }

    /** This process only watches: in its time nothing is due yet. */
    private void measure(int wanted, Node first, Node second, PrintStream out) {
        clock.set(Instant.now().minus(1_000, ChronoUnit.DAYS));
        var before = first.cpu().plus(second.cpu());
        rows.fallDue();
        long start = System.nanoTime();
        long left = wanted;
        while (left > wanted * 2L / 3 && first.runs(LOOK) && second.runs(Duration.ZERO)) {
            left = rows.due();
        }
        var used = first.cpu();
        first.kill();
        out.printf(Locale.ROOT, "one of two nodes is killed after %.1f s, with %,d marks to go%n", seconds(start), left);
        while (left > 0 && second.runs(LOOK)) {
            left = rows.due();
        }
        double took = seconds(start);
        var cpu = used.plus(second.cpu()).minus(before);
        clock.set(Instant.now());
        out.printf(
                Locale.ROOT, "%,d due clocks: none left after %.1f s, %,.0f/s; the nodes used %.1f s of processor time for it%n",
                wanted - left, took, (wanted - left) / took, cpu.toMillis() / 1e3);
        var letters = rows.letters(readers());
        out.printf(
                Locale.ROOT, "notices: %,d expected, %,d written; %,d missing, %,d more than once, %,d that nobody should get%n",
                letters.expected(), letters.written(), letters.missing(), letters.twice(), letters.wrong());
        if (left > 0 || letters.missing() + letters.twice() + letters.wrong() > 0) {
            throw new IllegalStateException("not every mark was told once");
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** Whom each mark concerns besides the holder, as the product promises it: said here once more, to be compared. */
    private List<ClockBenchRows.Reader> readers() {
        var readers = new ArrayList<ClockBenchRows.Reader>();
        for (var member : members.active()) {
            if (member.is(Role.IS_LEAD)) {
                readers.add(new ClockBenchRows.Reader("answer", 100, member.id()));
            }
            if (member.is(Role.FS_MGR)) {
                readers.add(new ClockBenchRows.Reader("confirmation", 100, member.id()));
            }
            if (member.is(Role.IS_LEAD, Role.SALES_HEAD, Role.MKT_HEAD)) {
                readers.add(new ClockBenchRows.Reader("answer", 200, member.id()));
            }
        }
        return readers;
    }
}
