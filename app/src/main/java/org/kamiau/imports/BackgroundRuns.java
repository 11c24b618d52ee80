package org.kamiau.imports;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs that nobody waits for. When the process is stopped, each ends behind the chunk it is at. */
@Component
class BackgroundRuns implements SmartLifecycle {

    private static final long LONGEST_CHUNK_MILLIS = 20_000;

    /** The process is being stopped. */
    static final class Stopped extends RuntimeException {
        Stopped() {
            super(null, null, false, false);
        }
    }

    private final Set<Thread> working = ConcurrentHashMap.newKeySet();
    private volatile boolean open;

    void begin(Runnable run) {
        var thread = Thread.ofPlatform().name("import").daemon().unstarted(() -> {
            try {
                run.run();
            } finally {
                working.remove(Thread.currentThread());
            }
        });
        working.add(thread);
        thread.start();
    }

    /** Asked between two chunks. */
    void goOn() {
        if (!open) {
            throw new Stopped();
        }
    }

    @Override
    public void start() {
        open = true;
    }

    @Override
    public void stop() {
        open = false;
        for (var thread : working) {
            try {
                thread.join(LONGEST_CHUNK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public boolean isRunning() {
        return open;
    }
}
