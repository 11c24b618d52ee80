package org.kamiau.people;

import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Function;
import org.kamiau.platform.MemberId;

/**
 * Who does a task here.
 *
 * @param function null when nobody does it (未担当)
 * @param team the team within the function, where one is named
 * @param member the person, where one is named
 */
public record Assignment(Task task, @Nullable Function function, @Nullable TeamId team, @Nullable MemberId member) {

    static Assignment nobody(Task task) {
        return new Assignment(task, null, null, null);
    }

    public boolean unassigned() {
        return function == null;
    }
}
