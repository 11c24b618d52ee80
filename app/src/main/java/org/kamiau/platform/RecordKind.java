package org.kamiau.platform;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A module's records as others name, link and protect them: comments, history, notifications, palette. */
public interface RecordKind {

    /** The noun used in {@link RecordRef#kind()}; its text is {@code platform.record.<kind>}. */
    String kind();

    /** Titles of those among the ids that exist and that the actor may see. */
    Map<UUID, String> titles(Collection<UUID> ids, Actor actor);

    /** Address of the record's page. */
    String path(UUID id);

    /** Fields whose values the actor may not read in the record's history (contact details). */
    default Set<String> hiddenFields(UUID id, Actor actor) {
        return Set.of();
    }

    /**
     * Message key of a field's name in the record's history; a field without a text is shown by its own name.
     * A code as value is shown with the text {@code <fieldKey>.<code>} where there is one.
     */
    default String fieldKey(String field) {
        return "platform.field." + field;
    }

    default boolean visible(UUID id, Actor actor) {
        return titles(List.of(id), actor).containsKey(id);
    }
}
