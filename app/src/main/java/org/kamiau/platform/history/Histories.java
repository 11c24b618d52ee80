package org.kamiau.platform.history;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Directory;
import org.kamiau.platform.MemberId;
import org.kamiau.platform.RecordKind;
import org.kamiau.platform.RecordKinds;
import org.kamiau.platform.RecordRef;
import org.kamiau.platform.Text;
import org.kamiau.platform.audit.Audit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells a record's changes to a reader, without what this reader may not see. */
@Component
public class Histories {

    private static final int MOST = 500;

    /** One change. */
    public record Line(Instant at, String who, String action, @Nullable String reason, List<Field> fields) {}

    /** One field of it; texts are empty where there was or is nothing. */
    public record Field(String name, String before, String after) {}

    private final Audit audit;
    private final RecordKinds records;
    private final Directory directory;

    Histories(Audit audit, RecordKinds records, Directory directory) {
        this.audit = audit;
        this.records = records;
        this.directory = directory;
    }

    /** The newest first; raises {@link org.kamiau.platform.Refusal.NotFound} when the reader may not see the record. */
    @Transactional(readOnly = true)
    public List<Line> of(RecordRef record, Actor reader, Text t) {
        var kind = records.visible(record, reader);
        var entries = audit.history(record, MOST);
        var values = new Values(kind, names(entries), kind.hiddenFields(record.id(), reader), t);
        return entries.stream().map(entry -> line(entry, values, t)).toList();
    }

    /** Members are kept by id; the reader wants their names, all asked for at once. */
    private Map<String, String> names(List<Audit.Entry> entries) {
        var ids = entries.stream()
                .flatMap(entry -> Stream.concat(entry.before().values().stream(), entry.after().values().stream()))
                .flatMap(value -> id(value).stream())
                .collect(Collectors.toSet());
        return directory.people(ids).values().stream()
                .collect(Collectors.toMap(person -> person.id().toString(), Directory.Person::name));
    }

    private static Set<MemberId> id(@Nullable Object value) {
        try {
            return value instanceof String text && text.length() == 36 ? Set.of(new MemberId(UUID.fromString(text))) : Set.of();
        } catch (IllegalArgumentException notAnId) {
            return Set.of();
        }
    }

    private static Line line(Audit.Entry entry, Values values, Text t) {
        var fields = new LinkedHashSet<>(entry.before().keySet());
        fields.addAll(entry.after().keySet());
        var shown = fields.stream()
                .map(field -> new Field(
                        values.name(field),
                        values.text(field, entry.before().get(field)),
                        values.text(field, entry.after().get(field))))
                .filter(field -> !field.before().isEmpty() || !field.after().isEmpty())
                .toList();
        var action = "audit.action." + entry.action();
        var said = t.has(action) ? t.get(action) : entry.action().replace('_', ' ');
        return new Line(entry.at(), entry.actorName(), said, entry.reason(), shown);
    }

    /** How this reader sees the record's fields and their values. */
    private record Values(RecordKind kind, Map<String, String> names, Set<String> hidden, Text t) {

        String name(String field) {
            var key = kind.fieldKey(field);
            return t.has(key) ? t.get(key) : field.replaceAll("(?<=[a-z])(?=[A-Z])", " ").replace('_', ' ').toLowerCase(t.locale());
        }

        String text(String field, @Nullable Object value) {
            if (value == null || "".equals(value)) {
                return "";
            }
            return hidden.contains(field) ? "•••" : shown(field, value);
        }

        private String shown(String field, Object value) {
            return switch (value) {
                case Boolean yes -> t.get(yes ? "platform.history.yes" : "platform.history.no");
                case Integer number -> t.number(number);
                case Long number -> t.number(number);
                case List<?> list -> list.stream().map(each -> shown(field, String.valueOf(each))).collect(Collectors.joining(", "));
                case Map<?, ?> map -> map.entrySet().stream()
                        .map(each -> each.getKey() + ": " + each.getValue())
                        .collect(Collectors.joining(", "));
                default -> word(field, value.toString());
            };
        }

        private String word(String field, String text) {
            var key = kind.fieldKey(field) + "." + text;
            if (t.has(key)) {
                return t.get(key);
            }
            if (text.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2})")) {
                return t.dateTime(OffsetDateTime.parse(text).toInstant());
            }
            return names.getOrDefault(text, text);
        }
    }
}
