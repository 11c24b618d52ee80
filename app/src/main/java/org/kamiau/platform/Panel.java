package org.kamiau.platform;

import java.util.Optional;

/** A part that a module contributes to another module's record page, e.g. leads on the account's page. */
public interface Panel {

    /** The record kind whose page this appears on. */
    String on();

    /** Lower comes first. */
    int order();

    /** Whether it is shown too beside a record that belongs to such a one: on a lead's page what is shown of its account. */
    default boolean travels() {
        return false;
    }

    /** Nothing when there is nothing to show to this actor. */
    Optional<Fragment> show(RecordRef record, Actor actor);
}
