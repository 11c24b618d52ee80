package org.kamiau.platform.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one may say after {@code ./kamiau}: a command, its own words, and the options of every command.
 *
 * @param db address of one's own PostgreSQL; null for the embedded one
 */
record Options(String command, List<String> words, int port, Path data, @Nullable String db) {

    /** What is wrong with the command line, in one line. */
    static final class WrongUsage extends RuntimeException {
        WrongUsage(String message) {
            super(message);
        }
    }

    boolean demo() {
        return command.equals("demo");
    }

    static Options parse(List<String> arguments, Map<String, String> environment, Path home) {
        var words = new ArrayList<String>();
        var port = environment.getOrDefault("KAMIAU_PORT", "8080");
        @Nullable String data = environment.get("KAMIAU_DATA");
        @Nullable String db = environment.get("KAMIAU_DB");
        var rest = new ArrayList<>(arguments);
        while (!rest.isEmpty()) {
            var word = rest.removeFirst();
            switch (word) {
                case "--port" -> port = value(word, rest);
                case "--data" -> data = value(word, rest);
                case "--db" -> db = value(word, rest);
                default -> words.add(word);
            }
        }
        if (words.isEmpty()) {
            throw new WrongUsage("Say what to do: demo, start, token, import, backup, restore, verify-audit or bench.");
        }
        var command = words.removeFirst();
        var folder = data != null ? Path.of(data) : home.resolve(folder(command));
        return new Options(command, List.copyOf(words), port(port), folder.toAbsolutePath().normalize(), db);
    }

    private static String folder(String command) {
        return switch (command) {
            case "demo" -> ".kamiau-demo";
            case "bench" -> ".kamiau-bench";
            default -> ".kamiau";
        };
    }

    private static String value(String option, List<String> rest) {
        if (rest.isEmpty()) {
            throw new WrongUsage(option + " needs a value.");
        }
        return rest.removeFirst();
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // falls through to the refusal below
        }
        throw new WrongUsage("--port must be a number from 0 to 65535, not " + text + ".");
    }
}
