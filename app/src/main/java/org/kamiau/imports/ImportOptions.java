package org.kamiau.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What one may say after {@code ./kamiau import}. */
record ImportOptions(
        String kind,
        Path file,
        boolean dryRun,
        boolean startClocks,
        @Nullable String encoding,
        String source,
        @Nullable Path errors,
        List<String> pairs,
        @Nullable Path mapFile,
        @Nullable String undo) {

    /** @param key null for the general usage */
    static final class WrongUsage extends RuntimeException {
        private final @Nullable String key;
        private final String argument;

        WrongUsage(@Nullable String key, String argument) {
            super(argument);
            this.key = key;
            this.argument = argument;
        }

        @Nullable String key() {
            return key;
        }

        String argument() {
            return argument;
        }
    }

    static ImportOptions parse(List<String> arguments) {
        Deque<String> rest = new ArrayDeque<>(arguments);
        var words = new ArrayList<String>();
        var values = new LinkedHashMap<String, String>();
        var pairs = new ArrayList<String>();
        while (!rest.isEmpty()) {
            var word = rest.removeFirst();
            switch (word) {
                case "--dry-run", "--start-clocks" -> values.put(word, "");
                case "--map" -> pairs.add(value(word, rest));
                case "--encoding", "--errors", "--source", "--undo" -> values.put(word, value(word, rest));
                default -> {
                    if (word.startsWith("--")) {
                        throw new WrongUsage("imports.shell.no-option", word);
                    }
                    words.add(word);
                }
            }
        }
        return parsed(words, values, pairs);
    }

    private static ImportOptions parsed(List<String> words, Map<String, String> values, List<String> pairs) {
        var undo = values.get("--undo");
        if (undo == null && words.size() != 2) {
            throw new WrongUsage(null, "");
        }
        var encoding = values.get("--encoding");
        if (encoding != null && !Encoding.known(encoding)) {
            throw new WrongUsage("imports.shell.no-encoding", encoding);
        }
        var errors = values.get("--errors");
        var mapFile = pairs.stream().filter(pair -> !pair.contains("=")).findFirst().orElse(null);
        return new ImportOptions(
                words.isEmpty() ? "" : words.get(0),
                Path.of(words.size() < 2 ? "" : words.get(1)).toAbsolutePath(),
                values.containsKey("--dry-run"),
                values.containsKey("--start-clocks"),
                encoding,
                values.getOrDefault("--source", "file"),
                errors == null ? null : Path.of(errors),
                pairs.stream().filter(pair -> pair.contains("=")).toList(),
                mapFile == null ? null : Path.of(mapFile),
                undo);
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new WrongUsage("imports.shell.no-value", option);
        }
        return rest.removeFirst();
    }

    /** Columns named by pairs, or by a JSON file of them. */
    Map<String, String> map() throws IOException {
        var map = new LinkedHashMap<String, String>();
        if (mapFile != null) {
            if (!Files.isReadable(mapFile)) {
                throw new WrongUsage("imports.shell.no-file", mapFile.toString());
            }
            map.putAll(JsonMapper.shared().readValue(Files.readString(mapFile), new TypeReference<Map<String, String>>() {}));
        }
        for (var pair : pairs) {
            int cut = pair.lastIndexOf('=');
            map.put(pair.substring(0, cut), pair.substring(cut + 1));
        }
        return map;
    }
}
