package org.kamiau.people;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identity of a team. */
public record TeamId(UUID value) {

    @JsonCreator
    public static TeamId of(String text) {
        return new TeamId(UUID.fromString(text));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
