package org.kamiau.needs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What customers say in the demonstration, sentence by sentence: {@code demo-voices.txt} and {@code demo-talk.txt}, which
 * tell their own form.
 *
 * @param sentences of each need, by its code
 * @param idle words in which there is no need
 * @param denied words that name a need only to deny it
 * @param openings by channel
 */
record DemoCorpus(
        Map<String, List<Sentence>> sentences, Map<String, List<String>> tails, Map<String, List<String>> motives, List<Sentence> idle,
        List<Sentence> denied, Map<String, List<String>> openings, List<String> endings) {

    DemoCorpus {
        sentences = Map.copyOf(sentences);
        tails = Map.copyOf(tails);
        motives = Map.copyOf(motives);
        idle = List.copyOf(idle);
        denied = List.copyOf(denied);
        openings = Map.copyOf(openings);
        endings = List.copyOf(endings);
    }

    /** How words came. */
    enum Way {
        SPOKEN,
        WRITTEN,
        SHOP
    }

    /**
     * One or a few sentences.
     *
     * @param need code of the need that they carry or deny; empty for none
     * @param who letters of those who may say it; {@code *} for anybody
     * @param text with {marked} words and [one|another] way to say it
     */
    record Sentence(String need, String who, Way way, boolean asks, String text) {
        boolean english() {
            return DemoCorpus.english(text);
        }

        boolean fits(char letter) {
            return who.indexOf('*') >= 0 || who.indexOf(letter) >= 0;
        }
    }

    List<Sentence> about(String need) {
        return sentences.getOrDefault(need, List.of());
    }

    /** An empty one where a channel has none. */
    List<String> openings(String channel) {
        return openings.getOrDefault(channel, List.of(""));
    }

    static boolean english(String text) {
        return text.chars().allMatch(c -> c < 0x2000);
    }

    static DemoCorpus read() {
        var sentences = new HashMap<String, List<Sentence>>();
        var tails = new HashMap<String, List<String>>();
        var motives = new HashMap<String, List<String>>();
        var need = "";
        for (var line : lines("demo-voices.txt")) {
            var rest = line.substring(line.indexOf(' ') + 1);
            switch (line.charAt(0)) {
                case '=' -> need = rest;
                case '+' -> tails.computeIfAbsent(need, _ -> new ArrayList<>()).add(rest);
                case '!' -> motives.computeIfAbsent(need, _ -> new ArrayList<>()).add(rest);
                case '?' -> sentences.computeIfAbsent(need, _ -> new ArrayList<>()).add(sentence(need, rest, true));
                case '-' -> sentences.computeIfAbsent(need, _ -> new ArrayList<>()).add(sentence(need, rest, false));
                default -> throw new IllegalStateException("not a line of demo-voices.txt: " + line);
            }
        }
        return beside(sentences, tails, motives);
    }

    private static DemoCorpus beside(Map<String, List<Sentence>> sentences, Map<String, List<String>> tails, Map<String, List<String>> motives) {
        var idle = new ArrayList<Sentence>();
        var denied = new ArrayList<Sentence>();
        var openings = new HashMap<String, List<String>>();
        var endings = new ArrayList<String>();
        for (var line : lines("demo-talk.txt")) {
            var rest = line.substring(2);
            switch (line.charAt(0)) {
                case '>' -> openings.computeIfAbsent(rest.substring(0, rest.indexOf(": ")), _ -> new ArrayList<>())
                        .add(rest.substring(rest.indexOf(": ") + 2));
                case '<' -> endings.add(rest);
                case '=' -> idle.add(sentence("", rest, false));
                case 'x' -> denied.add(sentence(rest.substring(0, rest.indexOf(" | ")), rest.substring(rest.indexOf(" | ") + 3), false));
                default -> throw new IllegalStateException("not a line of demo-talk.txt: " + line);
            }
        }
        return new DemoCorpus(sentences, tails, motives, idle, denied, openings, endings);
    }

    private static Sentence sentence(String need, String line, boolean asks) {
        int colon = line.indexOf(": ");
        var who = line.substring(0, colon);
        int slash = who.indexOf('/');
        var way = slash < 0 ? Way.SPOKEN : who.charAt(slash + 1) == 'M' ? Way.WRITTEN : Way.SHOP;
        return new Sentence(need, slash < 0 ? who : who.substring(0, slash), way, asks, line.substring(colon + 2));
    }

    /** Without comments and empty ones. */
    static List<String> lines(String file) {
        try (var stream = Objects.requireNonNull(DemoCorpus.class.getResourceAsStream(file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("# "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
