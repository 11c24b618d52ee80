package org.kamiau.platform.lists;

import java.util.UUID;
import org.kamiau.platform.Actor;
import org.kamiau.platform.MemberId;

/**
 * Somebody's filter, order and columns under a name.
 *
 * @param query what the list's address would say
 */
record SavedView(UUID id, String list, MemberId owner, String name, boolean shared, String query) {

    boolean isOf(Actor actor) {
        return actor.is(owner);
    }
}
