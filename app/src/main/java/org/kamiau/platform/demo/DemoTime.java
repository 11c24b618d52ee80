package org.kamiau.platform.demo;

import static db.platform.Tables.DEMO_TIME;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jooq.DSLContext;
import org.kamiau.platform.ApplicationClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The clock of a demonstration: kept, so that it goes on where it was, and moved on by jumps. */
@Component
public class DemoTime {

    private static final Logger LOG = LoggerFactory.getLogger(DemoTime.class);
    private final DSLContext sql;
    private final ApplicationClock clock;
    private final ObjectProvider<DueMoments> due;
    private final ObjectProvider<BusinessTimeAhead> ahead;
    private final ReentrantLock jumping = new ReentrantLock();

    DemoTime(DSLContext sql, ApplicationClock clock, ObjectProvider<DueMoments> due, ObjectProvider<BusinessTimeAhead> ahead) {
        this.sql = sql;
        this.clock = clock;
        this.due = due;
        this.ahead = ahead;
    }

    /** Where the story of this installation stands; empty when it is for real use. */
    Optional<Instant> kept() {
        return sql.select(DEMO_TIME.NOW).from(DEMO_TIME).fetchOptional(DEMO_TIME.NOW);
    }

    void keep() {
        keep(clock.instant());
    }

    void keep(Instant now) {
        sql.insertInto(DEMO_TIME)
                .set(DEMO_TIME.NOW, now)
                .onConflict(DEMO_TIME.ONE)
                .doUpdate()
                .set(DEMO_TIME.NOW, now)
                .execute();
    }

    void resume(Instant now) {
        clock.set(now);
    }

    /** Moves the clock on, through every moment on the way at which something falls due, in their order. */
    void jump(Jump jump) {
        jumping.lock();
        try {
            var target = jump.from(clock.instant(), ahead.getObject());
            passThrough(target);
            clock.set(target);
            keep(target);
        } finally {
            jumping.unlock();
        }
    }

    private void passThrough(Instant target) {
        var waiting = new ArrayList<>(due.orderedStream().toList());
        while (true) {
            var next = earliest(waiting, target);
            if (next.isEmpty()) {
                return;
            }
            var now = next.get().isAfter(clock.instant()) ? next.get() : clock.instant();
            clock.set(now);
            var reached = waiting.stream().filter(each -> each.next(now).isPresent()).toList();
            reached.forEach(each -> each.fire(now));
            reached.stream().filter(each -> each.next(now).isPresent()).forEach(stuck -> {
                LOG.warn("{} still waits for {} after it was told; the ordinary sweep tries it again", stuck, now);
                waiting.remove(stuck);
            });
        }
    }

    private static Optional<Instant> earliest(List<DueMoments> waiting, Instant target) {
        return waiting.stream().flatMap(each -> each.next(target).stream()).min(Instant::compareTo);
    }
}
