package org.kamiau.platform.lists;

import java.util.function.Predicate;
import org.kamiau.platform.Actor;

/**
 * Something that can be done with many rows at once. Its label is {@code <list>.bulk.<key>}.
 *
 * @param path what the form of chosen rows is posted to; there {@link Lists#chosen} tells which they are
 * @param allowed who is offered it (the route decides again)
 */
public record BulkAction(String key, String path, Predicate<Actor> allowed) {}
