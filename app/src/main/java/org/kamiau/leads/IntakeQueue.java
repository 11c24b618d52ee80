package org.kamiau.leads;

import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.kamiau.platform.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Brings single inquiries that arrive at the same moment together into one batch of {@link Intake}: while
 * one batch is written the next gathers, and a single one waits for nobody. An inquiry is acknowledged only
 * after the commit of its batch; should a batch fail, each of its inquiries is tried alone, so that only the
 * culprit is refused.
 */
@Component
public class IntakeQueue {

    private static final int LARGEST_BATCH = 64;

    private record Waiting(Inquiry inquiry, Actor by, CompletableFuture<Received> received) {}

    private final Intake intake;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Thread worker = Thread.ofPlatform().name("lead-intake").daemon().unstarted(this::work);

    IntakeQueue(Intake intake) {
        this.intake = intake;
        worker.start();
    }

    /** Returns after the commit; within a transaction of the caller it is taken in as a part of that. */
    public Received take(Inquiry inquiry, Actor by) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            // What belongs to a larger change (an idempotency key, a test) commits or fails with it.
            return intake.take(List.of(inquiry), by).getFirst();
        }
        var waiting = new Waiting(inquiry, by, new CompletableFuture<>());
        queue.add(waiting);
        try {
            return waiting.received().join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private void work() {
        try {
            while (true) {
                var batch = new ArrayList<Waiting>();
                batch.add(queue.take());
                queue.drainTo(batch, LARGEST_BATCH - 1);
                perActor(batch).forEach(this::take);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Neighbours of the same sender and way share a batch, because the audit log names one actor. */
    private static List<List<Waiting>> perActor(List<Waiting> batch) {
        var groups = new ArrayList<List<Waiting>>();
        for (var waiting : batch) {
            var last = groups.isEmpty() ? null : groups.getLast();
            if (last != null
                    && last.getFirst().by().equals(waiting.by())
                    && last.getFirst().inquiry().via() == waiting.inquiry().via()) {
                last.add(waiting);
            } else {
                groups.add(new ArrayList<>(List.of(waiting)));
            }
        }
        return groups;
    }

    private void take(List<Waiting> batch) {
        try {
            var outcome = intake.take(batch.stream().map(Waiting::inquiry).toList(), batch.getFirst().by());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).received().complete(outcome.get(i));
            }
        } catch (RuntimeException failed) {
            if (batch.size() == 1) {
                batch.getFirst().received().completeExceptionally(failed);
            } else {
                batch.forEach(waiting -> take(List.of(waiting)));
            }
        }
    }

    @PreDestroy
    void stop() {
        worker.interrupt();
    }
}
