package org.kamiau.platform.comments;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.RecordRef;

/**
 * Something a member said on a record.
 *
 * @param mentioned members called in it, by the handle that stands in the words
 */
public record Comment(
        UUID id, RecordRef about, MemberId author, String authorName, String words, Instant writtenAt,
        @Nullable Instant editedAt, @Nullable Instant deletedAt, Map<String, String> mentioned) {

    static final int LONGEST = 10_000;
    static final Duration CHANGEABLE = Duration.ofHours(24);
    private static final Pattern MENTION = Pattern.compile("@([^\\s@、。,，]{1,60})");

    /** A piece of the words: plain, or the name of somebody called. */
    public record Part(String text, @Nullable String member) {}

    public Comment {
        mentioned = Map.copyOf(mentioned);
    }

    /** The author may still change it. */
    public boolean changeable(Actor actor, Instant now) {
        return actor.is(author) && deletedAt == null && now.isBefore(writtenAt.plus(CHANGEABLE));
    }

    /** The handles called in a text, without their {@code @}. */
    static List<String> handles(String words) {
        return MENTION.matcher(words).results().map(found -> found.group(1)).distinct().toList();
    }

    /** The words in order, with each call of a member on its own. */
    public List<Part> parts() {
        var parts = new ArrayList<Part>();
        var calls = MENTION.matcher(words);
        int from = 0;
        while (calls.find()) {
            var name = mentioned.get(calls.group(1));
            if (name != null) {
                parts.add(new Part(words.substring(from, calls.start()), null));
                parts.add(new Part(calls.group(), name));
                from = calls.end();
            }
        }
        parts.add(new Part(words.substring(from), null));
        return parts;
    }
}
