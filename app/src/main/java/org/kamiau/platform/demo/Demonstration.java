package org.kamiau.platform.demo;

import static db.platform.Tables.AUDIT_ENTRY;

import java.util.Comparator;
import java.util.Locale;
import org.jooq.DSLContext;
import org.kamiau.platform.ApplicationClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells the story into an empty installation, once, before the first request; sets and keeps its clock. */
@Component
class Demonstration implements SmartLifecycle {

    private final DemoTime time;
    private final ApplicationClock clock;
    private final ObjectProvider<DemoChapter> chapters;
    private final TransactionTemplate transaction;
    private final DSLContext sql;
    private final boolean demo;
    private final boolean serving;
    private volatile boolean running;

    Demonstration(
            DemoTime time, ApplicationClock clock, ObjectProvider<DemoChapter> chapters, TransactionTemplate transaction, DSLContext sql,
            @Value("${kamiau.demo:false}") boolean demo, @Value("${kamiau.serving:false}") boolean serving) {
        this.time = time;
        this.clock = clock;
        this.chapters = chapters;
        this.transaction = transaction;
        this.sql = sql;
        this.demo = demo;
        this.serving = serving;
    }

    /** Before the web server takes requests. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        running = true;
        var kept = time.kept();
        if (demo && serving && kept.isEmpty()) {
            tell();
        } else if (demo || !serving) {
            // A command on a demonstration (import, say) lives in its time too.
            kept.ifPresent(time::resume);
        }
    }

    /** All chapters in one transaction: a story told by half is not told. */
    void tell() {
        if (sql.fetchExists(AUDIT_ENTRY)) {
            throw new IllegalStateException(
                    "This installation is in real use; the demonstration needs a data folder of its own (--data).");
        }
        long start = System.nanoTime();
        time.resume(Story.MORNING);
        transaction.executeWithoutResult(_ -> {
            var story = new Story(clock);
            chapters.stream().sorted(Comparator.comparingInt(DemoChapter::order)).forEach(chapter -> tell(chapter, story));
            time.keep(Story.MORNING);
        });
        sql.execute("analyze");
        say("The demonstration company is ready", start);
        time.resume(Story.MORNING);
    }

    private static void tell(DemoChapter chapter, Story story) {
        long start = System.nanoTime();
        chapter.tell(story);
        say("  " + chapter.title(), start);
    }

    private static void say(String what, long since) {
        System.out.println(String.format(Locale.ROOT, "%s (%.1f s)", what, (System.nanoTime() - since) / 1e9));
    }

    @Override
    public void stop() {
        running = false;
        if (demo && serving) {
            time.keep();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
