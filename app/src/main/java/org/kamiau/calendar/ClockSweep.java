package org.kamiau.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells of every mark that running clocks reach, once and in the order of the marks. A batch of marks and all that
 * its listeners do are one transaction: what did not commit is told again, what did never is.
 */
@Component
public class ClockSweep {
    private static final Logger LOG = LoggerFactory.getLogger(ClockSweep.class);

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
     * Tells of all marks up to this moment, in short transactions. A mark whose listener fails is left for the
     * next sweep and holds up nothing else: the batch around it is told in smaller ones until it is alone.
     *
     * @return how many marks were told
     */
    public int sweep(Instant until) {
        var failed = new HashSet<UUID>();
        var size = BatchSize.FIRST;
        var told = 0;
        while (true) {
            var clocks = size.clocks();
            var start = System.nanoTime();
            try {
                var batch = Objects.requireNonNull(transaction.execute(_ -> batch(until, failed, clocks)));
                if (batch == 0) {
                    return told;
                }
                told += batch;
                size = size.after(System.nanoTime() - start);
            } catch (Untold untold) {
                untold.culprit().ifPresent(culprit -> {
                    report(culprit, untold.trouble);
                    failed.add(culprit.clock().id());
                });
                size = size.smallerThan(untold.marks.size());
            }
        }
    }

    /** Somebody answering at this very moment is no trouble. */
    private static void report(ReachedMark culprit, RuntimeException cause) {
        if (cause instanceof PessimisticLockingFailureException) {
            LOG.info("Clock {} is busy at {} % and waits for the next sweep", culprit.clock().id(), culprit.mark().percent());
        } else {
            LOG.error("Clock {} failed at {} %", culprit.clock().id(), culprit.mark().percent(), cause);
        }
    }

    private int batch(Instant until, Set<UUID> failed, int clocks) {
        rows.giveWay();
        var waiting = new PriorityQueue<>(ReachedMark.IN_ORDER);
        waiting.addAll(rows.lockDue(until, failed, clocks));
        var last = waiting.stream().map(ReachedMark::at).max(Instant::compareTo).orElse(until);
        var told = 0;
        while (!waiting.isEmpty()) {
            var reached = rows.pass(stretch(waiting));
            tell(reached);
            told += reached.size();
            // A clock's next mark may come before those of other clocks in this batch.
            reached.stream().map(ReachedMark::next).flatMap(Optional::stream).filter(next -> !next.at().isAfter(last)).forEach(waiting::add);
        }
        return told;
    }

    /** The first marks in their order, up to where one of these clocks comes to its next: who hears of a mark may stop it. */
    private static List<ReachedMark> stretch(PriorityQueue<ReachedMark> waiting) {
        var stretch = new ArrayList<ReachedMark>();
        var following = new PriorityQueue<>(ReachedMark.IN_ORDER);
        while (!waiting.isEmpty()
                && (following.isEmpty() || ReachedMark.IN_ORDER.compare(waiting.peek(), following.peek()) < 0)) {
            var reached = waiting.remove();
            stretch.add(reached);
            reached.next().ifPresent(following::add);
        }
        return stretch;
    }

    private void tell(List<ReachedMark> reached) {
        if (reached.isEmpty()) {
            return;
        }
        try {
            events.publishEvent(new ClockEvent.Reached(reached));
        } catch (RuntimeException e) {
            throw new Untold(reached, e);
        }
    }

    private static final class Untold extends RuntimeException {
        private final transient List<ReachedMark> marks;
        private final RuntimeException trouble;

        Untold(List<ReachedMark> marks, RuntimeException trouble) {
            super(trouble);
            this.marks = marks;
            this.trouble = trouble;
        }

        /** Which of them it was is certain when it was alone. */
        Optional<ReachedMark> culprit() {
            return marks.size() == 1 ? Optional.of(marks.getFirst()) : Optional.empty();
        }
    }
}
