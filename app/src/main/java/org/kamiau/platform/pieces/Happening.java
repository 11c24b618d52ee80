package org.kamiau.platform.pieces;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Side;

/**
 * One entry of a record's timeline, in the reader's language.
 *
 * @param kind what the filter above the timeline calls it: touch, handoff, comment, change; its text is
 *     {@code platform.happening.<kind>}
 * @param icon name in the icon sprite
 * @param side whose doing it was; null where neither side acted
 * @param by who, as the reader knows them
 * @param body what was said, as typed
 * @param path where it opens
 */
public record Happening(
        Instant at,
        String kind,
        String icon,
        @Nullable Side side,
        String title,
        @Nullable String by,
        @Nullable String body,
        @Nullable String path) {

    static List<String> kinds(List<Happening> happenings) {
        return happenings.stream().map(Happening::kind).distinct().toList();
    }
}
