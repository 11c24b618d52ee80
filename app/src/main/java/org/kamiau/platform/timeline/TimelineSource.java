package org.kamiau.platform.timeline;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.RecordRef;

/** What a module knows to tell on timelines; modules declare theirs as beans. */
public interface TimelineSource {

    /**
     * What happened to a record that the reader is known to see, the newest first; empty for kinds of records
     * that this source knows nothing of. What the reader may not see is left out or masked here.
     *
     * @param before only what happened earlier; null from the newest on
     */
    List<TimelineEntry> entries(RecordRef record, Actor reader, @Nullable Instant before, int limit);
}
