package org.kamiau.platform.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.core.env.Environment;

/** A second Kamiau on the same database, in a process of its own that can be killed. */
public final class Node implements AutoCloseable {

    private static final String READY = "Kamiau is ready";
    private static final int PATIENCE_IN_SECONDS = 300;

    private final Process process;
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();

    private Node(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::listen);
    }

    /** Starts it; it serves once {@link #ready()} returns. */
    public static Node start(Environment environment, Path data) throws IOException {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream().filter(flag -> flag.startsWith("-X")).forEach(line::add);
        line.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), "org.kamiau.App", "start", "--port", "0", "--data", data.toString()));
        var builder = new ProcessBuilder(line).redirectErrorStream(true);
        // Not among the arguments, which every user of the machine can read.
        builder.environment().put("KAMIAU_DB", database(environment));
        return new Node(builder.start());
    }

    private static String database(Environment environment) {
        var address = environment.getRequiredProperty("spring.datasource.url").replaceFirst("^jdbc:postgresql://", "");
        var login = encode(environment.getProperty("spring.datasource.username", ""))
                + ":" + encode(environment.getProperty("spring.datasource.password", ""));
        return "postgresql://" + (login.equals(":") ? "" : login + "@") + address;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void listen() {
        var said = new ArrayList<String>();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(READY)) {
                    ready.complete(true);
                } else if (said.size() < 100) {
                    said.add(line);
                }
            }
        } catch (IOException killed) {
            said.add("killed");
        }
        ready.completeExceptionally(new IllegalStateException(String.join("\n", said)));
    }

    public void ready() {
        try {
            ready.get(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException never) {
            throw new IllegalStateException("the node did not start", never);
        }
    }

    /** Waits this long; false when the node has ended meanwhile. */
    public boolean runs(Duration wait) {
        try {
            return !process.waitFor(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** What it has used of the processors so far. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Without a word of warning, as when the power fails. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
