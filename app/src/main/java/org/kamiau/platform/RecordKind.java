package org.kamiau.platform;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** A module's records as others name, link and protect them: comments, history, notifications, palette. */
public interface RecordKind {

    /** The noun used in {@link RecordRef#kind()}; its text is {@code platform.record.<kind>}. */
    String kind();

    /** Titles of those among the ids that exist and that the actor may see. */
    Map<UUID, String> titles(Collection<UUID> ids, Actor actor);

    /** Address of the record's page. */
    String path(UUID id);

    default boolean visible(UUID id, Actor actor) {
        return titles(java.util.List.of(id), actor).containsKey(id);
    }
}
