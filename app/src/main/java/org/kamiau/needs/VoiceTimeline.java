package org.kamiau.needs;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kamiau.customers.Customers;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Directory;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Words;
import org.kamiau.platform.timeline.TimelineEntry;
import org.kamiau.platform.timeline.TimelineSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a customer said, among everything else that happened with them. */
@Component
@Transactional(readOnly = true)
class VoiceTimeline implements TimelineSource {

    private final VoiceRows rows;
    private final Directory directory;

    VoiceTimeline(VoiceRows rows, Directory directory) {
        this.rows = rows;
        this.directory = directory;
    }

    @Override
    public List<TimelineEntry> entries(RecordRef record, Actor reader, @Nullable Instant before, int limit) {
        return switch (record.kind()) {
            case Customers.ACCOUNT, Customers.PERSON -> heard(rows.before(record, before, limit));
            default -> List.of();
        };
    }

    private List<TimelineEntry> heard(List<Voice> voices) {
        var recorders = directory.people(voices.stream().map(Voice::recorder).filter(Objects::nonNull).distinct().toList());
        return voices.stream()
                .map(voice -> {
                    var recorder = voice.recorder() == null ? null : recorders.get(voice.recorder());
                    return TimelineEntry.of(
                                    voice.heardAt(), "voice", "message-circle", recorder == null ? null : recorder.function().side(),
                                    "needs.voice-happened", new Words("needs.channel." + voice.channel().code()))
                            .by(recorder == null ? null : recorder.name())
                            .saying(voice.raw())
                            .opening("/voices/" + voice.id());
                })
                .toList();
    }
}
