package org.kamiau.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** What PostgreSQL writes about itself. */
record ServerLog(Path file) {
    private static final long LARGE = 8L * 1024 * 1024;

    /** Keeps one older file, so that a log never fills a disk; errors may quote what people wrote. */
    ServerLog turnedOver() throws IOException {
        if (Files.exists(file) && Files.size(file) > LARGE) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(file)) Folders.writePrivately(file, "");
        return this;
    }

    String reason() {
        try {
            var lines = Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
            return reason(lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        } catch (IOException unreadable) {
            return "it left no word";
        }
    }

    /** The one line among these that says best what went wrong. */
    static String reason(List<String> lines) {
        return lines.reversed().stream()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:") || line.contains("error:"))
                .findFirst()
                .or(() -> lines.reversed().stream().filter(line -> !line.isBlank()).findFirst())
                .map(line -> line.replaceFirst(".*(FATAL|PANIC|error):\\s*", "").strip())
                .orElse("it left no word");
    }
}
