package org.kamiau.needs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kamiau.needs.DemoCorpus.Sentence;
import org.kamiau.needs.DemoCorpus.Way;

/** Puts words into people's mouths: each sentence about as often as any other, and never the same voice twice. */
final class DemoSpeech {

    private static final Pattern CHOICE = Pattern.compile("\\[([^\\]]*)\\]");

    /** What was said about a need, with the words that carry it. */
    record Part(Sentence sentence, String text, List<Integer> spans) {
        Part {
            spans = List.copyOf(spans);
        }
    }

    /** A whole voice; the spans of each need are places in its words. */
    record Said(String words, Map<String, List<Integer>> spans) {
        Said {
            spans = Map.copyOf(spans);
        }
    }

    private final DemoCorpus corpus;
    private final RandomGenerator chance;
    private final Map<Sentence, Integer> used = new HashMap<>();
    private final Set<String> said = new HashSet<>();

    DemoSpeech(DemoCorpus corpus, RandomGenerator chance) {
        this.corpus = corpus;
        this.chance = chance;
    }

    /** A sentence that is due: one of the least used. */
    Sentence next(Collection<Sentence> sentences) {
        int least = sentences.stream().mapToInt(this::used).min().orElseThrow();
        var due = sentences.stream().filter(sentence -> used(sentence) == least).toList();
        var chosen = due.get(chance.nextInt(due.size()));
        used.merge(chosen, chosen.english() ? 2 : 1, Integer::sum);
        return chosen;
    }

    private int used(Sentence sentence) {
        return used.getOrDefault(sentence, 0);
    }

    String motive(String need) {
        return one(corpus.motives().getOrDefault(need, List.of("まだ本音は聞けていない。")));
    }

    /** @param channel as openings know it */
    Said said(List<Sentence> sentences, String channel) {
        for (int attempt = 0; ; attempt++) {
            var voice = sentences.size() == 1 ? single(sentences.getFirst(), channel, attempt) : several(sentences, channel, attempt);
            if (said.add(voice.words())) {
                return voice;
            }
            if (attempt > 200) {
                throw new IllegalStateException("nothing new to say: " + voice.words());
            }
        }
    }

    private Said single(Sentence sentence, String channel, int attempt) {
        var words = new StringBuilder(opening(sentence, channel, attempt));
        var spans = new HashMap<String, List<Integer>>();
        append(words, part(sentence), spans);
        if (sentence.way() == Way.SPOKEN && !sentence.english()) {
            ending(sentence, words, attempt);
        }
        return new Said(words.toString(), spans);
    }

    /** As notes of a meeting with several points, or one breath after the other. */
    private Said several(List<Sentence> sentences, String channel, int attempt) {
        boolean list = chance.nextInt(3) == 0;
        var joints = List.of("あと、", "それと、", "別の話で、", "ついでに、", "", "話は変わって、", "もう一つ。");
        var words = new StringBuilder(list ? one(corpus.openings("meeting")) + "\n" : opening(sentences.getFirst(), channel, attempt));
        var spans = new HashMap<String, List<Integer>>();
        for (int i = 0; i < sentences.size(); i++) {
            if (list) {
                words.append(i == 0 ? "・" : "\n・");
            } else if (i > 0) {
                words.append(chance.nextInt(4) == 0 ? "\n" : "").append(one(joints));
            }
            append(words, part(sentences.get(i)), spans);
        }
        return new Said(words.toString(), spans);
    }

    private String opening(Sentence sentence, String channel, int attempt) {
        boolean opens = chance.nextInt(100) < (sentence.way() == Way.WRITTEN ? 55 : 38) || attempt > 2;
        if (!opens) {
            return "";
        }
        if (sentence.english()) {
            return one(corpus.openings("english")) + " ";
        }
        var opening = one(corpus.openings(sentence.way() == Way.WRITTEN ? "mail" : channel));
        return sentence.way() == Way.WRITTEN && !opening.isEmpty() ? opening + "\n" : opening;
    }

    private void ending(Sentence sentence, StringBuilder words, int attempt) {
        int roll = chance.nextInt(100);
        var own = corpus.tails().getOrDefault(sentence.need(), List.of());
        if (roll < 24 && !own.isEmpty()) {
            words.append(chosen(one(own)));
        } else if ((roll < 48 || attempt > 5) && !sentence.need().isEmpty()) {
            words.append(chosen(one(corpus.endings())));
        }
    }

    private static void append(StringBuilder words, Part part, Map<String, List<Integer>> spans) {
        int at = words.length();
        words.append(part.text());
        if (!part.sentence().need().isEmpty()) {
            spans.computeIfAbsent(part.sentence().need(), _ -> new ArrayList<>())
                    .addAll(part.spans().stream().map(place -> place + at).toList());
        }
    }

    private Part part(Sentence sentence) {
        var text = chosen(sentence.text());
        var words = new StringBuilder();
        var spans = new ArrayList<Integer>();
        for (char letter : text.toCharArray()) {
            if (letter == '{' || letter == '}') {
                spans.add(words.length());
            } else {
                words.append(letter);
            }
        }
        return new Part(sentence, ended(words.toString()), spans);
    }

    private String chosen(String text) {
        return CHOICE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(one(List.of(found.group(1).split("\\|", -1)))));
    }

    private static String ended(String words) {
        return words.matches("(?s).*[。?!」?.\")…]$") ? words : words + "。";
    }

    private String one(List<String> list) {
        return list.get(chance.nextInt(list.size()));
    }
}
