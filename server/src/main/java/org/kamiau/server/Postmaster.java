package org.kamiau.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A running PostgreSQL and its first process. */
record Postmaster(Process process, int port) {
    /** Replaying the log after a crash takes as long as it takes; this only ends a start that hangs. */
    private static final Duration READY = Duration.ofMinutes(10);

    private static final Duration STOPPED = Duration.ofSeconds(60);
    private static final int STATUS_LINE = 7;

    static Postmaster start(Cluster cluster, Durability durability) {
        return start(cluster, durability, freePort());
    }

    static Postmaster start(Cluster cluster, Durability durability, int port) {
        var log = new ServerLog(cluster.home().log());
        try {
            var data = cluster.home().data();
            var words = cluster.account().serving(cluster.binaries().postgres());
            words.addAll(List.of("-D", cluster.address(data)));
            words.addAll(Settings.of(durability, port).arguments());
            var output = ProcessBuilder.Redirect.appendTo(log.turnedOver().file().toFile());
            var server = new ProcessBuilder(words)
                    .directory(data.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output);
            var postmaster = new Postmaster(launch(server), port);
            postmaster.awaitReady(data.resolve("postmaster.pid"), log);
            return postmaster;
        } catch (IOException trouble) {
            throw new ServerTrouble("Cannot start PostgreSQL: " + Folders.reason(trouble), trouble);
        }
    }

    /**
     * Starts the server from a thread that lives as long as it: the system sends the death signal when the thread
     * that started a process ends, not when its program does.
     */
    private static Process launch(ProcessBuilder server) {
        var started = new CompletableFuture<Process>();
        Thread.ofPlatform().name("postgresql").daemon().start(() -> {
            try {
                var process = server.start();
                started.complete(process);
                Waiting.end(process);
            } catch (IOException trouble) {
                started.completeExceptionally(trouble);
            }
        });
        try {
            return started.join();
        } catch (CompletionException trouble) {
            throw new ServerTrouble("Cannot start PostgreSQL: " + trouble.getMessage(), trouble);
        }
    }

    private void awaitReady(Path pidFile, ServerLog log) throws IOException {
        var deadline = System.nanoTime() + READY.toNanos();
        while (!ready(pidFile)) {
            if (Waiting.ends(process, Duration.ofMillis(10))) {
                throw new ServerTrouble("PostgreSQL did not start: " + log.reason() + " (" + log.file() + ")");
            }
            if (System.nanoTime() > deadline) {
                stop();
                throw new ServerTrouble("PostgreSQL was not ready after " + READY.toMinutes() + " minutes: "
                        + log.reason() + " (" + log.file() + ")");
            }
        }
    }

    private static boolean ready(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) return false;
        var lines = Files.readString(pidFile, StandardCharsets.ISO_8859_1).lines().toList();
        return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException trouble) {
            throw new ServerTrouble("No free port for PostgreSQL: " + trouble.getMessage(), trouble);
        }
    }

    /** Rolls back what is open and writes a checkpoint, so that the next start has nothing to recover. */
    void stop() {
        for (var signal : List.of("INT", "QUIT", "KILL")) {
            if (!process.isAlive()) return;
            Signal.send(signal, process.pid());
            if (Waiting.ends(process, STOPPED)) return;
        }
    }
}
