package org.kamiau.platform.timeline;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Side;
import org.kamiau.platform.Text;
import org.kamiau.platform.Words;
import org.kamiau.platform.pieces.Happening;

/**
 * Something that happened to a record.
 *
 * @param kind what the filter calls it: touch, handoff, comment, change, …; its text is {@code
 *     platform.happening.<kind>}
 * @param icon name in the icon sprite
 * @param side whose doing it was; null where neither side acted
 * @param key message key of the sentence
 * @param arguments texts, numbers, moments and {@link Words}
 * @param by who did it
 * @param body what was said, as typed
 * @param path where it opens
 */
public record TimelineEntry(
        Instant at, String kind, String icon, @Nullable Side side, String key, List<Object> arguments,
        @Nullable String by, @Nullable String body, @Nullable String path) {

    public TimelineEntry {
        arguments = List.copyOf(arguments);
    }

    public static TimelineEntry of(Instant at, String kind, String icon, @Nullable Side side, String key, Object... arguments) {
        return new TimelineEntry(at, kind, icon, side, key, List.of(arguments), null, null, null);
    }

    public TimelineEntry by(@Nullable String who) {
        return new TimelineEntry(at, kind, icon, side, key, arguments, who, body, path);
    }

    public TimelineEntry saying(@Nullable String words) {
        return new TimelineEntry(at, kind, icon, side, key, arguments, by, words, path);
    }

    public TimelineEntry opening(@Nullable String address) {
        return new TimelineEntry(at, kind, icon, side, key, arguments, by, body, address);
    }

    Happening said(Text t) {
        var sentence = t.get(key, arguments.stream().map(argument -> Words.said(argument, t)).toArray());
        return new Happening(at, kind, icon, side, sentence, by, body, path);
    }
}
