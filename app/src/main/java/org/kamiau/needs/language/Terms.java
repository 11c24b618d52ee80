package org.kamiau.needs.language;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a classifier looks at: terms with their weight before frequency is taken into account. */
final class Terms {

    private static final int FAR = 4;
    private static final int NEAR = 2;
    /** What stands further away has nothing to do with it. */
    private static final int AROUND = 60;

    private Terms() {}

    /** Of the words alone. */
    static Map<String, Double> said(String raw, List<Word> words) {
        var terms = new LinkedHashMap<String, Double>();
        var text = raw.strip();
        for (int at = 0; at < text.length(); at++) {
            terms.put("c:" + text.charAt(at), 1.0);
            if (at + 1 < text.length()) {
                terms.put("c:" + text.substring(at, at + 2), 1.0);
            }
        }
        for (int at = 0; at < words.size(); at++) {
            terms.put("w:" + words.get(at).key(), 1.0);
            if (at > 0) {
                terms.put("w:" + words.get(at - 1).key() + " " + words.get(at).key(), 1.0);
            }
        }
        return terms;
    }

    /** Of the words as an answer: what was asked, what of it comes again, what is new, what is refused. */
    static Map<String, Double> heard(Reading reading) {
        var terms = said(reading.raw(), reading.words());
        var question = reading.asked(reading.question());
        var said = reading.asked(reading.words());
        question.forEach(key -> terms.put("asked:" + key, 0.4));
        said.forEach(key -> terms.put((question.contains(key) ? "again:" : "new:") + key, 0.5));
        long again = said.stream().filter(question::contains).count();
        terms.put("#again:" + Math.min(3, again), 0.5);
        terms.put("#new:" + Math.min(5, said.size() - again), 0.5);
        terms.put("#length:" + Math.min(6, reading.raw().length() / 8), 0.5);
        var reply = reading.reply();
        terms.put("#reply:" + reply, 0.5);
        if (reply != Reading.Reply.NEITHER) {
            question.forEach(key -> terms.put(reply + ":" + key, 0.3));
        }
        for (int at = 0; at < reading.words().size(); at++) {
            if (reading.words().get(at).content() && Negation.over(reading.words(), at, at + 1)) {
                terms.put("not:" + reading.words().get(at).key(), 0.5);
                terms.put("#not", 0.5);
            }
        }
        return terms;
    }

    /** Of one word at its place. */
    static Map<String, Double> at(Reading reading, int place, Set<String> question, boolean refused) {
        var terms = new LinkedHashMap<String, Double>();
        var words = reading.words();
        for (int step = -FAR; step <= FAR; step++) {
            int at = place + step;
            var key = at < 0 || at >= words.size() ? "#" : words.get(at).key();
            var side = step < 0 ? "l:" : "r:";
            if (step == 0) {
                terms.put("here:" + key, 1.5);
            } else if (Math.abs(step) <= NEAR) {
                terms.put(step + ":" + key, 0.7);
                terms.put(side + key, 0.7);
            } else {
                terms.putIfAbsent(side + key, 0.5);
            }
        }
        if (place > 0) {
            terms.put("two:" + words.get(place - 1).key() + " " + words.get(place).key(), 1.0);
        }
        if (place + 1 < words.size()) {
            terms.put("two:" + words.get(place).key() + " " + words.get(place + 1).key(), 1.0);
        }
        var surface = words.get(place).surface();
        for (int at = 0; at < surface.length(); at++) {
            terms.put("c:" + surface.charAt(at), 0.7);
            if (at + 1 < surface.length()) {
                terms.put("c:" + surface.substring(at, at + 2), 0.7);
            }
        }
        terms.put("#again:" + question.contains(words.get(place).key()), 0.5);
        question.forEach(key -> terms.put("asked:" + key, 0.15));
        words.subList(Math.max(0, place - AROUND), Math.min(words.size(), place + AROUND)).stream().filter(Word::content).forEach(word -> terms.put("with:" + word.key(), 0.15));
        terms.put("#reply:" + reading.reply(), 0.5);
        words.subList(Math.max(0, words.size() - FAR), words.size()).forEach(word -> terms.put("end:" + word.key(), 0.3));
        if (refused) {
            terms.put("#not", 1.5);
        }
        return terms;
    }
}
