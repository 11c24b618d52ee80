package org.kamiau.demo;

import java.util.Map;
import java.util.Optional;

/** Where a visitor stands on the guided path, and what they decided on the way. */
record Walk(String scene, Map<String, String> decisions) {

    /** Behind the last scene: how to start for real. */
    static final String END = "end";

    Walk {
        decisions = Map.copyOf(decisions);
    }

    Optional<String> decision(String of) {
        return Optional.ofNullable(decisions.get(of));
    }
}
