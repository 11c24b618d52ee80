package org.kamiau.calendar;

import db.calendar.tables.records.ClockRecord;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells of every mark that running clocks reach, once and in the order of the marks. A mark and all that its
 * listeners do are one transaction: what did not commit is told again, what did never is.
 */
@Component
public class ClockSweep {
    private static final Logger LOG = LoggerFactory.getLogger(ClockSweep.class);
    private static final int BATCH = 20;

    private record Waiting(Instant at, UUID id, Mark mark) {}

    private final ClockRows rows;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    ClockSweep(ClockRows rows, ApplicationEventPublisher events, TransactionTemplate transaction) {
        this.rows = rows;
        this.events = events;
        this.transaction = transaction;
    }

    /** The earliest mark that waits up to this moment. */
    public Optional<Instant> next(Instant until) {
        return rows.next(until);
    }

    /**
     * Tells of all marks up to this moment, in small transactions. A mark whose listener fails is left for the
     * next sweep and holds up nothing else.
     *
     * @return how many marks were told
     */
    public int sweep(Instant until) {
        var failed = new HashSet<UUID>();
        var told = 0;
        while (true) {
            try {
                var batch = Objects.requireNonNull(transaction.execute(_ -> batch(until, failed)));
                if (batch == 0) {
                    return told;
                }
                told += batch;
            } catch (MarkFailed failure) {
                report(failure);
                failed.add(failure.clock);
            }
        }
    }

    /** Somebody answering at this very moment is no trouble. */
    private static void report(MarkFailed failure) {
        if (failure.getCause() instanceof PessimisticLockingFailureException) {
            LOG.info("Clock {} is busy at {} % and waits for the next sweep", failure.clock, failure.mark.percent());
        } else {
            LOG.error("Clock {} failed at {} %", failure.clock, failure.mark.percent(), failure.getCause());
        }
    }

    private int batch(Instant until, Set<UUID> failed) {
        var waiting = new PriorityQueue<>(Comparator.comparing(Waiting::at).thenComparing(Waiting::id));
        rows.giveWay();
        rows.lockDue(until, failed, BATCH).forEach(row -> waiting.add(waiting(row)));
        var last = waiting.stream().map(Waiting::at).max(Comparator.naturalOrder()).orElse(until);
        var told = 0;
        while (!waiting.isEmpty()) {
            var reached = waiting.remove();
            var clock = rows.pass(reached.id, reached.mark);
            if (clock.isPresent()) {
                tell(clock.get(), reached);
                told++;
                // The clock's next mark may come before those of other clocks in this batch.
                following(clock.get(), reached).filter(next -> !next.at.isAfter(last)).ifPresent(waiting::add);
            }
        }
        return told;
    }

    private static Waiting waiting(ClockRecord row) {
        return new Waiting(row.getNextAt(), row.getId(), Mark.of(row.getNextMoment()));
    }

    private static Optional<Waiting> following(BusinessClock clock, Waiting reached) {
        return Moments.after(reached.mark).map(mark -> new Waiting(clock.moments().at(mark), clock.id(), mark));
    }

    private void tell(BusinessClock clock, Waiting reached) {
        try {
            events.publishEvent(new ClockEvent.Moment(clock, reached.mark, reached.at));
        } catch (RuntimeException e) {
            throw new MarkFailed(clock.id(), reached.mark, e);
        }
    }

    private static final class MarkFailed extends RuntimeException {
        private final UUID clock;
        private final transient Mark mark;

        MarkFailed(UUID clock, Mark mark, RuntimeException cause) {
            super(cause);
            this.clock = clock;
            this.mark = mark;
        }
    }
}
