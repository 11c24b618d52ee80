package org.kamiau.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a killed server may have left in its data folder: living server processes, and a pid file that names a dead
 * process, a zombie or a stranger who got the number since. Any of them would make PostgreSQL refuse to start.
 */
record Leftovers(Path data) {
    private static final Path PROCESSES = Path.of("/proc");
    private static final Duration FAST = Duration.ofSeconds(60);
    private static final Duration LAST_RESORT = Duration.ofSeconds(10);

    /** To be called only by whoever holds the folder's lock: then nobody else's server can be in it. */
    void clear() {
        try {
            var pidFile = data.resolve("postmaster.pid");
            postmaster(pidFile).ifPresent(pid -> stop(List.of(pid), "INT", FAST));
            // Without their postmaster the others end by themselves, some only after their statement.
            stop(living(), "TERM", LAST_RESORT);
            stop(living(), "KILL", LAST_RESORT);
            if (!living().isEmpty()) {
                throw new ServerTrouble("Processes " + living() + " still use " + data + ": stop them first.");
            }
            Files.deleteIfExists(pidFile);
        } catch (IOException trouble) {
            throw new ServerTrouble("Cannot clear " + data + ": " + Folders.reason(trouble), trouble);
        }
    }

    private Optional<Long> postmaster(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) return Optional.empty();
        return Files.readString(pidFile, StandardCharsets.ISO_8859_1)
                .lines()
                .findFirst()
                .filter(line -> line.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .filter(pid -> Files.isDirectory(PROCESSES) ? living().contains(pid) : namedPostgres(pid));
    }

    /** Where the system does not tell what folder a process works in, its name has to do. */
    private static boolean namedPostgres(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .filter(command -> command.endsWith("/postgres"))
                .isPresent();
    }

    private List<Long> living() {
        if (!Files.isDirectory(PROCESSES)) return List.of();
        try (Stream<Path> processes = Files.list(PROCESSES)) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .filter(this::isServerHere)
                    .map(process -> Long.valueOf(process.getFileName().toString()))
                    .toList();
        } catch (IOException trouble) {
            throw new ServerTrouble("Cannot list the running processes: " + Folders.reason(trouble), trouble);
        }
    }

    private boolean isServerHere(Path process) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).equals(data)
                    && Files.readString(process.resolve("comm")).strip().equals("postgres")
                    && !zombie(process);
        } catch (IOException goneOrAnotherUsers) {
            return false;
        }
    }

    private static boolean zombie(Path process) throws IOException {
        // The name in brackets may itself hold brackets and blanks; the state follows the last one.
        var status = Files.readString(process.resolve("stat"), StandardCharsets.ISO_8859_1);
        return status.startsWith(") Z", status.lastIndexOf(')'));
    }

    private static void stop(List<Long> processes, String signal, Duration patience) {
        processes.forEach(pid -> Signal.send(signal, pid));
        for (var pid : processes) {
            ProcessHandle.of(pid).ifPresent(process -> Waiting.ends(process, patience));
        }
    }
}
