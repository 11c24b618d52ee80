package org.kamiau.needs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The demonstration's needs as they stand in {@code demo-needs.txt}, which tells its own form. */
record DemoDictionary(List<Entry> entries) {

    DemoDictionary {
        entries = List.copyOf(entries);
    }

    /** A need; products and segments by their codes. */
    record Entry(
            String code, Need.Kind kind, String ja, String en, List<String> products, List<String> segments, List<Words> words) {
        Entry {
            products = List.copyOf(products);
            segments = List.copyOf(segments);
            words = List.copyOf(words);
        }
    }

    /** Words by which it is recognised. */
    record Words(String language, String kind, String text) {}

    static DemoDictionary read() {
        var entries = new ArrayList<Entry>();
        var block = new ArrayList<String>();
        for (var line : DemoCorpus.lines("demo-needs.txt")) {
            if (line.contains(" | ") && !block.isEmpty()) {
                entries.add(entry(block));
                block.clear();
            }
            block.add(line);
        }
        entries.add(entry(block));
        return new DemoDictionary(entries);
    }

    private static Entry entry(List<String> block) {
        var head = block.getFirst().split(" \\|", -1);
        var words = new ArrayList<Words>();
        for (var line : block.subList(1, block.size())) {
            if (line.startsWith("> ")) {
                var text = line.substring(2);
                words.add(new Words(DemoCorpus.english(text) ? "en" : "ja", "example", text));
            } else {
                list(line.substring(4)).forEach(word -> words.add(new Words(line.substring(0, 2), "synonym", word)));
            }
        }
        return new Entry(head[0].strip(), Need.Kind.of(head[1].strip()), head[2].strip(), head[3].strip(), list(head[4]), list(head[5]), words);
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).filter(word -> !word.isEmpty()).toList();
    }
}
