package org.kamiau.server;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waiting for processes; an interruption is a trouble like any other here. */
final class Waiting {
    private Waiting() {}

    static int end(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException interruption) {
            throw interrupted(interruption);
        }
    }

    static boolean ends(Process process, Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interruption) {
            throw interrupted(interruption);
        }
    }

    /** For processes that are not our children. */
    static boolean ends(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException interruption) {
            throw interrupted(interruption);
        }
    }

    static ServerTrouble interrupted(InterruptedException interruption) {
        Thread.currentThread().interrupt();
        return new ServerTrouble("Interrupted while waiting for PostgreSQL.", interruption);
    }
}
