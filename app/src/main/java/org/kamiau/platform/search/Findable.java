package org.kamiau.platform.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;

/** A kind of thing that the command palette finds; modules declare theirs as beans. */
public interface Findable {

    /**
     * Something found.
     *
     * @param note what tells it apart from others of the same title
     * @param icon name in the icon sprite; null for the icon of its kind
     */
    record Found(String title, @Nullable String note, String path, @Nullable String icon) {

        public Found(String title, @Nullable String note, String path) {
            this(title, note, path, null);
        }
    }

    /** Message key of the heading. */
    String key();

    /** Name in the icon sprite. */
    String icon();

    /** Lower comes first. */
    int order();

    /**
     * What the actor may see and the words fit, best first, within 20 ms at a million rows: use an index.
     *
     * @param words NFKC, lower case, single spaces, 1 to 100 characters; one or two Japanese characters are
     *     common, which trigrams do not find
     */
    List<Found> find(String words, Actor actor, int limit);
}
