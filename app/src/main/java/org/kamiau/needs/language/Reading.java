package org.kamiau.needs.language;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An utterance read word by word, with what was asked before it.
 *
 * @param question the words of all that our side said right before
 * @param last the words of its last sentence, which is what the customer answers
 */
public record Reading(String raw, List<Word> words, String asked, List<Word> question, List<Word> last) {

    /** How it begins. */
    enum Reply {
        YES,
        NO,
        NEITHER
    }

    private static final Pattern YES = Pattern.compile("^(?:はい|ええ|うん|そうですね|そうです|お願い|それで|いいですね|もちろん|(?i:yes|yeah|sure|right|exactly)\\b)");
    private static final Pattern NO = Pattern.compile("^(?:いえ|いいえ|いや|特に|(?i:no|nope|not really)\\b)");
    private static final Pattern ENDS = Pattern.compile("(?<=[。！？!?\n])");

    /** @param words cuts it up; belongs to one thread */
    public static Reading of(Words words, String raw, @Nullable String asked) {
        var before = asked == null ? "" : asked.strip();
        var sentences = ENDS.split(before);
        var last = sentences[sentences.length - 1];
        return new Reading(raw, words.of(raw), before, words.of(before), words.of(last));
    }

    Reply reply() {
        var start = raw.strip();
        return YES.matcher(start).find() ? Reply.YES : NO.matcher(start).find() ? Reply.NO : Reply.NEITHER;
    }

    Set<String> asked(List<Word> of) {
        return of.stream().filter(Word::content).map(Word::key).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** How much of what is said was already in the question, 0 to 1. */
    double echo() {
        var said = asked(words);
        var before = asked(question);
        return said.isEmpty() ? 1 : said.stream().filter(before::contains).count() / (double) said.size();
    }
}
