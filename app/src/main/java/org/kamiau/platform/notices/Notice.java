package org.kamiau.platform.notices;

import java.util.List;
import org.kamiau.platform.Actor;
import org.kamiau.platform.RecordRef;

/**
 * Something to tell: who did what to which record, and what is expected now.
 *
 * @param kind the {@link NoticeKind} by its code
 * @param about what it opens
 * @param key message key; {@code {0}} is who did it, {@code {1}} the record's title as the reader sees it,
 *     {@code {2}…} the arguments
 * @param arguments texts, numbers, moments ({@link java.time.Instant}) and {@link org.kamiau.platform.Words} in the reader's
 *     language
 * @param by who did it, and is not told
 * @param group notices of one group stand as one on the page
 */
public record Notice(String kind, RecordRef about, String key, List<Object> arguments, Actor by, String group) {

    public Notice {
        arguments = List.copyOf(arguments);
    }

    /** Grouped with the other notices of this kind about the same record. */
    public static Notice of(String kind, RecordRef about, Actor by, String key, Object... arguments) {
        return new Notice(kind, about, key, List.of(arguments), by, kind + ":" + about.id());
    }

    public Notice grouped(String by) {
        return new Notice(kind, about, key, arguments, this.by, by);
    }
}
