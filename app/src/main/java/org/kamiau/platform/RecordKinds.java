package org.kamiau.platform;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All kinds of records that there are, by name. */
@Component
public class RecordKinds {

    private final ObjectProvider<RecordKind> kinds;

    RecordKinds(ObjectProvider<RecordKind> kinds) {
        this.kinds = kinds;
    }

    public Optional<RecordKind> find(String kind) {
        return kinds.stream().filter(each -> each.kind().equals(kind)).findFirst();
    }

    /** The kind of a record that the actor may see; raises {@link Refusal.NotFound} otherwise. */
    public RecordKind visible(RecordRef record, Actor actor) {
        return find(record.kind())
                .filter(kind -> kind.visible(record.id(), actor))
                .orElseThrow(Refusal.NotFound::new);
    }

    /** Titles of those among the records that the actor may see, one question per kind. */
    public Map<RecordRef, String> titles(Collection<RecordRef> records, Actor actor) {
        var titles = new HashMap<RecordRef, String>();
        records.stream()
                .collect(Collectors.groupingBy(RecordRef::kind, Collectors.mapping(RecordRef::id, Collectors.<UUID>toSet())))
                .forEach((kind, ids) -> find(kind).ifPresent(known ->
                        known.titles(ids, actor).forEach((id, title) -> titles.put(new RecordRef(kind, id), title))));
        return titles;
    }

    /** Address of the record's page; Today for a kind that is not known any more. */
    public String path(RecordRef record) {
        return find(record.kind()).map(kind -> kind.path(record.id())).orElse("/");
    }

    /** The record whose page this address is. */
    public Optional<RecordRef> at(String path) {
        var id = id(path.substring(path.lastIndexOf('/') + 1));
        return id.flatMap(record -> kinds.stream()
                .filter(kind -> kind.path(record).equals(path))
                .map(kind -> new RecordRef(kind.kind(), record))
                .findFirst());
    }

    private static Optional<UUID> id(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
