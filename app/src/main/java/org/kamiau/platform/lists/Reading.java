package org.kamiau.platform.lists;

import java.time.Instant;
import java.time.ZoneId;
import org.kamiau.platform.Actor;

/** Who reads a list, and when: what "me" and "the last 7 days" mean. */
record Reading(Actor actor, Instant now, ZoneId zone) {}
