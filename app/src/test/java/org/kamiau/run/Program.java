package org.kamiau.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.kamiau.App;
import org.kamiau.server.EmbeddedPostgres;

/** Kamiau in a process of its own, on a data folder of its own. */
final class Program implements AutoCloseable {

    private static final String READY = "Kamiau is ready: http://localhost:";
    private static final int PATIENCE_IN_SECONDS = 180;

    private final Path data;
    private final Process process;
    private final int port;

    private Program(Path data, Process process, int port) {
        this.data = data;
        this.process = process;
        this.port = port;
    }

    /** What a run of the program to its end came to. */
    record Outcome(int code, String said) {}

    /** Starts serving, as {@code start} or {@code demo}, and returns once it does. */
    static Program serving(Path data, String command) throws Exception {
        var process = launch(data, command, "--port", "0");
        var port = new CompletableFuture<Integer>();
        Thread.ofVirtual().start(() -> {
            try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
                var said = new ArrayList<String>();
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    said.add(line);
                    if (line.startsWith(READY)) {
                        port.complete(Integer.valueOf(line.substring(READY.length())));
                    }
                }
                port.completeExceptionally(new IllegalStateException(String.join("\n", said)));
            } catch (IOException e) {
                port.completeExceptionally(e);
            }
        });
        return new Program(data, process, port.get(PATIENCE_IN_SECONDS, TimeUnit.SECONDS));
    }

    /** Runs a command to its end. */
    static Outcome run(Path data, String... words) throws Exception {
        var process = launch(data, words);
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), said);
    }

    private static Process launch(Path data, String... words) throws IOException {
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                App.class.getName()));
        line.addAll(List.of(words));
        line.addAll(List.of("--data", data.toString()));
        return new ProcessBuilder(line).redirectErrorStream(true).start();
    }

    String get(String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(address(path)).build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** A way to its database from outside of it. */
    EmbeddedPostgres database() {
        return EmbeddedPostgres.attachOrStart(data);
    }

    long postgres() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("database/data/postmaster.pid")).getFirst());
    }

    Process process() {
        return process;
    }

    /** Without a word of warning, as when the power fails. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void killPostgres() throws Exception {
        ProcessHandle.of(postgres()).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Asks it to stop, as Ctrl-C does. */
    int stop() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
