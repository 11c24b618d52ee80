package org.kamiau.platform.lists;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list in the API.
 *
 * @param next cursor of the next page, null on the last one
 */
public record ApiPage<T>(List<T> items, @Nullable String next) {
    public ApiPage {
        items = List.copyOf(items);
    }
}
