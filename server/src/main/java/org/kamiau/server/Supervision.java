package org.kamiau.server;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Keeps a server running: one that ends without being asked to is started again, at the same address. */
final class Supervision {
    private static final System.Logger LOG = System.getLogger(Supervision.class.getName());

    /** A server that ends this often has a reason that starting it again does not cure. */
    private static final int OFTEN = 5;

    private static final Duration LATELY = Duration.ofMinutes(10);

    private final Cluster cluster;
    private final Durability durability;
    private final Deque<Long> revivals = new ArrayDeque<>();
    private Postmaster postmaster;
    private boolean stopped;

    private Supervision(Cluster cluster, Durability durability, Postmaster postmaster) {
        this.cluster = cluster;
        this.durability = durability;
        this.postmaster = postmaster;
    }

    static Supervision start(Cluster cluster, Durability durability) {
        var supervision = new Supervision(cluster, durability, Postmaster.start(cluster, durability));
        supervision.watch();
        return supervision;
    }

    int port() {
        return postmaster.port();
    }

    synchronized void stop() {
        stopped = true;
        postmaster.stop();
    }

    private void watch() {
        postmaster.process().onExit().thenRunAsync(this::revive);
    }

    private synchronized void revive() {
        if (stopped) return;
        if (tooOften()) {
            LOG.log(Level.ERROR, "PostgreSQL ended {0} times within minutes; it stays down. See {1}", OFTEN,
                    cluster.home().log());
            return;
        }
        LOG.log(Level.WARNING, "PostgreSQL ended without being asked to; starting it again.");
        try {
            new Leftovers(cluster.home().data()).clear();
            postmaster = Postmaster.start(cluster, durability, postmaster.port());
            watch();
        } catch (ServerTrouble trouble) {
            LOG.log(Level.ERROR, trouble.getMessage());
        }
    }

    private boolean tooOften() {
        var now = System.nanoTime();
        revivals.removeIf(earlier -> now - earlier > LATELY.toNanos());
        revivals.addLast(now);
        return revivals.size() >= OFTEN;
    }
}
