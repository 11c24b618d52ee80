package org.kamiau.platform.timeline;

import java.util.Comparator;
import java.util.List;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Fragment;
import org.kamiau.platform.RecordKinds;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Text;
import org.kamiau.platform.pieces.Happening;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Merges what all sources tell of a record. */
@Component
public class Timelines {

    static final int FIRST = 30;
    static final int MOST = 480;

    /** @param more how many to ask for next; 0 when this is all */
    public record Shown(RecordRef record, List<Happening> happenings, int more) {}

    private final ObjectProvider<TimelineSource> sources;
    private final RecordKinds records;

    Timelines(ObjectProvider<TimelineSource> sources, RecordKinds records) {
        this.sources = sources;
        this.records = records;
    }

    /** The newest first; raises {@link org.kamiau.platform.Refusal.NotFound} when the reader may not see the record. */
    @Transactional(readOnly = true)
    public Shown of(RecordRef record, Actor reader, int limit, Text t) {
        records.visible(record, reader);
        var entries = sources.orderedStream()
                .flatMap(source -> source.entries(record, reader, null, limit + 1).stream())
                .sorted(Comparator.comparing(TimelineEntry::at).reversed())
                .toList();
        var happenings = entries.stream().limit(limit).map(entry -> entry.said(t)).toList();
        return new Shown(record, happenings, entries.size() > limit && limit < MOST ? limit * 4 : 0);
    }

    /** The newest of a timeline, for a page that shows it at once. */
    public Fragment first(RecordRef record, Actor reader, Text t) {
        return new Fragment("platform/timeline/part", of(record, reader, FIRST, t));
    }
}
