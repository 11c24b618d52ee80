package org.kamiau.platform.notices;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.RecordKinds;
import org.kamiau.platform.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts notices into the reader's words, those that belong together as one. */
@Component
public class NoticeReader {

    static final int PAGE = 100;

    /** One notice in words. */
    public record Line(UUID id, String text, Instant at, boolean unread) {}

    /** Notices that belong together, the newest first. */
    public record Group(String key, List<Line> lines) {
        public Line first() {
            return lines.getFirst();
        }

        public boolean unread() {
            return lines.stream().anyMatch(Line::unread);
        }
    }

    /** @param next where older ones go on; null when there are none */
    public record Shown(List<Group> groups, @Nullable UUID next) {}

    private final Notices notices;
    private final RecordKinds records;
    private final Arguments arguments;

    NoticeReader(Notices notices, RecordKinds records, JsonMapper json) {
        this.notices = notices;
        this.records = records;
        this.arguments = new Arguments(json);
    }

    /** A page of them: groups with something unread first, then by their newest. */
    public Shown read(Actor reader, @Nullable UUID before, Text t) {
        var stored = notices.newest(reader, before, PAGE);
        var titles = records.titles(stored.stream().map(Notices.Stored::about).distinct().toList(), reader);
        var groups = new LinkedHashMap<String, List<Line>>();
        for (var notice : stored) {
            var title = titles.getOrDefault(notice.about(), t.get("platform.notices.hidden"));
            var text = t.has(notice.key())
                    ? t.get(notice.key(), arguments.read(notice.arguments(), notice.byName(), title, t))
                    : title;
            groups.computeIfAbsent(notice.group(), _ -> new ArrayList<>())
                    .add(new Line(notice.id(), text, notice.at(), notice.unread()));
        }
        var shown = groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .sorted(Comparator.comparing(group -> !group.unread()))
                .toList();
        return new Shown(shown, stored.size() < PAGE ? null : stored.getLast().id());
    }
}
