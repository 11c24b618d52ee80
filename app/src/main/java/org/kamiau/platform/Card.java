package org.kamiau.platform;

import java.util.Optional;

/** What a module puts on Today for a role. */
public interface Card {

    /** Lower comes first; below 100 is the wide first column, from 100 on the narrow second. */
    int order(Actor actor);

    /** Nothing when this is no card for the actor. */
    Optional<Fragment> show(Actor actor);
}
