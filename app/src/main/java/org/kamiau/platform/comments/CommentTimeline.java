package org.kamiau.platform.comments;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.timeline.TimelineEntry;
import org.kamiau.platform.timeline.TimelineSource;
import org.springframework.stereotype.Component;

/** Comments on the timeline of the record that they are about. */
@Component
class CommentTimeline implements TimelineSource {

    private final Comments comments;

    CommentTimeline(Comments comments) {
        this.comments = comments;
    }

    @Override
    public List<TimelineEntry> entries(RecordRef record, Actor reader, @Nullable Instant before, int limit) {
        return comments.before(record, before, limit).stream()
                .filter(comment -> comment.deletedAt() == null)
                .map(comment -> TimelineEntry.of(
                                comment.writtenAt(), "comment", "message-circle", null, "platform.comments.said", comment.authorName())
                        .saying(comment.words())
                        .opening("#comment-" + comment.id()))
                .toList();
    }
}
